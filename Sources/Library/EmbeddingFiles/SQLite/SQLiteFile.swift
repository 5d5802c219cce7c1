internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names
internal import Text

/// An SQLite database: a table `vectors` of `node TEXT` and `vector BLOB`, and a table `metadata`
/// of `key TEXT` and `value TEXT`.
///
/// A blob holds the components as little-endian 32-bit floats, the form that the functions of
/// sqlite-vec take. Rows are ordered by `rowid`. The database's `user_version` is the number of
/// components, so that it is known even for a table without rows; other databases need not have it.
enum SQLiteFile {
  static let magic = Array("SQLite format 3\0".utf8)

  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    guard source.path != "-", source.bytes.isMapped else {
      throw source.failure("a database can be read from a regular file only, not compressed")
    }
    let result: Result<Embedding, EmbeddingFileError>
    do throws(SQLiteDatabase.Failure) {
      let database = try SQLiteDatabase(reading: source.path)
      // No value is larger than the file, except one that a column computes.
      database.limitValues(to: source.bytes.count)
      guard try hasTable("vectors", in: database) else {
        throw SQLiteDatabase.Failure(
          reason: "there is no table 'vectors'; a view or a virtual table is not read")
      }
      let metadata = try metadata(of: database, size: source.bytes.count)
      let version = try database.prepare("PRAGMA user_version")
      let dimensions = try version.step() ? max(0, version.integer(0)) : 0
      let rows = try database.prepare("SELECT node, vector FROM vectors ORDER BY rowid")
      result = try embedding(rows, dimensions: dimensions, metadata: metadata, source)
    } catch {
      throw source.failure("SQLite: \(error.reason)")
    }
    return try result.get()
  }

  private static func metadata(
    of database: borrowing SQLiteDatabase, size: Int
  ) throws(SQLiteDatabase.Failure) -> EmbeddingMetadata {
    var metadata: EmbeddingMetadata = [:]
    guard try hasTable("metadata", in: database) else { return metadata }
    let rows = try database.prepare("SELECT key, value FROM metadata ORDER BY rowid")
    var byteCount = 0
    while try rows.step() {
      let (key, value) = (text(rows, 0), text(rows, 1))
      byteCount += key.utf8.count + value.utf8.count
      guard byteCount / 3 <= size else {
        throw SQLiteDatabase.Failure(reason: "the metadata are larger than the file")
      }
      metadata[key] = value
    }
    return metadata
  }

  /// Whether there is a table, neither a view nor a virtual table, both of which can be endless.
  private static func hasTable(
    _ name: String, in database: borrowing SQLiteDatabase
  ) throws(SQLiteDatabase.Failure) -> Bool {
    let tables = try database.prepare(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = '\(name)' "
        + "AND rootpage > 0")
    return try tables.step()
  }

  private static func text(_ row: borrowing SQLiteStatement, _ column: Int32) -> String {
    row.withBytes(column) { bytes in
      String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }

  private static func embedding(
    _ rows: borrowing SQLiteStatement, dimensions: Int, metadata: EmbeddingMetadata,
    _ source: EmbeddingSource
  ) throws(SQLiteDatabase.Failure) -> Result<Embedding, EmbeddingFileError> {
    var dimensions = dimensions
    var names: [UInt8] = []
    var ends: [Int] = []
    var elements: [Float] = []
    while try rows.step() {
      let row = ends.count + 1
      guard rows.kind(0) == .text, rows.kind(1) == .blob else {
        return .failure(source.failure("row \(row): node must be a TEXT, and vector a BLOB"))
      }
      let start = names.count
      let isValid = rows.withBytes(0) { name in
        for place in name.indices { names.append(name[place]) }
        return (try? UTF8Span(validating: name)) != nil
      }
      if !isValid {
        guard source.selection.invalidNames != .refuse else {
          return .failure(
            source.failure(
              "row \(row): the name \(Excerpt.quoted(names[start...])) is not valid UTF-8",
              remedy: .replaceInvalidNames))
        }
        let name = String(decoding: names[start...], as: UTF8.self)
        names.replaceSubrange(start..., with: name.utf8)
      }
      ends.append(names.count)
      let size = rows.withBytes(1) { vector in
        for place in 0..<vector.count / 4 {
          elements.append(NumberEncoding.float32.load(vector, at: 4 * place))
        }
        return vector.count
      }
      // Columns may be computed; those of a table have no more bytes than the file. Replacing a
      // byte of a name makes up to three.
      guard 4 * elements.count + names.count / 3 <= source.bytes.count else {
        return .failure(
          source.failure("row \(row): the vectors are larger than the file; they must be stored"))
      }
      if dimensions == 0 { dimensions = size / 4 }
      guard size == 4 * dimensions, size > 0 else {
        return .failure(
          source.failure(
            "row \(row): the vector has \(size) bytes, but \(dimensions) components of 4 bytes are "
              + "needed"))
      }
    }
    guard dimensions >= 1 else {
      return .failure(
        source.failure("the table 'vectors' has no rows to tell the number of components"))
    }
    do throws(EmbeddingFileError) {
      let list = try source.names(utf8: names, ends: ends) { _ in .file }
      return .success(
        list.embedding { names in
          Embedding(names: names, dimensions: dimensions, vectors: elements, metadata: metadata)
        })
    } catch {
      return .failure(error)
    }
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    guard output.path != "-", !output.path.hasSuffix(".gz") else {
      throw output.failure("a database can be written to a regular file only, not compressed")
    }
    do throws(FileError) {
      let file = try ReplacementFile(for: output.path)
      do throws(SQLiteDatabase.Failure) {
        try fill(try SQLiteDatabase(filling: file.descriptor), with: embedding)
      } catch {
        throw FileError(path: output.path, use: .output, reason: "SQLite: \(error.reason)")
      }
      try file.commit()
    } catch {
      throw EmbeddingFileError(error)
    }
  }

  private static func fill(
    _ database: consuming SQLiteDatabase, with embedding: Embedding
  ) throws(SQLiteDatabase.Failure) {
    // No one else uses the file yet, so that it needs no journal.
    try database.run(
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA temp_store = MEMORY;
      PRAGMA user_version = \(embedding.dimensions);
      BEGIN;
      CREATE TABLE vectors (node TEXT NOT NULL UNIQUE, vector BLOB NOT NULL);
      CREATE TABLE metadata (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
      """)
    do {
      let row = try database.prepare("INSERT INTO vectors VALUES (?, ?)")
      var name: [UInt8] = []
      var vector: [UInt8] = []
      for index in 0..<embedding.count {
        name.removeAll(keepingCapacity: true)
        vector.removeAll(keepingCapacity: true)
        embedding.names.append(index, to: &name)
        LittleEndian.append(embedding[index], to: &vector)
        try row.bind(1, text: name)
        try row.bind(2, blob: vector)
        _ = try row.step()
        try row.reset()
      }
      let entry = try database.prepare("INSERT INTO metadata VALUES (?, ?)")
      for (key, value) in embedding.metadata.entries.map({ ($0.key, $0.value) }) {
        try entry.bind(1, text: Array(key.utf8))
        try entry.bind(2, text: Array(value.utf8))
        _ = try entry.step()
        try entry.reset()
      }
    }
    try database.run("COMMIT")
  }
}
