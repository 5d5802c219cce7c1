package import Text

/// The lines of a text file of walks: one walk per line, as names of nodes.
///
/// Names are separated by blanks, or by tabs in files where more lines have tabs between names than
/// have only blanks, so that names can contain blanks. Blank lines are skipped, and so are
/// comments: lines that begin with `#` and a blank, or that are `#` alone.
package struct WalkLines: Sendable {
  /// The file's path in messages, or `-` for standard input.
  package let path: String
  /// The text.
  package let bytes: [UInt8]
  private let hasTabs: Bool

  /// Prepares the lines of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8, or in UTF-16 with its mark.
  ///   - path: The file's path in messages.
  /// - Throws: `TextTableError` if the text is in another encoding.
  package init(_ bytes: consuming [UInt8], named path: String) throws(TextTableError) {
    guard var text = TextEncoding.unicode.utf8(bytes) else {
      throw TextTableError(file: path, line: nil, reason: "is not text in UTF-8 or UTF-16")
    }
    if text.starts(with: [0xef, 0xbb, 0xbf]) { text.removeFirst(3) }
    self.path = path
    hasTabs = Self.tabsSeparate(text)
    self.bytes = text
  }

  /// Calls a body with each walk.
  ///
  /// - Parameter body: Called with the places of a walk's names in `bytes`, and the number of its
  ///   line, from 1; returns whether to go on.
  /// - Throws: What the body throws.
  package func forEachWalk(
    _ body: (_ names: [Range<Int>], _ line: Int) throws(TextTableError) -> Bool
  ) throws(TextTableError) {
    var names: [Range<Int>] = []
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = TextLine.end(from: start, of: bytes.span)
      Self.split(start..<end, of: bytes.span, hasTabs: hasTabs, into: &names)
      start = end + 1
      if names.isEmpty || Self.isComment(names, in: bytes.span) { continue }
      guard try body(names, line) else { return }
    }
  }

  /// Finds the names of a line.
  private static func split(
    _ line: Range<Int>, of bytes: Span<UInt8>, hasTabs: Bool, into names: inout [Range<Int>]
  ) {
    names.removeAll(keepingCapacity: true)
    var end = line.upperBound
    while end > line.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    var first = line.lowerBound
    for place in line.lowerBound..<max(end, line.lowerBound) {
      let byte = bytes[place]
      guard byte == 0x09 || byte == 0x20 && !hasTabs else { continue }
      if place > first { names.append(first..<place) }
      first = place + 1
    }
    if end > first { names.append(first..<end) }
  }

  private static func isComment(_ names: [Range<Int>], in bytes: Span<UInt8>) -> Bool {
    let first = names[0]
    guard bytes[first.lowerBound] == UInt8(ascii: "#") else { return false }
    return first.count == 1 || bytes[first.lowerBound + 1] == 0x20
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// Whether more lines have a tab between names than have only blanks there.
  private static func tabsSeparate(_ text: [UInt8]) -> Bool {
    guard text.contains(0x09) else { return false }
    let bytes = text.span
    var balance = 0
    var start = 0
    while start < bytes.count {
      let end = TextLine.end(from: start, of: bytes)
      var range = start..<end
      while let last = range.last, isSpace(bytes[last]) { range = range.lowerBound..<last }
      if range.contains(where: { bytes[$0] == 0x09 }) {
        balance += 1
      } else if range.contains(where: { bytes[$0] == 0x20 }) {
        balance -= 1
      }
      start = end + 1
    }
    return balance > 0
  }
}
