/// A file that cannot be read or written.
public struct FileError: Error, Equatable, CustomStringConvertible {
  /// What a file was opened for.
  public enum Use: Sendable {
    /// To be read; `-` stands for standard input.
    case input
    /// To be written; `-` stands for standard output.
    case output
  }

  /// The file's path, or `-` for standard input or output.
  public let path: String
  /// Whether the file was to be read or written.
  public let use: Use
  /// What is wrong, in words.
  public let reason: String

  /// Creates the error of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-`.
  ///   - use: Whether the file was to be read or written.
  ///   - reason: What is wrong, to be read after the path and a colon.
  public init(path: String, use: Use = .input, reason: String) {
    self.path = path
    self.use = use
    self.reason = reason
  }

  /// The error of the system call that failed last.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-`.
  ///   - use: Whether the file was to be read or written.
  ///   - action: What was tried, to be read after "cannot".
  /// - Returns: An error whose reason ends with the system's own words.
  static func system(_ path: String, use: Use = .input, cannot action: String) -> FileError {
    FileError(path: path, use: use, reason: "cannot \(action): \(SystemCalls.lastError)")
  }

  /// The path and what is wrong with it.
  public var description: String {
    let name = path == "-" ? use == .input ? "standard input" : "standard output" : path
    return "\(name): \(reason)"
  }
}
