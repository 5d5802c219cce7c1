/// The words of a command line, from which options are taken one by one.
struct BenchmarkWords: ~Copyable {
  /// An option is unknown or has an invalid value.
  struct WordError: Error, CustomStringConvertible {
    let description: String
  }

  private var words: [String]

  init(_ words: some Sequence<String>) {
    self.words = Array(words)
  }

  /// Takes the value of an option.
  ///
  /// - Parameters:
  ///   - option: The name of the option, such as `--threads`.
  ///   - standard: The default value.
  /// - Returns: The value.
  /// - Throws: `WordError` if the option has no value of the right type.
  mutating func take<Value: LosslessStringConvertible>(
    _ option: String, or standard: Value
  ) throws(WordError) -> Value {
    guard let place = words.firstIndex(of: option) else { return standard }
    guard place + 1 < words.count, let value = Value(words[place + 1]) else {
      throw WordError(description: "\(option) needs a value such as \(standard)")
    }
    words.removeSubrange(place...place + 1)
    return value
  }

  /// Takes the first word that is not an option, or nil if there is none.
  mutating func takeArgument() -> String? {
    guard let first = words.first, !first.hasPrefix("--") else { return nil }
    return words.removeFirst()
  }

  /// Checks that all words have been taken.
  ///
  /// - Throws: `WordError` if a word is left.
  consuming func finish() throws(WordError) {
    if let word = words.first { throw WordError(description: "'\(word)' is not understood") }
  }
}
