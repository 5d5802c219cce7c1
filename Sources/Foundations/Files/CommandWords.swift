internal import Text

/// The words of a command line as the system passes them.
package enum CommandWords {
  /// The words after the program's name, as texts that stand for the same bytes: names of files
  /// need not be valid UTF-8.
  package static var all: [String] {
    (1..<max(1, Int(CommandLine.argc))).map { index in
      // SAFETY: there are `argc` words, each of which ends with a zero.
      guard let word = unsafe CommandLine.unsafeArgv[index] else { return "" }
      return unsafe RawText.text(
        of: Array(UnsafeRawBufferPointer(start: word, count: length(word))))
    }
  }

  private static func length(_ word: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe word[length] != 0 { length += 1 }
    return length
  }
}
