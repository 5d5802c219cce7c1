/// The beginning of a file.
struct FileStart {
  private let bytes: [UInt8]

  init(_ span: Span<UInt8>) {
    bytes = (0..<min(span.count, 4096)).map { span[$0] }
  }

  func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  func has(_ signature: some Collection<UInt8>, at place: Int = 0) -> Bool {
    place <= bytes.count && bytes[place...].starts(with: signature)
  }

  func has(_ signature: String, at place: Int = 0) -> Bool { has(signature.utf8, at: place) }

  func contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == text[0] && bytes[$0...].starts(with: text) }
  }

  /// The name of the first file in a zip archive; empty if the archive is.
  var firstZipName: String {
    guard bytes.count > 30 else { return "" }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    return String(decoding: bytes[30...].prefix(length), as: UTF8.self)
  }

  /// The text after a byte-order mark and white space.
  private var textStart: ArraySlice<UInt8> {
    (has([0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]).drop(while: Self.isSpace)
  }

  /// The first tag of markup that is neither a comment nor the declaration of XML, in lower case;
  /// the declaration if there is no other tag.
  var tag: String? {
    var rest = textStart
    guard rest.first == UInt8(ascii: "<") else { return nil }
    var declaration: String?
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      let text = String(decoding: rest[..<end], as: UTF8.self).lowercased()
      if text.hasPrefix("!doctype html") { return "!doctype html" }
      if text.hasPrefix("?xml") { declaration = text }
      if !text.hasPrefix("!") && !text.hasPrefix("?") {
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
        // Some programs write a prefix before every name.
        let local = String(name.split(separator: ":").last ?? "")
        return ["html", "head", "graphml", "gexf"].contains(local) ? local : declaration
      }
      rest = rest[end...]
    }
    return declaration
  }

  /// The first lines, of at most 4,096 bytes in all, without blanks around them.
  var lines: [String] {
    textStart.split(separator: 0x0a).map { line in
      let line = line.drop(while: Self.isSpace)
      let end = line.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? line.startIndex
      return String(decoding: line[..<end], as: UTF8.self)
    }
  }

  /// The first two words, of at most 40 bytes each.
  var firstWords: [String] {
    textStart.prefix(80).split(maxSplits: 2, whereSeparator: Self.isSpace).prefix(2).map {
      String(decoding: $0.prefix(40), as: UTF8.self)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
