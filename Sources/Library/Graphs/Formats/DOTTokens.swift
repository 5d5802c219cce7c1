internal import Text

/// The names and symbols of DOT.
struct DOTTokens: ~Escapable {
  enum Token: Equatable {
    /// A name, a number, or a text in quotation marks or angle brackets.
    case name(Name)
    case edge(isDirected: Bool)
    case symbol(UInt8)

    /// Whether the token is a word of the language, in any case and not in quotation marks.
    func isWord(_ word: String, of tokens: borrowing DOTTokens) -> Bool {
      guard case .name(let name) = self, !name.isQuoted, name.range.count == word.utf8.count else {
        return false
      }
      return tokens.text(of: name).lowercased() == word
    }
  }

  struct Name: Equatable {
    let range: Range<Int>
    var isQuoted = false
    /// The text, if it is not that of the range.
    var text: String?
  }

  private let bytes: Span<UInt8>
  private var place: Int
  /// The line of the last token, from 1.
  private(set) var line = 1

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    place = TextLine.start(of: bytes) ?? 0
  }

  func text(of name: Name) -> String {
    name.text ?? String(decoding: bytes.bytes(in: name.range), as: UTF8.self)
  }

  func fault(_ reason: String) -> LineFault {
    LineFault(line: line, reason: .invalidFormat(reason))
  }

  mutating func next() throws(LineFault) -> Token? {
    try skipSpace()
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    switch first {
    case Byte.quote: return .name(try quoted())
    case UInt8(ascii: "<"): return .name(try markup())
    case Byte.minus where has(Byte.minus, at: place + 1) || has(UInt8(ascii: ">"), at: place + 1):
      place += 2
      return .edge(isDirected: bytes[place - 1] == UInt8(ascii: ">"))
    case _ where Self.isOfName(first) || first == Byte.minus || first == Byte.point:
      let start = place
      place += 1
      while place < bytes.count, Self.isOfName(bytes[place]) || bytes[place] == Byte.point {
        place += 1
      }
      return .name(Name(range: start..<place))
    default:
      place += 1
      return .symbol(first)
    }
  }

  private func has(_ byte: UInt8, at place: Int) -> Bool {
    place < bytes.count && bytes[place] == byte
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte &- Byte.zero < 10
      || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private mutating func skipSpace() throws(LineFault) {
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Byte.newline {
        line += 1
        place += 1
      } else if byte <= Byte.blank {
        place += 1
      } else if byte == Byte.hash && (place == 0 || bytes[place - 1] == Byte.newline)
        || byte == UInt8(ascii: "/") && has(UInt8(ascii: "/"), at: place + 1)
      {
        place = TextLine.end(from: place, of: bytes)
      } else if byte == UInt8(ascii: "/"), has(UInt8(ascii: "*"), at: place + 1) {
        place += 2
        while place < bytes.count,
          !(bytes[place] == UInt8(ascii: "/") && bytes[place - 1] == UInt8(ascii: "*"))
        {
          if bytes[place] == Byte.newline { line += 1 }
          place += 1
        }
        place += 1
      } else {
        return
      }
    }
  }

  /// Reads a text in quotation marks, and what `+` joins to it.
  private mutating func quoted() throws(LineFault) -> Name {
    var text: [UInt8] = []
    while true {
      let firstLine = line
      place += 1
      while place < bytes.count, bytes[place] != Byte.quote {
        if bytes[place] == UInt8(ascii: "\\"), has(Byte.quote, at: place + 1) {
          place += 1
        } else if bytes[place] == UInt8(ascii: "\\"), has(Byte.newline, at: place + 1) {
          place += 2
          line += 1
          continue
        }
        if bytes[place] == Byte.newline { line += 1 }
        text.append(bytes[place])
        place += 1
      }
      guard place < bytes.count else {
        throw LineFault(
          line: firstLine, reason: .invalidFormat("a quotation mark is not closed"))
      }
      place += 1
      try skipSpace()
      guard has(Byte.plus, at: place) else { break }
      place += 1
      try skipSpace()
      guard has(Byte.quote, at: place) else { throw fault("a text is needed after '+'") }
    }
    return Name(range: 0..<0, isQuoted: true, text: String(decoding: text, as: UTF8.self))
  }

  /// Reads a text in angle brackets, which may contain balanced ones.
  private mutating func markup() throws(LineFault) -> Name {
    let start = place
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      case Byte.newline: line += 1
      default: break
      }
      place += 1
      if depth == 0 { return Name(range: start + 1..<place - 1, isQuoted: true) }
    }
    throw fault("an angle bracket is not closed")
  }
}
