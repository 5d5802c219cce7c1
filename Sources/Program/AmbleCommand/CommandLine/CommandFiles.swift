internal import Files

/// All files that a command line names.
struct CommandFiles {
  /// A file, and what names it.
  struct Entry {
    /// The option or argument: "--output", "EDGES".
    let name: String
    /// The value of the option, from which the path is made.
    let value: String
    let path: String
    let isOutput: Bool
  }

  /// The files, those of arguments first.
  let entries: [Entry]

  /// Collects the files of a command.
  init<Command: Subcommand>(of command: Command) {
    let named =
      Command.arguments.map { ($0.name, $0.files) }
      + Command.options.flatMap(\.options).map { ($0.names[0], $0.files) }
    entries = named.flatMap { name, files -> [Entry] in
      guard let files, let value = files.value(command), !value.isEmpty else { return [] }
      return files.paths(command).map {
        Entry(name: name, value: value, path: $0, isOutput: files.isOutput)
      }
    }
  }

  /// Checks that no output is a file that is read, or another output.
  ///
  /// Files are compared as the system knows them, so that links are seen through. Pipes and devices
  /// may be named twice.
  ///
  /// - Parameter standardOutput: The open file that an output `-` stands for.
  /// - Throws: `UsageError` for the first output that is.
  func validate(standardOutput: Int32) throws(UsageError) {
    var seen: [FileIdentity: Entry] = [:]
    var toStandardOutput: Entry?
    for entry in entries.filter({ !$0.isOutput }) + entries.filter(\.isOutput) {
      let isStandard = entry.path == "-"
      if isStandard && entry.isOutput {
        if let other = toStandardOutput {
          throw UsageError("\(other.name) and \(entry.name) are both standard output")
        }
        toStandardOutput = entry
      }
      let identity =
        isStandard
        ? FileIdentity(descriptor: entry.isOutput ? standardOutput : 0) : FileIdentity(entry.path)
      guard let identity else { continue }
      guard entry.isOutput, let other = seen[identity] else {
        seen[identity] = entry
        continue
      }
      throw UsageError(
        other.isOutput
          ? "\(other.name) \(other.text) and \(entry.name) \(entry.text) are one file"
          : "\(entry.name) \(entry.text) would replace \(other.text), which \(other.name) reads")
    }
  }
}

extension CommandFiles.Entry {
  /// The path in messages.
  fileprivate var text: String {
    path == "-" ? isOutput ? "standard output" : "standard input" : path
  }
}
