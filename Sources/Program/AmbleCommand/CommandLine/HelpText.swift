/// The texts that explain commands.
enum HelpText {
  private static let width = 96

  /// The help of a command.
  static func help<Command: Subcommand>(of command: Command.Type) -> String {
    var text = "\(usage(of: command))\n\n\(command.summary)\n"
    if !command.discussion.isEmpty {
      text += "\n\(wrapped(command.discussion, indentation: 0))\n"
    }
    let arguments = command.arguments.map { ($0.usage, $0.help) }
    let defaults = Command()
    let sections = command.options.map { section in
      (section.title, section.options.map { (left(of: $0), right(of: $0, defaults: defaults)) })
    }
    let column =
      min(30, (arguments + sections.flatMap(\.1)).map(\.0.count).max() ?? 0) + 4
    if !arguments.isEmpty { text += list("Arguments", arguments, column: column) }
    for (title, rows) in sections { text += list(title, rows, column: column) }
    text += "\nExamples:\n" + command.examples.map { "  amble \($0)\n" }.joined()
    return text
  }

  /// The usage line of a command.
  static func usage<Command: Subcommand>(of command: Command.Type) -> String {
    (["usage: amble", command.name] + command.arguments.map(\.usage) + ["[options]"])
      .joined(separator: " ")
  }

  /// The list of all commands.
  static func overview(_ commands: [any Subcommand.Type]) -> String {
    let column = (commands.map { $0.name.count }.max() ?? 0) + 4
    return """
      usage: amble COMMAND …

      Node embeddings: from an edge list to vectors that say which nodes are alike.
      \(list("Commands", commands.map { ($0.name, $0.summary) }, column: column))
      'amble COMMAND --help' explains a command. 'amble --version' prints the version.

      """
  }

  private static func left<Root>(of option: Option<Root>) -> String {
    let names = option.names.reversed().joined(separator: ", ")
    let indented = option.names.count == 1 ? "    " + names : names
    return option.valueName.map { "\(indented) \(brokenChoices($0))" } ?? indented
  }

  /// Choices between bars, on as many lines as they take.
  private static func brokenChoices(_ choices: String) -> String {
    let indentation = spaces(8)
    return choices.split(separator: "|").reduce(into: "") { text, choice in
      let line = text.split(separator: "\n").last ?? ""
      let isLong = line.count + choice.count > width - 30
      if !text.isEmpty { text += isLong ? "|\n\(indentation)" : "|" }
      text += choice
    }
  }

  private static func right<Root>(of option: Option<Root>, defaults: Root) -> String {
    guard let text = option.defaultText(defaults) else { return option.help }
    return "\(option.help) [\(text)]"
  }

  private static func list(
    _ title: String, _ rows: [(String, String)], column: Int
  ) -> String {
    rows.reduce("\n\(title):\n") { text, row in
      let (left, right) = row
      let body = wrapped(right, indentation: column)
      return left.count + 4 > column
        ? "\(text)  \(left)\n\(spaces(column))\(body)\n"
        : "\(text)  \(left)\(spaces(column - 2 - left.count))\(body)\n"
    }
  }

  /// Breaks a text into lines, indenting all but the first.
  ///
  /// Existing line breaks are kept.
  private static func wrapped(_ text: String, indentation: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let line = lines[lines.count - 1]
        if line.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if line.count + 1 + word.count <= width - indentation {
          lines[lines.count - 1] = "\(line) \(word)"
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n" + spaces(indentation))
    }.joined(separator: "\n" + spaces(indentation))
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
