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
  ///
  /// - Parameter line: The line, without its end.
  /// - Throws: `FileError` if it cannot be written: a result that is lost is an error.
  func print(_ line: String) throws(FileError) {
    try OpenFile.write("\(line)\n", to: output)
  }

  /// Prints a message for the person at the terminal; without one, it is lost.
  func note(_ message: String) {
    show("\(message)\n")
  }

  /// Shows a text as it is among the messages.
  func show(_ text: String) {
    try? OpenFile.write(text, to: errors)
  }

  /// Whether messages go to a terminal, so that a line can be overwritten.
  var hasTerminal: Bool { OpenFile.isTerminal(errors) }
}
