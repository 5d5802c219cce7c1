internal import Files
internal import SystemLibrary
internal import Text

/// A log file of JSON lines, which can be watched during a run.
struct LineLog: ~Copyable {
  private let descriptor: Int32

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - appends: Whether to keep the existing contents.
  /// - Throws: `FileError` if the file cannot be written.
  init(_ path: String, appends: Bool) throws(FileError) {
    descriptor = try OpenFile.log(path, appends: appends)
  }

  deinit { _ = close(descriptor) }

  /// Appends a line.
  borrowing func append(_ value: JSONValue) {
    OpenFile.write(JSONWriter.text(of: value, layout: .compact) + "\n", to: descriptor)
  }
}
