/// A subcommand: its name, its arguments and options, and its work.
///
/// The properties of a command are the values of its options; their initial values are the
/// defaults, which help texts show.
protocol Subcommand: Sendable {
  /// Creates the command with every option at its default.
  init()

  /// The name on the command line.
  static var name: String { get }
  /// A summary of what the command does, in one line.
  static var summary: String { get }
  /// What a new user should know, in a few sentences.
  static var discussion: String { get }
  /// The arguments after the name, in order.
  static var arguments: [Argument<Self>] { get }
  /// The options, in the order of the help text.
  static var options: [OptionSection<Self>] { get }
  /// Instructive examples, without the program's name.
  static var examples: [String] { get }

  /// Completes a command line before it is parsed, for example with that of a run to be resumed.
  ///
  /// - Parameter words: The words after the command's name.
  /// - Returns: The words to parse.
  /// - Throws: The errors of files.
  static func completed(_ words: [String]) throws -> [String]
  /// Records the command line from which the command was parsed.
  mutating func note(words: [String])

  /// Runs the command.
  ///
  /// - Parameter console: The destination of results and messages.
  /// - Throws: `UsageError` for options that contradict each other, and the errors of the work
  ///   itself.
  func run(on console: Console) throws
}

extension Subcommand {
  static func completed(_ words: [String]) throws -> [String] { words }
  mutating func note(words: [String]) {}
}
