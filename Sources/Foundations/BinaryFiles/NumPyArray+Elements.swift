internal import Algorithms
package import Files
internal import Text

/// The elements of an array, in the order of the file.
extension NumPyArray {
  /// Reads integers or truth values.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - end: The position after the last element.
  /// - Returns: The integers.
  /// - Throws: `BinaryFault` if the elements are anything else, or the array is cut short.
  package func integers(_ bytes: FileBytes, end: Int) throws(BinaryFault) -> [Int] {
    let (kind, size) = try elementType(end: end)
    guard kind != "f" else { throw unfit("integers") }
    let span = bytes.span
    return try (0..<elementCount(size: size, end: end)).map { index throws(BinaryFault) in
      let bits = Self.load(span, at: dataOffset + index * size, size: size)
      guard let value = Self.integer(bits, kind: kind, size: size) else { throw unfit("integers") }
      return value
    }
  }

  /// Reads numbers or truth values.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - end: The position after the last element.
  /// - Returns: The numbers.
  /// - Throws: `BinaryFault` if the elements are anything else, or the array is cut short.
  package func numbers(_ bytes: FileBytes, end: Int) throws(BinaryFault) -> [Double] {
    let (kind, size) = try elementType(end: end)
    let span = bytes.span
    return try (0..<elementCount(size: size, end: end)).map { index throws(BinaryFault) in
      let bits = Self.load(span, at: dataOffset + index * size, size: size)
      if kind == "f" {
        guard size != 2 else { throw unfit("numbers of 4 or 8 bytes") }
        return size == 8
          ? Double(bitPattern: bits) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      }
      return Self.integer(bits, kind: kind, size: size).map { Double($0) } ?? Double(bits)
    }
  }

  /// Reads texts.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - end: The position after the last element.
  /// - Returns: The texts.
  /// - Throws: `BinaryFault` if the elements are anything else, or the array is cut short.
  package func texts(_ bytes: FileBytes, end: Int) throws(BinaryFault) -> [String] {
    guard isText, let width = Int(type.dropFirst(2)) else { throw unfit("texts") }
    let unit = type.first == "|" ? 1 : 4
    let span = bytes.span
    return (0..<(try elementCount(size: width * unit, end: end))).map { index in
      let start = dataOffset + index * width * unit
      if unit == 1 {
        let text = (start..<start + width).map { span[$0] }
        return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
      }
      var text = String.UnicodeScalarView()
      for place in 0..<width {
        let value = LittleEndian.load(span, at: start + 4 * place, as: UInt32.self)
        if value == 0 { break }
        text.append(Unicode.Scalar(value) ?? "\u{fffd}")
      }
      return String(text)
    }
  }

  /// The kind of number, `b`, `i`, `u` or `f`, and its number of bytes.
  private func elementType(end: Int) throws(BinaryFault) -> (kind: Character, size: Int) {
    guard let order = type.first, order != ">", let size = Int(type.dropFirst(2)),
      let kind = type.dropFirst().first, "biuf".contains(kind), [1, 2, 4, 8].contains(size)
    else { throw unfit("numbers") }
    return (kind, size)
  }

  private func elementCount(size: Int, end: Int) throws(BinaryFault) -> Int {
    guard let count = Int.product(shape), let byteCount = Int.product(count, size),
      byteCount <= end - dataOffset
    else { throw BinaryFault(byte: end, "the array ends before its \(shape) elements") }
    return count
  }

  private func unfit(_ wanted: String) -> BinaryFault {
    BinaryFault(
      byte: dataOffset,
      "the array's elements are of type \(Excerpt.quoted(type.utf8)), where \(wanted) are needed")
  }

  private static func load(_ bytes: Span<UInt8>, at offset: Int, size: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in 0..<size { value |= UInt64(bytes[offset + place]) << UInt64(8 * place) }
    return value
  }

  private static func integer(_ bits: UInt64, kind: Character, size: Int) -> Int? {
    guard kind == "i" else { return Int(exactly: bits) }
    let shift = UInt64(64 - 8 * size)
    return Int(Int64(bitPattern: bits << shift) >> Int64(shift))
  }
}
