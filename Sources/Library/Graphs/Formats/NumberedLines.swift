internal import Text

/// The lines of a text, with their numbers from 1.
struct NumberedLines: ~Escapable {
  private let bytes: Span<UInt8>
  private var start: Int
  private var number = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    start = TextLine.start(of: bytes) ?? 0
  }

  /// The next line, without its end; nil after the last.
  mutating func next() -> (number: Int, range: Range<Int>)? {
    guard start < bytes.count else { return nil }
    number += 1
    var end = TextLine.end(from: start, of: bytes)
    let range = start..<end
    start = end + 1
    if end > range.lowerBound, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return (number, range.lowerBound..<end)
  }

  /// The next line that is not blank, as its words; nil after the last.
  ///
  /// A word in double quotation marks may contain blanks, and loses the marks; a blank or the end
  /// of the line follows the second one.
  mutating func nextWords() -> (number: Int, words: [Word])? {
    while let line = next() {
      let words = Self.words(in: line.range, of: bytes)
      if !words.isEmpty { return (line.number, words) }
    }
    return nil
  }

  /// A word of a line.
  struct Word {
    let range: Range<Int>
    let isQuoted: Bool

    /// Whether the word begins with a character, outside of quotation marks.
    func begins(with byte: UInt8, in bytes: Span<UInt8>) -> Bool {
      !isQuoted && bytes[range.lowerBound] == byte
    }

    func text(in bytes: Span<UInt8>) -> String {
      String(decoding: bytes.bytes(in: range), as: UTF8.self)
    }
  }

  private static func words(in line: Range<Int>, of bytes: Span<UInt8>) -> [Word] {
    var words: [Word] = []
    var place = line.lowerBound
    while place < line.upperBound {
      if bytes[place] <= Byte.blank {
        place += 1
        continue
      }
      let start = place
      if bytes[start] == Byte.quote {
        place += 1
        while place < line.upperBound,
          bytes[place] != Byte.quote
            || place + 1 < line.upperBound && bytes[place + 1] > Byte.blank
        {
          place += 1
        }
        words.append(Word(range: start + 1..<place, isQuoted: true))
        place += 1
      } else {
        while place < line.upperBound, bytes[place] > Byte.blank { place += 1 }
        words.append(Word(range: start..<place, isQuoted: false))
      }
    }
    return words
  }
}
