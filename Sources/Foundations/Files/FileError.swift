internal import Text

/// Why a file cannot be read or written.
public struct FileError: Error, Equatable, CustomStringConvertible {
  /// What a file was opened for.
  public enum Use: Sendable {
    /// Reading; `-` stands for standard input.
    case input
    /// Writing; `-` stands for standard output.
    case output
  }

  /// The file's path, or `-` for standard input or output.
  public let path: String
  /// Whether the file was to be read or written.
  public let use: Use
  /// What is wrong.
  public let reason: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-`.
  ///   - use: Whether the file was to be read or written.
  ///   - reason: What is wrong, phrased to follow the path and a colon.
  public init(path: String, use: Use = .input, reason: String) {
    self.path = path
    self.use = use
    self.reason = reason
  }

  /// Creates the error of the last failed system call.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-`.
  ///   - use: Whether the file was to be read or written.
  ///   - action: What was attempted, phrased to follow "cannot".
  /// - Returns: An error whose reason ends with the system's message.
  static func system(_ path: String, use: Use = .input, cannot action: String) -> FileError {
    FileError(path: path, use: use, reason: "cannot \(action): \(SystemCalls.lastError)")
  }

  /// The path and what is wrong with it.
  public var description: String {
    let name =
      path == "-" ? use == .input ? "standard input" : "standard output" : Excerpt.escaped(path)
    return "\(name): \(reason)"
  }
}
