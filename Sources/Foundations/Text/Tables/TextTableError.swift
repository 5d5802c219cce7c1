/// Why a text table is invalid.
public struct TextTableError: Error, Equatable, CustomStringConvertible {
  /// The file's path, or `-` for standard input.
  public let file: String
  /// The line number, counted from 1; nil if the error concerns no single line.
  public let line: Int?
  /// What is wrong and what would be accepted.
  public let reason: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - file: The file's path, or `-` for standard input.
  ///   - line: The line number, counted from 1, or nil.
  ///   - reason: What is wrong and what would be accepted, phrased to follow the place and a colon.
  public init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The place and the reason: `labels.txt: line 7: …`.
  public var description: String { "\(Self.place(file: file, line: line)): \(reason)" }

  /// A file and a line, as at the beginning of every message about a table.
  package static func place(file: String, line: Int?) -> String {
    (file == "-" ? "standard input" : Excerpt.escaped(file)) + (line.map { ": line \($0)" } ?? "")
  }
}
