internal import SystemLibrary

/// Files that are open already, such as standard output and standard error.
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

  /// Opens a file of which readers see every line at once, such as a log.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - appends: Whether to keep the existing contents.
  /// - Returns: The descriptor, which the caller closes.
  /// - Throws: `FileError` if the file cannot be written.
  package static func log(_ path: String, appends: Bool) throws(FileError) -> Int32 {
    let descriptor =
      appends
      ? SystemCalls.openForAppending(path)
      : SystemCalls.openForWriting(path, creating: true)
    guard descriptor >= 0 else { throw .system(path, use: .output, cannot: "write") }
    return descriptor
  }

  /// Creates a folder unless there is one.
  ///
  /// - Parameter path: The path of the folder. That it cannot be created is noticed when a file is
  ///   written to it.
  package static func createFolder(_ path: String) { _ = SystemCalls.createFolder(path) }
}
