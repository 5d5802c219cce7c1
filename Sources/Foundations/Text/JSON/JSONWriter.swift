/// Writes JSON values as text.
///
/// Indented text has one line per member and element, except that a short array or object without
/// another one inside stays on one line. Compact text has no spaces at all.
package struct JSONWriter: Sendable {
  /// The layout of the text.
  package enum Layout: Sendable {
    /// All on one line, without spaces.
    case compact
    /// With an indentation of two spaces per level, for people.
    case indented
  }

  /// The maximum length in bytes of an array or object that stays on one line.
  private static let lineLength = 100

  private let layout: Layout
  private var bytes: [UInt8] = []

  /// The text of a value, without a final line break.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - layout: The layout of the text.
  /// - Returns: The text.
  package static func text(of value: JSONValue, layout: Layout = .indented) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private init(layout: Layout) {
    self.layout = layout
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += value.description.utf8
    case .double(let value): write(number: value)
    case .float(let value): write(number: value)
    case .string(let value): write(text: value)
    case .array(let elements):
      write(elements, of: value, between: "[", "]", depth: depth) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .object(let members):
      write(members, of: value, between: "{", "}", depth: depth) { writer, member in
        writer.write(text: member.name)
        writer.bytes += (writer.layout == .compact ? ":" : ": ").utf8
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  /// Writes an array or object; one that may fit on a line is first written compactly to be
  /// measured.
  private mutating func write<Part>(
    _ parts: [Part], of value: JSONValue, between opening: String, _ closing: String, depth: Int,
    each: (inout JSONWriter, Part) -> Void
  ) {
    let isOneLine = parts.isEmpty || layout == .compact || value.isFlat && fits(value)
    bytes += opening.utf8
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes += (isOneLine && layout == .indented ? ", " : ",").utf8 }
      if !isOneLine { breakLine(depth: depth + 1) }
      each(&self, part)
    }
    if !isOneLine { breakLine(depth: depth) }
    bytes += closing.utf8
  }

  private func fits(_ value: JSONValue) -> Bool {
    var compact = JSONWriter(layout: .compact)
    compact.write(value, depth: 0)
    return compact.bytes.count <= Self.lineLength
  }

  private mutating func breakLine(depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Swift writes the fewest digits that identify the number, in a form that JSON accepts.
  private mutating func write(number: some BinaryFloatingPoint & CustomStringConvertible) {
    bytes += (number.isFinite ? number.description : "null").utf8
  }

  private mutating func write(text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7f:
        let digits = String(byte, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONValue {
  /// Whether nothing inside is an array or object itself.
  fileprivate var isFlat: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy(\.value.isScalar)
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
