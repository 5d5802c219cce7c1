public import Files

/// Why an embedding cannot be read from a file or written to it.
public struct EmbeddingFileError: Error, Equatable, CustomStringConvertible {
  /// The place of an error in a file.
  public enum Place: Equatable, Sendable {
    /// The file as a whole.
    case file
    /// A line of text, counted from 1.
    case line(Int)
    /// A byte of a binary file, counted from 0.
    case byte(Int)
  }

  /// A change of the selection that makes an invalid file readable.
  public enum Remedy: Equatable, Sendable {
    /// Set `invalidNames` to replace invalid UTF-8.
    case replaceInvalidNames
    /// Set `invalidNames` to keep the first of rows with the same name.
    case keepFirstOfName
    /// Clear `hasNames` to read rows of numbers without names.
    case numberRows
  }

  /// The file's path, or `-` for standard input or output.
  public let path: String
  /// Whether the file was to be read or written.
  public let use: FileError.Use
  /// Where in the file.
  public let place: Place
  /// What is wrong, and what would be accepted.
  public let reason: String
  /// What makes the file readable, if anything does.
  public let remedy: Remedy?

  /// Creates the error of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - use: Whether the file was to be read or written.
  ///   - place: Where in the file.
  ///   - reason: What is wrong, phrased to follow the path and the place.
  ///   - remedy: What makes the file readable, if anything does.
  public init(
    path: String, use: FileError.Use = .input, place: Place = .file, reason: String,
    remedy: Remedy? = nil
  ) {
    self.path = path
    self.use = use
    self.place = place
    self.reason = reason
    self.remedy = remedy
  }

  /// Converts the error of a file that cannot be read or written at all.
  ///
  /// - Parameter error: The error.
  public init(_ error: FileError) {
    self.init(path: error.path, use: error.use, reason: error.reason)
  }

  /// The path, the place, and what is wrong there.
  public var description: String {
    let reason =
      switch place {
      case .file: reason
      case .line(let line): "line \(line): \(reason)"
      case .byte(let offset): "byte \(offset): \(reason)"
      }
    return FileError(path: path, use: use, reason: reason).description
  }
}
