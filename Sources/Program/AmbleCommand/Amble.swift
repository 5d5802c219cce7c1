internal import Text
internal import Errors
internal import Files
internal import Memory
internal import SkipGramTraining

/// The program, as a function of its arguments.
public enum Amble {
  /// The version of the program and of the library.
  public static let version = "0.1.0"

  /// Every command, in the order of the overview.
  static let commands: [any Subcommand.Type] = [
    InfoCommand.self, EmbedCommand.self, UpdateCommand.self, NeighborsCommand.self,
    AnalogyCommand.self,
    SimilarityCommand.self, MapCommand.self, ProjectCommand.self, PredictCommand.self,
    LinkPredictionCommand.self, ClassifyCommand.self, TuneCommand.self, SplitCommand.self,
    WalkCommand.self,
    AuditCommand.self, ConvertCommand.self,
  ]

  /// The names of the commands, in the order of the overview.
  public static var commandNames: [String] { commands.map { $0.name } }

  /// Runs a command line.
  ///
  /// - Parameters:
  ///   - words: The arguments, without the program's name.
  ///   - console: The destination of results and messages.
  /// - Returns: The exit code: 0 on success, 1 for data that cannot be used and files that cannot
  ///   be written, 130 after Ctrl-C and 143 after SIGTERM where they stop a run in good order, 64
  ///   for a command line that is not understood.
  public static func run(_ words: [String], on console: Console = Console()) -> Int32 {
    guard let name = words.first else {
      console.note(HelpText.overview(commands))
      return 64
    }
    if name == "--version" {
      return answer("amble \(version)", on: console)
    }
    if ["--help", "-h", "help"].contains(name) {
      let command = words.count > 1 ? self.command(named: words[1]) : nil
      return answer(
        command.map { help(of: $0) } ?? HelpText.overview(commands), on: console)
    }
    guard let command = command(named: name) else {
      let near = nearest(to: name, among: commands.map { $0.name })
      console.note(
        "amble: there is no command \(Excerpt.quoted(name.utf8))"
          + (near.map { "; did you mean '\($0)'?" } ?? "")
      )
      console.note("'amble --help' lists the commands.")
      return 64
    }
    return run(command, Array(words.dropFirst()), on: console)
  }

  /// Prepares the process for a run: its standard files, its signals, and its memory, which is
  /// returned to the system once it is not needed.
  public static func prepareProcess() {
    OpenFile.openMissingStandardFiles()
    OpenFile.acceptSignals()
    MemoryUse.returnsFreedMemory()
  }

  /// Prints what was asked about the program itself.
  private static func answer(_ text: String, on console: Console) -> Int32 {
    do {
      try console.print(text)
      return 0
    } catch {
      console.note("amble: \(error)")
      return 1
    }
  }

  private static func command(named name: String) -> (any Subcommand.Type)? {
    commands.first { $0.name == name }
  }

  private static func help(of command: any Subcommand.Type) -> String {
    HelpText.help(of: command)
  }

  private static func run<Command: Subcommand>(
    _ type: Command.Type, _ words: [String], on console: Console
  ) -> Int32 {
    do {
      let words = try Command.completed(words)
      guard var command = try CommandParser<Command>.parse(words) else {
        return answer(HelpText.help(of: type), on: console)
      }
      command.note(words: words)
      try CommandFiles(of: command).validate(standardOutput: console.output)
      try command.run(on: console)
      return 0
    } catch let error as UsageError {
      return refuse(type, error.description, on: console)
    } catch let stop as StoppedRun {
      console.note("\(TrainingError.stopped(fraction: stop.fraction, checkpoint: nil))")
      if let checkpoint = stop.checkpoint {
        console.note("go on with: amble \(type.name) --resume \(checkpoint)")
      }
      return 128 + stop.signal
    } catch let error as OptionError {
      return refuse(type, message(of: error, for: type), on: console)
    } catch let error as any Remediable {
      console.note("amble: \(error.message { option(ofProperty: $0, of: type) })")
      return 1
    } catch {
      console.note("amble: \(error)")
      return 1
    }
  }

  /// Explains an invalid command line.
  private static func refuse<Command: Subcommand>(
    _ type: Command.Type, _ message: String, on console: Console
  ) -> Int32 {
    console.note("amble \(type.name): \(message)")
    console.note(HelpText.usage(of: type))
    console.note("'amble \(type.name) --help' explains the options.")
    return 64
  }

  /// The message of a library error, in terms of the command line.
  private static func message<Command: Subcommand>(
    of error: OptionError, for type: Command.Type
  ) -> String {
    let option = option(ofProperty: error.option, of: type) ?? error.option
    return "\(option) must be \(error.accepted), not \(error.value)"
  }

  /// A command's option for a property of the library, or nil if there is none.
  private static func option<Command: Subcommand>(
    ofProperty property: String, of type: Command.Type
  ) -> String? {
    type.options.flatMap(\.options).first { $0.property == property }?.names[0]
  }
}
