internal import SystemLibrary

/// Files that are open already: standard output and standard error.
package enum OpenFile {
  /// Writes a text without buffering.
  ///
  /// - Parameters:
  ///   - text: The text, written in UTF-8.
  ///   - descriptor: The file. Errors are ignored, since the text is for people to read.
  package static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = SystemCalls.write(descriptor, bytes, from: written)
      guard count > 0 else { return }
      written += count
    }
  }

  /// Whether a file is a terminal.
  ///
  /// - Parameter descriptor: The file.
  /// - Returns: Whether it is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
