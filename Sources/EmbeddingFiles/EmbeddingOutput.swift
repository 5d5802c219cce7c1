internal import EmbeddingTables
internal import Files
internal import Names
internal import ParallelLoops
internal import TextTables

/// A file that is to be written, and how to speak of it.
struct EmbeddingOutput: Sendable {
  let path: String
  let threadCount: Int

  /// The error of the file as a whole.
  func failure(_ reason: String) -> EmbeddingFileError {
    EmbeddingFileError(path: path, reason: reason)
  }

  /// Writes a file; it takes its target's place when the body has returned.
  func write(
    to path: String? = nil, _ body: (inout OutputFile) throws(FileError) -> Void
  ) throws(EmbeddingFileError) {
    do throws(FileError) {
      var file = try OutputFile(path ?? self.path)
      try body(&file)
      try file.commit()
    } catch {
      throw EmbeddingFileError(error)
    }
  }

  /// Writes pieces that are made by several threads, in order.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows in all.
  ///   - rowsPerPiece: The number of rows of a piece.
  ///   - piece: Makes the bytes of some rows.
  func writePieces(
    _ rowCount: Int, rowsPerPiece: Int, to file: inout OutputFile,
    _ piece: @Sendable (Range<Int>) -> [UInt8]
  ) throws(FileError) {
    let pieceCount = (rowCount + rowsPerPiece - 1) / rowsPerPiece
    // A few pieces at a time, so that memory does not grow with the file.
    let batchSize = 4 * threadCount
    for first in stride(from: 0, to: pieceCount, by: batchSize) {
      let pieces = concurrentMap(
        min(batchSize, pieceCount - first), threadCount: threadCount
      ) { index in
        let start = (first + index) * rowsPerPiece
        return piece(start..<min(rowCount, start + rowsPerPiece))
      }
      for piece in pieces { try file.write(piece) }
    }
  }

  /// Refuses what text cannot hold: numbers that are infinite or not a number.
  func checkFinite(_ embedding: Embedding) throws(EmbeddingFileError) {
    let rowsPerPart = max(1, (1 << 20) / embedding.dimensions)
    let partCount = (embedding.count + rowsPerPart - 1) / rowsPerPart
    let rows = concurrentMap(partCount, threadCount: threadCount) { part -> Int in
      let start = part * rowsPerPart
      for row in start..<min(embedding.count, start + rowsPerPart) {
        let vector = embedding[row]
        for place in vector.indices where !vector[place].isFinite { return row }
      }
      return -1
    }
    guard let row = rows.first(where: { $0 >= 0 }) else { return }
    throw failure(
      "the vector of \(Excerpt.quoted(embedding.names[row].utf8)) has a component that is infinite or not a number, "
        + "which text formats do not hold; binary formats such as npy do")
  }

  /// Refuses names that a format cannot hold.
  ///
  /// - Parameters:
  ///   - isForbidden: Whether a name must not have a byte.
  ///   - allowsEmpty: Whether a name may be empty.
  ///   - reason: What the format does not hold and which format does, after the name.
  func checkNames(
    _ names: NameList, allowsEmpty: Bool, reason: String, _ isForbidden: (UInt8) -> Bool
  ) throws(EmbeddingFileError) {
    var name: [UInt8] = []
    for row in names.indices {
      name.removeAll(keepingCapacity: true)
      names.append(row, to: &name)
      if name.isEmpty && !allowsEmpty || name.contains(where: isForbidden) {
        throw failure("the name \(Excerpt.quoted(name)) \(reason)")
      }
    }
  }
}
