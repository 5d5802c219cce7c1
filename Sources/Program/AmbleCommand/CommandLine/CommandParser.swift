internal import Text

/// Parses the words that follow a command's name.
struct CommandParser<Command: Subcommand> {
  private var command = Command()
  private var pending = Command.arguments[...]

  /// Parses the words of a command line.
  ///
  /// - Parameter words: The words after the command's name.
  /// - Returns: The command with its properties set, or nil if help is requested.
  /// - Throws: `UsageError` if the words are not understood.
  static func parse(_ words: [String]) throws(UsageError) -> Command? {
    var parser = CommandParser()
    var words = words[...]
    var optionsEnded = false
    while let word = words.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        try parser.take(argument: word)
      } else if word == "--" {
        optionsEnded = true
      } else if word == "--help" || word == "-h" {
        return nil
      } else {
        try parser.take(option: word, from: &words)
      }
    }
    if let missing = parser.pending.first, missing.arity == .one { throw missing.missing }
    return parser.command
  }

  private mutating func take(argument word: String) throws(UsageError) {
    guard let argument = pending.first else {
      throw UsageError("\(Excerpt.quoted(word.utf8)) is one argument too many")
    }
    argument.set(&command, word)
    if argument.arity != .any { pending.removeFirst() }
  }

  private mutating func take(
    option word: String, from words: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let options = Command.options.flatMap(\.options)
    guard let option = options.first(where: { $0.names.contains(name) }) else {
      throw UsageError(Self.unknown(name, among: options.flatMap(\.names)))
    }
    guard let valueName = option.valueName else {
      guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
      try option.set(&command, "")
      return
    }
    if parts.count == 2 {
      try option.set(&command, String(parts[1]))
    } else if let value = words.first, !value.hasPrefix("--") {
      words.removeFirst()
      try option.set(&command, value)
    } else {
      throw UsageError("\(name) needs a value: \(name) \(valueName)")
    }
  }

  private static func unknown(_ name: String, among names: [String]) -> String {
    if let hint = ForeignOption.hint(for: name, among: names) {
      return "there is no option \(Excerpt.escaped(name)); \(hint)"
    }
    guard let near = nearest(to: name, among: names + ["--help"]) else {
      return "there is no option \(Excerpt.escaped(String(name.prefix(Excerpt.limit))))"
    }
    return "there is no option \(Excerpt.escaped(name)); did you mean \(near)?"
  }
}

/// The name that is most similar to a word, if it is near enough to be what was meant.
func nearest(to word: String, among names: [String]) -> String? {
  guard word.utf8.count <= 100 else { return nil }
  let best = names.map { (name: $0, distance: editDistance(Array(word), Array($0))) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= max(1, word.count / 3) else { return nil }
  return best.name
}

/// The number of letters to insert, remove or replace to turn one word into another.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var row = Array(0...second.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(diagonal + (letter == other ? 0 : 1), above + 1, row[j] + 1)
      diagonal = above
    }
  }
  return row[second.count]
}
