internal import Text

/// The attributes of an edge in braces, as networkx writes them: `{'weight': 3.0, 'color': 'red'}`.
enum AttributeText {
  /// Where the attributes of a line begin; nil if the line does not end with braces.
  static func start(in line: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    guard !line.isEmpty, bytes[line.upperBound - 1] == UInt8(ascii: "}") else { return nil }
    return line.first { bytes[$0] == UInt8(ascii: "{") }
  }

  /// Whether any line has a weight.
  static func haveWeights(from start: Int, of bytes: Span<UInt8>) -> Bool {
    var start = start
    while start < bytes.count {
      let end = TextLine.end(from: start, of: bytes)
      if weight(in: start..<end, of: bytes) != nil { return true }
      start = end + 1
    }
    return false
  }

  /// The range of the weight's text; nil if there is no weight.
  static func weight(in range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int>? {
    let key = Array("weight".utf8)
    var place = range.lowerBound
    while place + key.count + 2 < range.upperBound {
      let quote = bytes[place]
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
        key.indices.allSatisfy({ bytes[place + 1 + $0] == key[$0] }),
        bytes[place + 1 + key.count] == quote
      else {
        place += 1
        continue
      }
      var start = place + key.count + 2
      while start < range.upperBound, bytes[start] <= 0x20 || bytes[start] == UInt8(ascii: ":") {
        start += 1
      }
      var end = start
      while end < range.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ","),
        bytes[end] != UInt8(ascii: "}")
      {
        end += 1
      }
      return start..<end
    }
    return nil
  }
}
