internal import Files
internal import Text

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

  /// Prints a line of a result; on a terminal with control characters escaped.
  ///
  /// - Parameter line: The line, without its end.
  /// - Throws: `FileError` if it cannot be written: a result that is lost is an error.
  func print(_ line: String) throws(FileError) {
    let isTerminal = OpenFile.isTerminal(output)
    try OpenFile.write(
      "\(isTerminal ? Excerpt.escaped(line, keepsLines: true) : line)\n", to: output)
  }

  /// The maximum number of characters of a message.
  private static let messageLimit = 10_000

  /// Prints a message for the person at the terminal, with control characters escaped; without a
  /// terminal, it is lost.
  ///
  /// Messages quote no more than an excerpt of a file; whatever else one contains is cut at
  /// `messageLimit`.
  func note(_ message: String) {
    let isLong = message.utf8.count > Self.messageLimit
    let shown = isLong ? "\(message.prefix(Self.messageLimit))…" : message
    show("\(Excerpt.escaped(shown, keepsLines: true))\n")
  }

  /// Shows a text as it is among the messages.
  func show(_ text: String) {
    try? OpenFile.write(text, to: errors)
  }

  /// Whether messages go to a terminal, so that a line can be overwritten.
  var hasTerminal: Bool { OpenFile.isTerminal(errors) }
}
