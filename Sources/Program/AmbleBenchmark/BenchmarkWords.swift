/// The words of a command line, taken one option after the other.
struct BenchmarkWords: ~Copyable {
  /// An option that is unknown or has a value that cannot be used.
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
  ///   - option: The option's name, such as `--threads`.
  ///   - standard: The value when the option is not given.
  /// - Returns: The value.
  /// - Throws: `WordError` when there is no value of the right type.
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

  /// Takes the first word that is no option, or nil when there is none.
  mutating func takeArgument() -> String? {
    guard let first = words.first, !first.hasPrefix("--") else { return nil }
    return words.removeFirst()
  }

  /// Ends the taking.
  ///
  /// - Throws: `WordError` when a word is left.
  consuming func finish() throws(WordError) {
    if let word = words.first { throw WordError(description: "'\(word)' is not understood") }
  }
}
