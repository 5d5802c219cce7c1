/// The lines of a text file, and the data in them.
package enum TextLine {
  /// The end of a line: the position of its newline, or the end of the bytes.
  package static func end(from start: Int, of bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
    return end
  }

  /// The data of a line, or nil if it is blank or a comment.
  ///
  /// The data excludes the line break, `\n` or `\r\n`, and surrounding blanks, which include tabs
  /// unless tabs are the delimiter.
  ///
  /// - Parameters:
  ///   - line: The range of the line, without its newline.
  ///   - bytes: The bytes of the file.
  ///   - delimiter: What separates the fields.
  ///   - comments: Which lines are comments.
  /// - Returns: The range of the data.
  package static func content(
    _ line: Range<Int>, of bytes: Span<UInt8>, delimiter: FieldDelimiter, comments: CommentRule
  ) -> Range<Int>? {
    var first = line.lowerBound
    var end = line.upperBound
    if end > first, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    while end > first, bytes[end - 1] == Byte.blank || bytes[end - 1] == Byte.tab { end -= 1 }
    while first < end, bytes[first] == Byte.blank || bytes[first] == Byte.tab { first += 1 }
    if first == end || comments.isComment(first..<end, of: bytes) { return nil }
    guard delimiter == .tab else { return first..<end }
    // A tab at an end delimits an empty field, which must be noticed and rejected.
    first = skipBlanks(line, of: bytes)
    end = line.upperBound
    if bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    while bytes[end - 1] == Byte.blank { end -= 1 }
    return first..<end
  }

  /// Whether a line has nothing but blanks.
  package static func isBlank(_ line: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    line.allSatisfy { bytes[$0] <= Byte.blank }
  }

  /// The first position in a range that is not a blank, or the end of the range.
  static func skipBlanks(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var first = range.lowerBound
    while first < range.upperBound, bytes[first] == Byte.blank { first += 1 }
    return first
  }

  /// The number of newlines in a range.
  package static func newlineCount(in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let bytes = bytes.extracting(range)
    var count = 0
    for index in bytes.indices {
      // SAFETY: the index is one of the span's own. Without its check, the loop is vectorized.
      count &+= unsafe bytes[unchecked: index] == 0x0a ? 1 : 0
    }
    return count
  }

  /// The start of the text: after the byte-order mark, if there is one.
  ///
  /// - Parameter bytes: The bytes of the file.
  /// - Returns: 0 or 3; nil if the mark says that the text is in UTF-16 or UTF-32.
  package static func start(of bytes: Span<UInt8>) -> Int? {
    if bytes.count >= 3, bytes[0] == 0xef, bytes[1] == 0xbb, bytes[2] == 0xbf { return 3 }
    if bytes.count >= 2, bytes[0] ^ bytes[1] == 0x01, bytes[0] | bytes[1] == 0xff { return nil }
    return 0
  }
}
