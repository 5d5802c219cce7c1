/// A file that cannot be read or written.
public struct FileError: Error, Equatable, CustomStringConvertible {
  /// The file's path, or `-` for standard input or output.
  public let path: String
  /// What is wrong, in words.
  public let reason: String

  /// Creates the error of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - reason: What is wrong, to be read after the path and a colon.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The error of the system call that failed last.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - action: What was tried, to be read after "cannot".
  /// - Returns: An error whose reason ends with the system's own words.
  static func system(_ path: String, cannot action: String) -> FileError {
    FileError(path: path, reason: "cannot \(action): \(SystemCalls.lastError)")
  }

  /// The path and what is wrong with it.
  public var description: String {
    "\(path == "-" ? "standard input" : path): \(reason)"
  }
}
