internal import Files

/// The destination of a command's results and messages: two open files.
///
/// Only results go to standard output, so that they can be piped. Messages go to standard error.
public struct Console: Sendable {
  /// The file of results.
  public let output: Int32
  /// The file of messages.
  public let errors: Int32

  /// Creates a console on two open files.
  ///
  /// - Parameters:
  ///   - output: The descriptor of the file of results.
  ///   - errors: The descriptor of the file of messages.
  public init(output: Int32 = 1, errors: Int32 = 2) {
    self.output = output
    self.errors = errors
  }

  /// Prints a line of a result.
  func print(_ line: String) {
    OpenFile.write("\(line)\n", to: output)
  }

  /// Prints a message for the person at the terminal.
  func note(_ message: String) {
    OpenFile.write("\(message)\n", to: errors)
  }

  /// Whether messages go to a terminal, so that a line can be overwritten.
  var hasTerminal: Bool { OpenFile.isTerminal(errors) }
}
