internal import Algorithms
internal import Files
internal import Names
internal import Text

/// A file that is being read, and how to speak of it.
struct EmbeddingSource: Sendable {
  let path: String
  let bytes: FileBytes
  let selection: EmbeddingSelection
  let threadCount: Int

  /// Opens a file.
  init(
    path: String, selection: EmbeddingSelection = EmbeddingSelection(), threadCount: Int
  ) throws(EmbeddingFileError) {
    self.path = path
    self.selection = selection
    self.threadCount = threadCount
    do throws(FileError) {
      bytes = try FileBytes(mapping: path)
    } catch {
      throw EmbeddingFileError(error)
    }
  }

  private init(_ source: EmbeddingSource, _ bytes: FileBytes) {
    path = source.path
    selection = source.selection
    threadCount = source.threadCount
    self.bytes = bytes
  }

  /// The same file with other bytes: a part of it, decompressed.
  func replacing(_ bytes: FileBytes) -> EmbeddingSource { EmbeddingSource(self, bytes) }

  /// Refuses a selection that has no meaning for a format.
  func checkSelection(for format: EmbeddingFormat) throws(EmbeddingFileError) {
    guard selection.tensor == nil || [.npz, .safetensors].contains(format) else {
      throw failure(
        "only npz and safetensors files have tensors to choose from, not \(format.rawValue)")
    }
    guard selection.vocabulary == nil || [.npy, .npz, .safetensors].contains(format) else {
      throw failure(
        "a file of names goes with npy, npz and safetensors files; \(format.rawValue) has its own")
    }
  }

  /// The names in the vocabulary file.
  func vocabulary(count: Int) throws(EmbeddingFileError) -> NameList {
    guard let path = selection.vocabulary else { return NameList(count: count) }
    let source = try EmbeddingSource(path: path, threadCount: threadCount)
    let names = try NameLines.read(source)
    guard names.count == count else {
      throw source.failure("there are \(names.count) names for the \(count) rows of \(self.path)")
    }
    return names
  }

  /// Names of tensors or arrays for an error message.
  func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none" }
    let shown = names.prefix(8).map { Excerpt.quoted($0.utf8) }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }

  /// The number of elements of a matrix whose size the file states.
  ///
  /// - Parameters:
  ///   - rows: The number of rows; not negative.
  ///   - columns: The number of columns, the components of a vector.
  /// - Returns: Their product; nil when it is larger than the file could hold at a byte an element.
  /// - Throws: An error when vectors are too long to be worked with, even if there are none.
  func elementCount(rows: Int, columns: Int) throws(EmbeddingFileError) -> Int? {
    guard let count = Int.product(rows, columns), count <= bytes.count else { return nil }
    guard columns <= Self.largestDimension else {
      throw failure(
        "vectors of \(columns) components are too long; they have at most \(Self.largestDimension)")
    }
    return count
  }

  /// The largest number of components of a vector.
  ///
  /// So no size of a single row overflows, in whatever format it is written.
  private static let largestDimension = Int(Int32.max)

  /// The error of the file as a whole.
  func failure(_ reason: String) -> EmbeddingFileError {
    EmbeddingFileError(path: path, reason: reason)
  }

  /// The error of a line, counted from 1.
  func failure(line: Int, _ reason: String) -> EmbeddingFileError {
    EmbeddingFileError(path: path, place: .line(line), reason: reason)
  }

  /// The error of a byte, counted from 0.
  func failure(byte: Int, _ reason: String) -> EmbeddingFileError {
    EmbeddingFileError(path: path, place: .byte(byte), reason: reason)
  }

  /// The number of the line that a byte is in, counted from 1.
  func line(ofByte position: Int) -> Int {
    let span = bytes.span
    var line = 1
    for place in 0..<min(position, span.count) where span[place] == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  /// A list of names, which must all be different.
  ///
  /// - Parameters:
  ///   - bytes: The names in valid UTF-8, one after the other.
  ///   - ends: Where each ends.
  ///   - place: Where a row of the file is, for the error.
  /// - Returns: The names.
  /// - Throws: The error of the first name that is there for the second time.
  func names(
    utf8 bytes: [UInt8], ends: [Int], place: (Int) -> EmbeddingFileError.Place
  ) throws(EmbeddingFileError) -> NameList {
    if let names = NameList(utf8: bytes, ends: ends) { return names }
    var rows: [ArraySlice<UInt8>: Int] = [:]
    var start = 0
    for (row, end) in ends.enumerated() {
      let name = bytes[start..<end]
      if let first = rows.updateValue(row, forKey: name) {
        let earlier =
          switch place(first) {
          case .line(let line): "line \(line)"
          case .byte(let offset): "byte \(offset)"
          case .file: "row \(first + 1)"
          }
        throw EmbeddingFileError(
          path: path, place: place(row),
          reason: "the name \(Excerpt.quoted(name)) is there twice, "
            + "first at \(earlier); names must be different")
      }
      start = end
    }
    preconditionFailure("two names are the same")
  }
}
