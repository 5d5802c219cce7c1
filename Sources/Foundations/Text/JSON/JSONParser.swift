/// Reads JSON (RFC 8259) byte after byte.
struct JSONParser {
  private static let largestDepth = 100
  private var position = 0
  private var depth = 0

  mutating func parse(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
    let value = try parseValue(text)
    skipSpace(text)
    guard position == text.count else { throw failure("there is more after the value") }
    return value
  }

  private func failure(_ reason: String) -> JSONError {
    JSONError(offset: position, reason: reason)
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while position < text.count, [0x20, 0x09, 0x0a, 0x0d].contains(text[position]) { position += 1 }
  }

  /// Skips a byte if it is the next one.
  private mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func parseValue(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
    skipSpace(text)
    guard position < text.count else { throw failure("the text ends where a value is needed") }
    switch text[position] {
    case UInt8(ascii: "{"):
      return try nested(text) { parser, text throws(JSONError) in
        try parser.parseObject(text)
      }
    case UInt8(ascii: "["):
      return try nested(text) { parser, text throws(JSONError) in
        try parser.parseArray(text)
      }
    case UInt8(ascii: "\""): return .string(try parseString(text))
    case UInt8(ascii: "t"): return try parseWord("true", .boolean(true), text)
    case UInt8(ascii: "f"): return try parseWord("false", .boolean(false), text)
    case UInt8(ascii: "n"): return try parseWord("null", .null, text)
    default: return try parseNumber(text)
    }
  }

  private mutating func nested(
    _ text: Span<UInt8>,
    _ body: (inout JSONParser, Span<UInt8>) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < Self.largestDepth else { throw failure("values are nested too deep") }
    depth += 1
    position += 1
    let value = try body(&self, text)
    depth -= 1
    return value
  }

  private mutating func parseObject(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    // Compared byte by byte, since Swift treats "é" as one and as two characters as equal.
    var names: Set<[UInt8]> = []
    skipSpace(text)
    if take(UInt8(ascii: "}"), text) { return .object([]) }
    while true {
      skipSpace(text)
      guard position < text.count, text[position] == UInt8(ascii: "\"") else {
        throw failure("a name in quotes is needed")
      }
      let name = try parseString(text)
      guard names.insert(Array(name.utf8)).inserted else {
        throw failure("the name \(Excerpt.quoted(name.utf8)) is there twice")
      }
      skipSpace(text)
      guard take(UInt8(ascii: ":"), text) else { throw failure("a colon is needed") }
      members.append((name, try parseValue(text)))
      skipSpace(text)
      if take(UInt8(ascii: "}"), text) { return .object(members) }
      guard take(UInt8(ascii: ","), text) else { throw failure("a comma or '}' is needed") }
    }
  }

  private mutating func parseArray(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace(text)
    if take(UInt8(ascii: "]"), text) { return .array([]) }
    while true {
      elements.append(try parseValue(text))
      skipSpace(text)
      if take(UInt8(ascii: "]"), text) { return .array(elements) }
      guard take(UInt8(ascii: ","), text) else { throw failure("a comma or ']' is needed") }
    }
  }

  private mutating func parseWord(
    _ word: StaticString, _ value: JSONValue, _ text: Span<UInt8>
  ) throws(JSONError) -> JSONValue {
    for byte in word.description.utf8 where !take(byte, text) { throw failure("a value is needed") }
    return value
  }

  private mutating func parseNumber(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = position
    var isInteger = true
    _ = take(UInt8(ascii: "-"), text)
    let first = position
    try parseDigits(text)
    if text[first] == UInt8(ascii: "0"), position > first + 1 {
      position = start
      throw failure("a number does not start with 0")
    }
    if take(UInt8(ascii: "."), text) {
      isInteger = false
      try parseDigits(text)
    }
    if take(UInt8(ascii: "e"), text) || take(UInt8(ascii: "E"), text) {
      isInteger = false
      if !take(UInt8(ascii: "+"), text) { _ = take(UInt8(ascii: "-"), text) }
      try parseDigits(text)
    }
    let number = String(decoding: (start..<position).map { text[$0] }, as: UTF8.self)
    if isInteger, let integer = Int(number) { return .integer(integer) }
    return .double(Double(number) ?? 0)
  }

  private mutating func parseDigits(_ text: Span<UInt8>) throws(JSONError) {
    let start = position
    while position < text.count, text[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
    guard position > start else { throw failure("a value is needed") }
  }

  private mutating func parseString(_ text: Span<UInt8>) throws(JSONError) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: bytes, as: UTF8.self) else {
          position = start
          throw failure("the string is not valid UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): bytes += try parseEscape(text).utf8
      case 0..<0x20: throw failure("a control character inside of a string")
      default:
        bytes.append(byte)
        position += 1
      }
    }
    throw failure("the text ends inside of a string")
  }

  private mutating func parseEscape(_ text: Span<UInt8>) throws(JSONError) -> String {
    guard position + 1 < text.count else { throw failure("the text ends inside of a string") }
    let byte = text[position + 1]
    position += 2
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try parseUnicodeEscape(text)
    default:
      position -= 2
      throw failure("an unknown escape inside of a string")
    }
  }

  /// Reads what follows `\u`: a scalar or a surrogate pair.
  private mutating func parseUnicodeEscape(_ text: Span<UInt8>) throws(JSONError) -> String {
    var value = try parseHexadecimal(text)
    if (0xd800..<0xdc00).contains(value), position + 1 < text.count,
      text[position] == UInt8(ascii: "\\"), text[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let second = try parseHexadecimal(text)
      guard (0xdc00..<0xe000).contains(second) else { throw failure("half of a surrogate pair") }
      value = 0x10000 + (value - 0xd800) << 10 + (second - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("half of a surrogate pair") }
    return String(scalar)
  }

  private mutating func parseHexadecimal(_ text: Span<UInt8>) throws(JSONError) -> UInt32 {
    guard position + 4 <= text.count else { throw failure("the text ends inside of a string") }
    let digits = String(decoding: (position..<position + 4).map { text[$0] }, as: UTF8.self)
    guard digits.first != "+", digits.first != "-", let value = UInt32(digits, radix: 16) else {
      throw failure("four hexadecimal digits are needed")
    }
    position += 4
    return value
  }
}
