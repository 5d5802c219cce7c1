/// A text table that does not say what it should.
public struct TextTableError: Error, Equatable, CustomStringConvertible {
  /// The file's path, or `-` for standard input.
  public let file: String
  /// The number of the line, from 1; nil when the fault is not one line's.
  public let line: Int?
  /// What is wrong and what would be accepted, in words.
  public let reason: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - file: The file's path, or `-` for standard input.
  ///   - line: The number of the line, from 1, or nil.
  ///   - reason: What is wrong and what would be accepted, to be read after the place and a colon.
  public init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The place and the reason: `labels.txt: line 7: …`.
  public var description: String { "\(Self.place(file: file, line: line)): \(reason)" }

  /// A file and a line, as every message about a table begins.
  package static func place(file: String, line: Int?) -> String {
    (file == "-" ? "standard input" : file) + (line.map { ": line \($0)" } ?? "")
  }
}
