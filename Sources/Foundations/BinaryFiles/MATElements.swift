/// The tagged elements of a MAT-file, one after another.
struct MATElements: ~Escapable {
  /// The type of a variable.
  static let matrix = 14
  /// The type of a variable that is compressed.
  static let compressed = 15

  /// A type, and the range of what it is the type of.
  struct Element {
    let type: Int
    let range: Range<Int>
  }

  private let bytes: Span<UInt8>
  private var position: Int

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// The next element; nil at the end.
  mutating func next() throws(BinaryFault) -> Element? {
    guard position < bytes.count else { return nil }
    guard position + 8 <= bytes.count else {
      throw BinaryFault(byte: position, "the file is cut short")
    }
    let tag = LittleEndian.load(bytes, at: position, as: UInt32.self)
    // A small element has its size in the upper half of the tag, and its content behind it.
    if tag >> 16 != 0 {
      let size = Int(tag >> 16)
      guard size <= 4 else { throw BinaryFault(byte: position, "an element has a wrong size") }
      position += 8
      return Element(type: Int(tag & 0xffff), range: position - 4..<position - 4 + size)
    }
    let size = Int(LittleEndian.load(bytes, at: position + 4, as: UInt32.self))
    let start = position + 8
    guard size <= bytes.count - start else {
      throw BinaryFault(byte: position, "an element ends after the file")
    }
    // Elements are padded to 8 bytes, except compressed ones.
    position = start + (Int(tag) == Self.compressed ? size : (size + 7) / 8 * 8)
    return Element(type: Int(tag), range: start..<start + size)
  }

  /// The next element as text.
  mutating func text() throws(BinaryFault) -> String {
    guard let element = try next() else { throw BinaryFault(byte: position, "a name is missing") }
    return String(decoding: element.range.map { bytes[$0] }, as: UTF8.self)
  }

  /// The next element as integers.
  mutating func integers() throws(BinaryFault) -> [Int] {
    let start = position
    return try numbers().map { number throws(BinaryFault) in
      guard let integer = Int(exactly: number) else {
        throw BinaryFault(byte: start, "\(number) is no integer")
      }
      return integer
    }
  }

  /// The next element as numbers, which may be stored in a smaller type than they have.
  mutating func numbers() throws(BinaryFault) -> [Double] {
    let start = position
    guard let element = try next() else {
      throw BinaryFault(byte: start, "an element is missing")
    }
    let sizes = [1: 1, 2: 1, 3: 2, 4: 2, 5: 4, 6: 4, 7: 4, 9: 8, 12: 8, 13: 8]
    guard let size = sizes[element.type], element.range.count.isMultiple(of: size) else {
      throw BinaryFault(byte: start, "an element has no type of numbers")
    }
    return stride(from: element.range.lowerBound, to: element.range.upperBound, by: size).map {
      number(at: $0, type: element.type)
    }
  }

  private func number(at place: Int, type: Int) -> Double {
    switch type {
    case 1: Double(LittleEndian.load(bytes, at: place, as: Int8.self))
    case 2: Double(bytes[place])
    case 3: Double(LittleEndian.load(bytes, at: place, as: Int16.self))
    case 4: Double(LittleEndian.load(bytes, at: place, as: UInt16.self))
    case 5: Double(LittleEndian.load(bytes, at: place, as: Int32.self))
    case 6: Double(LittleEndian.load(bytes, at: place, as: UInt32.self))
    case 7: Double(Float(bitPattern: LittleEndian.load(bytes, at: place, as: UInt32.self)))
    case 12: Double(LittleEndian.load(bytes, at: place, as: Int64.self))
    case 13: Double(LittleEndian.load(bytes, at: place, as: UInt64.self))
    default: Double(bitPattern: LittleEndian.load(bytes, at: place, as: UInt64.self))
    }
  }
}
