internal import Files
internal import SystemLibrary
internal import Text

/// A log file of JSON lines, which can be watched during a run.
struct LineLog: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for standard output.
  ///   - appends: Whether to keep the existing contents.
  ///   - console: Has the standard output.
  /// - Throws: `FileError` if the file cannot be written.
  init(_ path: String, appends: Bool, on console: Console) throws(FileError) {
    self.path = path
    descriptor = try OpenFile.open(
      path, keepsContent: appends, standardOutput: console.output)
  }

  deinit { _ = close(descriptor) }

  /// Whether a file is the log of a run, or empty.
  ///
  /// - Parameter path: The path of the file.
  /// - Returns: Whether it begins as a log does; false if it cannot be read.
  static func isLog(_ path: String) -> Bool {
    guard let bytes = try? FileBytes(mapping: path) else { return false }
    let start = Array("{\"episode\":".utf8)
    return bytes.count == 0
      || bytes.count >= start.count && start.indices.allSatisfy { bytes.span[$0] == start[$0] }
  }

  /// Appends a line.
  ///
  /// - Parameter value: The content of the line.
  /// - Throws: `FileError` if it cannot be written.
  borrowing func append(_ value: JSONValue) throws(FileError) {
    try OpenFile.write(
      JSONWriter.text(of: value, layout: .compact) + "\n", to: descriptor, named: path)
  }
}
