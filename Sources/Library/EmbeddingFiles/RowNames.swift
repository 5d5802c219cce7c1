internal import Text
internal import EmbeddingTables
internal import Names

/// The names of the rows of a file, and the rows that are kept if names are repeated.
struct RowNames {
  /// The names of the rows that are kept.
  private let names: NameList
  /// The rows that are kept; nil for all.
  private let rows: [Int]?
  /// The number of rows in the file.
  let count: Int

  /// Keeps all rows.
  init(_ names: NameList) {
    self.names = names
    rows = nil
    count = names.count
  }

  /// Keeps the first row of each name.
  ///
  /// - Parameters:
  ///   - bytes: The names in valid UTF-8, without gaps.
  ///   - ends: The end of each name.
  init(firstOf bytes: [UInt8], ends: [Int]) {
    var builder = NameListBuilder()
    var rows: [Int] = []
    var start = 0
    for (row, end) in ends.enumerated() {
      if builder.insert(bytes.span.extracting(start..<end)) == rows.count { rows.append(row) }
      start = end
    }
    names = builder.build()
    self.rows = rows
    count = ends.count
  }

  /// Makes an embedding of the rows that are kept.
  ///
  /// - Parameter make: Makes an embedding of all rows of the file, under the names given.
  /// - Returns: The embedding, of the rows that are kept.
  func embedding(_ make: (NameList) -> Embedding) -> Embedding {
    guard let rows else { return make(names) }
    return make(NameList(count: count)).selecting(rows, names: names)
  }
}

extension Embedding {
  /// An embedding of some rows under other names.
  func selecting(_ rows: some Collection<Int>, names: NameList) -> Embedding {
    var selected: [Float] = []
    selected.reserveCapacity(rows.count * dimensions)
    for row in rows {
      let vector = self[row]
      for place in vector.indices { selected.append(vector[place]) }
    }
    return Embedding(
      names: names, dimensions: dimensions, vectors: selected, metadata: metadata)
  }

  /// The first rows, or all if there are not as many.
  func first(_ limit: Int) -> Embedding {
    guard limit < count else { return self }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for row in 0..<limit {
      names.append(row, to: &bytes)
      ends.append(bytes.count)
    }
    guard let first = NameList(utf8: bytes, ends: ends) else {
      preconditionFailure("the names are different")
    }
    return selecting(0..<limit, names: first)
  }
}
