/// A subcommand: what it is called, what may follow its name, and what it does.
///
/// A command's properties are the values of its options; what they are initialized with are the
/// defaults, and help texts take them from there.
protocol Subcommand: Sendable {
  /// Creates the command with every option at its default.
  init()

  /// The name on the command line.
  static var name: String { get }
  /// What the command does, in one line.
  static var summary: String { get }
  /// What a newcomer should know, in a few sentences.
  static var discussion: String { get }
  /// What follows the name, in order.
  static var arguments: [Argument<Self>] { get }
  /// The options, in the order of the help text.
  static var options: [OptionSection<Self>] { get }
  /// Command lines that teach, without the program's name.
  static var examples: [String] { get }

  /// Completes a command line before it is read: by that of a run that is to go on, for instance.
  ///
  /// - Parameter words: What follows the command's name.
  /// - Returns: The words to read.
  /// - Throws: The errors of files.
  static func completed(_ words: [String]) throws -> [String]
  /// Takes note of the command line that the command was read from.
  mutating func note(words: [String])

  /// Runs the command.
  ///
  /// - Parameter console: Where results and messages go.
  /// - Throws: `UsageError` for options that do not go together, and the errors of the work itself.
  func run(on console: Console) throws
}

extension Subcommand {
  static func completed(_ words: [String]) throws -> [String] { words }
  mutating func note(words: [String]) {}
}
