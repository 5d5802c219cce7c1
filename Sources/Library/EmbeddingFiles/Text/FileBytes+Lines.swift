internal import Files
internal import Text

extension FileBytes {
  /// The range of the line that starts at a position, without its line break.
  ///
  /// - Parameters:
  ///   - start: The position.
  ///   - limit: The maximum number of bytes; a longer line is cut.
  /// - Returns: The range.
  func line(at start: Int, limit: Int = .max) -> Range<Int> {
    let span = span
    let last = span.count - start > limit ? start + limit : span.count
    var end = start
    while end < last, span[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, span[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The position after the end of a line.
  func lineEnd(after place: Int) -> Int {
    let span = span
    var end = place
    while end < span.count, span[end] != UInt8(ascii: "\n") { end += 1 }
    return min(span.count, end + 1)
  }

  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    let span = span
    for place in range where span[place] == byte { return true }
    return false
  }

  /// The beginning of a part of the file, in quotes, for an error message.
  func excerpt(_ range: Range<Int>) -> String {
    let span = span
    return Excerpt.quoted(range.prefix(8 * Excerpt.limit).map { span[$0] })
  }
}
