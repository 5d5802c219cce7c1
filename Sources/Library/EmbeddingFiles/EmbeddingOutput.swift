internal import Algorithms
internal import EmbeddingTables
internal import Files
internal import Names
internal import Parallel
internal import Synchronization
internal import Text

/// A file to be written, and how to report its errors.
struct EmbeddingOutput: Sendable {
  let path: String
  let threadCount: Int

  /// The error of the file as a whole.
  func failure(_ reason: String) -> EmbeddingFileError {
    EmbeddingFileError(path: path, use: .output, reason: reason)
  }

  /// Writes a file, which replaces its target after the body has returned.
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

  /// Writes pieces that several threads make, in order.
  ///
  /// - Parameters:
  ///   - rowCount: The total number of rows.
  ///   - rowsPerPiece: The number of rows per piece.
  ///   - file: The file to append to.
  ///   - piece: Makes the bytes of some rows.
  /// - Throws: `FileError` if the bytes cannot be written.
  func writePieces(
    _ rowCount: Int, rowsPerPiece: Int, to file: inout OutputFile,
    _ piece: @Sendable (Range<Int>) -> [UInt8]
  ) throws(FileError) {
    let pieceCount = rowCount.dividedRoundingUp(by: rowsPerPiece)
    // A few pieces at a time, so that memory does not grow with the file.
    let batchSize = 16 * threadCount
    let target = Mutex<OutputFile?>(consume file)
    let failure = Mutex<FileError?>(nil)
    var made: [[UInt8]] = []
    for first in stride(from: 0, to: pieceCount, by: batchSize)
    where failure.withLock({ $0 == nil }) {
      let finished = made
      let count = min(batchSize, pieceCount - first)
      // The calling thread writes the previous pieces while the others make the next ones.
      made = concurrentMap(count + 1, threadCount: threadCount) { index -> [UInt8] in
        guard index > 0 else {
          Self.append(finished, to: target, failure: failure)
          return []
        }
        let start = (first + index - 1) * rowsPerPiece
        return piece(start..<min(rowCount, start + rowsPerPiece))
      }
    }
    Self.append(made, to: target, failure: failure)
    guard let rest = target.withLock({ $0.take() }) else { preconditionFailure("it was there") }
    file = rest
    if let failure = failure.withLock(\.self) { throw failure }
  }

  private static func append(
    _ pieces: [[UInt8]], to target: borrowing Mutex<OutputFile?>,
    failure: borrowing Mutex<FileError?>
  ) {
    do throws(FileError) {
      for piece in pieces where !piece.isEmpty {
        try target.withLock { file throws(FileError) in try file?.write(piece) }
      }
    } catch {
      failure.withLock { $0 = $0 ?? error }
    }
  }

  /// Throws if there are numbers that text cannot hold: infinities and NaN.
  func checkFinite(_ embedding: Embedding) throws(EmbeddingFileError) {
    let rowsPerPart = max(1, (1 << 20) / embedding.dimensions)
    let partCount = embedding.count.dividedRoundingUp(by: rowsPerPart)
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
      "the vector of \(Excerpt.quoted(embedding.names[row].utf8)) has a component that is "
        + "infinite or not a number, "
        + "which text formats do not hold; binary formats such as npy do")
  }

  /// Throws if there are names that a format cannot hold.
  func check(_ names: NameList, for format: EmbeddingFormat) throws(EmbeddingFileError) {
    switch format {
    case .word2vec, .fastText, .word2vecBinary, .glove:
      try checkNames(
        names, allowsEmpty: false,
        reason: "is empty or has white space, which this format cannot hold; csv, tsv, npz, "
          + "safetensors and sqlite can"
      ) { $0 == 32 || (9...13).contains($0) }
    case .npy:
      try checkNames(
        names, allowsEmpty: true,
        reason: "has the end of a line in it, which the file of names cannot hold; csv, tsv, npz, "
          + "safetensors and sqlite can"
      ) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    case .npz:
      try checkNames(
        names, allowsEmpty: true,
        reason:
          "has a zero character in it, which NumPy's text cannot hold; csv, tsv, safetensors and "
          + "sqlite can"
      ) { $0 == 0 }
    case .projector:
      try checkNames(
        names, allowsEmpty: false,
        reason:
          "is empty or has a tab or the end of a line in it, which the projector's files cannot "
          + "hold; csv, tsv, npz, safetensors and sqlite can"
      ) { $0 == 9 || $0 == 10 || $0 == 13 }
    case .fastTextModel, .safetensors, .csv, .tsv, .sqlite: break
    }
  }

  /// Throws if a name is empty or has a forbidden byte.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - allowsEmpty: Whether a name may be empty.
  ///   - reason: What the format cannot hold and which format can, phrased to follow the name.
  ///   - isForbidden: Whether a byte must not occur in a name.
  /// - Throws: The error of the first invalid name.
  private func checkNames(
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
