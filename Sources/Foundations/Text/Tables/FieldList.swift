/// The fields of one line, as ranges of the bytes of a file.
package struct FieldList {
  /// A field: the range of its text, without quotation marks and surrounding blanks.
  package struct Field: Equatable {
    package var range: Range<Int>
    /// Whether the text contains doubled quotation marks, each pair of which stands for one.
    package var hasDoubledQuotes = false
  }

  /// Why a line cannot be split into fields.
  package enum Fault: Error, Equatable {
    /// A quotation mark opens a field and is not closed on the same line.
    case openQuote(Range<Int>)
    /// There is text between a closing quotation mark and the next delimiter.
    case textAfterQuote(Range<Int>)
    /// A field is not valid UTF-8.
    case notUTF8(Range<Int>)

    /// Describes what is wrong, with the offending text.
    package func reason(in bytes: Span<UInt8>) -> String {
      switch self {
      case .openQuote(let range):
        "the quotation mark of \(Excerpt.quoted(range, of: bytes)) is not closed on its line"
      case .textAfterQuote(let range):
        "\(Excerpt.quoted(range, of: bytes)) follows a closing quotation mark, where a delimiter "
          + "is needed"
      case .notUTF8(let range): "\(Excerpt.quoted(range, of: bytes)) is not valid UTF-8"
      }
    }
  }

  package private(set) var fields: [Field] = []

  package init() {
    fields.reserveCapacity(8)
  }

  package var count: Int { fields.count }

  package subscript(index: Int) -> Field { fields[index] }

  /// Splits a line into its fields, which replace those of the previous line.
  ///
  /// - Parameters:
  ///   - line: The range of the line, as `TextLine.content` gives it.
  ///   - bytes: The bytes of the file.
  ///   - delimiter: What separates the fields.
  /// - Throws: `Fault` if quotation marks are misplaced.
  package mutating func split(
    _ line: Range<Int>, of bytes: Span<UInt8>, at delimiter: FieldDelimiter
  ) throws(Fault) {
    fields.removeAll(keepingCapacity: true)
    guard let byte = delimiter.byte else { return splitAtBlanks(line, of: bytes) }
    var start = line.lowerBound
    while true {
      let first = TextLine.skipBlanks(start..<line.upperBound, of: bytes)
      if delimiter.allowsQuotes, first < line.upperBound, bytes[first] == Byte.quote {
        start = try appendQuoted(first..<line.upperBound, of: bytes, delimiter: byte)
      } else {
        var end = first
        while end < line.upperBound, bytes[end] != byte { end += 1 }
        start = end
        while end > first, bytes[end - 1] == Byte.blank { end -= 1 }
        fields.append(Field(range: first..<end))
      }
      guard start < line.upperBound else { return }
      start += 1
    }
  }

  private mutating func splitAtBlanks(_ line: Range<Int>, of bytes: Span<UInt8>) {
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start
      while end < line.upperBound, bytes[end] != Byte.blank, bytes[end] != Byte.tab { end += 1 }
      if end > start { fields.append(Field(range: start..<end)) }
      start = end + 1
    }
  }

  /// Appends the field that opens with a quotation mark; returns the position of the next
  /// delimiter.
  private mutating func appendQuoted(
    _ rest: Range<Int>, of bytes: Span<UInt8>, delimiter: UInt8
  ) throws(Fault) -> Int {
    var field = Field(range: rest)
    var end = rest.lowerBound + 1
    while true {
      guard end < rest.upperBound else { throw .openQuote(rest) }
      if bytes[end] == Byte.quote {
        guard end + 1 < rest.upperBound, bytes[end + 1] == Byte.quote else { break }
        field.hasDoubledQuotes = true
        end += 1
      }
      end += 1
    }
    field.range = rest.lowerBound + 1..<end
    fields.append(field)
    let next = TextLine.skipBlanks(end + 1..<rest.upperBound, of: bytes)
    guard next == rest.upperBound || bytes[next] == delimiter else {
      var stop = next
      while stop < rest.upperBound, bytes[stop] != delimiter { stop += 1 }
      throw .textAfterQuote(next..<stop)
    }
    return next
  }

  /// Removes empty fields from the end of the line, as delimiters behind the last column make them.
  ///
  /// - Parameter count: The number of fields to keep, however empty.
  package mutating func removeEmptyEnd(keeping count: Int) {
    while fields.count > count, fields.last?.range.isEmpty ?? false { fields.removeLast() }
  }

  /// Appends the text of a field to a buffer, replacing doubled quotation marks by single ones.
  ///
  /// - Parameters:
  ///   - index: The number of the field in the line, from 0.
  ///   - bytes: The bytes of the file.
  ///   - buffer: The buffer to append to.
  package func appendText(of index: Int, from bytes: Span<UInt8>, to buffer: inout [UInt8]) {
    let field = fields[index]
    var isSecond = false
    for place in field.range {
      let byte = bytes[place]
      isSecond = field.hasDoubledQuotes && byte == Byte.quote && !isSecond
      if !isSecond { buffer.append(byte) }
    }
  }
}
