internal import Algorithms
internal import BinaryFiles
internal import Files
internal import Names
internal import Text

/// A file being read, and how to report its errors.
struct EmbeddingSource: Sendable {
  let path: String
  let bytes: FileBytes
  var selection: EmbeddingSelection
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

  /// The same file with other bytes, such as a part of it, decompressed.
  func replacing(_ bytes: FileBytes) -> EmbeddingSource { EmbeddingSource(self, bytes) }

  /// Throws if the file is of another kind, such as a pickle or a web page.
  func checkKind() throws(EmbeddingFileError) {
    let format = EmbeddingFormat.binaryFormat(bytes)
    guard format == nil || format == .npz, let kind = ForeignFile.recognized(in: bytes.span),
      // Whether arrays are in an archive is seen from its directory, not from its beginning.
      ![.numPyArchive, .zip].contains(kind)
    else {
      return
    }
    throw failure(kind.reason(expecting: .vectors))
  }

  /// Throws if the selection has no meaning for a format.
  func checkSelection(for format: EmbeddingFormat) throws(EmbeddingFileError) {
    guard selection.tensor == nil || [.npz, .safetensors].contains(format) else {
      throw failure(
        "only npz and safetensors files have tensors to choose from, not \(format.rawValue)")
    }
    guard selection.hasNames || [.word2vec, .fastText, .glove, .csv, .tsv].contains(format) else {
      throw failure("only rows of text can be without names, not \(format.rawValue)")
    }
    guard selection.vocabulary == nil || [.npy, .npz, .safetensors].contains(format) else {
      throw failure(
        "a file of names goes with npy, npz and safetensors files; \(format.rawValue) has its own")
    }
  }

  /// Another file that belongs to this one, such as that of its names.
  func companion(_ path: String) throws(EmbeddingFileError) -> EmbeddingSource {
    try EmbeddingSource(path: path, selection: selection, threadCount: threadCount)
  }

  /// The names in the vocabulary file.
  func vocabulary(count: Int) throws(EmbeddingFileError) -> RowNames {
    guard let path = selection.vocabulary else { return RowNames(NameList(count: count)) }
    let source = try companion(path)
    let names = try NameLines.read(source)
    guard names.count == count else {
      throw source.failure("there are \(names.count) names for the \(count) rows of \(self.path)")
    }
    return names
  }

  /// The names of tensors or arrays, for an error message.
  func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none" }
    let shown = names.prefix(8).map { Excerpt.quoted($0.utf8) }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }

  /// The number of elements of a matrix whose size the file declares.
  ///
  /// - Parameters:
  ///   - rows: The number of rows; not negative.
  ///   - columns: The number of columns, which are the components of a vector.
  /// - Returns: Their product; nil if it is larger than the file could hold at one byte per
  ///   element.
  /// - Throws: An error if vectors have too many components, even if there are no vectors.
  func elementCount(rows: Int, columns: Int) throws(EmbeddingFileError) -> Int? {
    guard let count = Int.product(rows, columns), count <= bytes.count else { return nil }
    guard columns <= Self.largestDimension else {
      throw failure(
        "vectors of \(columns) components are too long; they have at most \(Self.largestDimension)")
    }
    return count
  }

  /// The maximum number of components of a vector.
  ///
  /// It keeps the size of a single row from overflowing, in whatever format it is written.
  private static let largestDimension = Int(Int32.max)

  /// Reads a part of a binary file; a fault in it is the error of its place.
  ///
  /// - Parameter body: Reads the file.
  /// - Returns: What it read.
  /// - Throws: The error of the fault.
  func reading<Value>(
    _ body: (FileBytes) throws(BinaryFault) -> Value
  ) throws(EmbeddingFileError) -> Value {
    do throws(BinaryFault) {
      return try body(bytes)
    } catch {
      throw error.byte.map { failure(byte: $0, error.reason) } ?? failure(error.reason)
    }
  }

  /// The error of the file as a whole.
  func failure(
    _ reason: String, remedy: EmbeddingFileError.Remedy? = nil
  ) -> EmbeddingFileError {
    EmbeddingFileError(path: path, reason: reason, remedy: remedy)
  }

  /// The error of a line, counted from 1.
  func failure(
    line: Int, _ reason: String, remedy: EmbeddingFileError.Remedy? = nil
  ) -> EmbeddingFileError {
    EmbeddingFileError(path: path, place: .line(line), reason: reason, remedy: remedy)
  }

  /// The error of a byte, counted from 0.
  func failure(
    byte: Int, _ reason: String, remedy: EmbeddingFileError.Remedy? = nil
  ) -> EmbeddingFileError {
    EmbeddingFileError(path: path, place: .byte(byte), reason: reason, remedy: remedy)
  }

  /// The number of the line that contains a byte, counted from 1.
  func line(ofByte position: Int) -> Int {
    let span = bytes.span
    var line = 1
    for place in 0..<min(position, span.count) where span[place] == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  /// Creates a list of names, which must all be different unless the selection keeps the first of
  /// a name.
  ///
  /// - Parameters:
  ///   - bytes: The names in valid UTF-8, without gaps.
  ///   - ends: The end of each name.
  ///   - place: The place of a row in the file, for the error.
  /// - Returns: The names.
  /// - Throws: The error of the first repeated name.
  func names(
    utf8 bytes: [UInt8], ends: [Int], place: (Int) -> EmbeddingFileError.Place
  ) throws(EmbeddingFileError) -> RowNames {
    if let names = NameList(utf8: bytes, ends: ends) { return RowNames(names) }
    if selection.invalidNames == .keepFirst { return RowNames(firstOf: bytes, ends: ends) }
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
            + "first at \(earlier); names must be different", remedy: .keepFirstOfName)
      }
      start = end
    }
    preconditionFailure("two names are the same")
  }
}
