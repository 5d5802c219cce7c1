/// Which lines of a text file are comments.
package struct CommentRule: Sendable, Equatable {
  private let marks: (UInt8, UInt8)?
  /// Whether a blank, another mark or the end of the line must follow the mark.
  private let needsBlank: Bool

  private init(marks: (UInt8, UInt8)?, needsBlank: Bool = false) {
    self.marks = marks
    self.needsBlank = needsBlank
  }

  /// No line is a comment.
  package static let none = CommentRule(marks: nil)

  /// Every line that begins with `#` or `%`: the rule where no name could begin like this.
  package static let marked = CommentRule(marks: (Byte.hash, Byte.percent))

  /// Every line that begins with `#` or `%` and a blank, so that `#swift` is a name.
  package static let spaced = CommentRule(marks: (Byte.hash, Byte.percent), needsBlank: true)

  /// Every line that begins with a character.
  package static func lines(beginningWith mark: UInt8) -> CommentRule {
    CommentRule(marks: (mark, mark))
  }

  package static func == (left: CommentRule, right: CommentRule) -> Bool {
    left.marks?.0 == right.marks?.0 && left.marks?.1 == right.marks?.1
      && left.needsBlank == right.needsBlank
  }

  /// Whether a line that begins with the first byte of a range is a comment.
  ///
  /// - Parameters:
  ///   - line: The range of the line, without surrounding blanks; not empty.
  ///   - bytes: The bytes of the file.
  /// - Returns: Whether it is one.
  func isComment(_ line: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard let marks else { return false }
    let first = bytes[line.lowerBound]
    guard first == marks.0 || first == marks.1 else { return false }
    guard needsBlank, line.count > 1 else { return true }
    let next = bytes[line.lowerBound + 1]
    return next == Byte.blank || next == Byte.tab || next == first
  }
}
