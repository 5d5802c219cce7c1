extension Float {
  /// The number of bytes required for writing a number, which is more than any text has.
  package static var decimalCapacity: Int { 24 }

  /// Appends the shortest decimal text that identifies the number.
  ///
  /// The text is that of `description`: `0.1`, `-3.0`, `1e-05`, `6.02e+23`, `inf`, `nan`.
  ///
  /// - Parameter text: The text to append to.
  package func appendDecimal(to text: inout [UInt8]) {
    let digits = unsafe [UInt8](unsafeUninitializedCapacity: Self.decimalCapacity) {
      buffer, count in
      // SAFETY: the buffer has the required room.
      count = unsafe buffer.baseAddress.map { unsafe writeDecimal(to: $0) } ?? 0
    }
    text.append(contentsOf: digits)
  }

  /// Writes the shortest decimal text that identifies the number.
  ///
  /// - Parameter text: The memory to write to, with room for `decimalCapacity` bytes; bytes after
  ///   the text may be overwritten, too.
  /// - Returns: The number of bytes of the text.
  package func writeDecimal(to text: UnsafeMutablePointer<UInt8>) -> Int {
    // SAFETY: writing ends at most eight bytes after the last digit or point, which is one of the
    // first twelve bytes, or with an exponent: within the 24 bytes that the caller provides.
    var next = unsafe text
    // Signs are as good as random: the byte is always written, and kept or not.
    unsafe next.pointee = UInt8(ascii: "-")
    unsafe next += isNaN ? 0 : Int(bitPattern >> 31)
    guard isFinite else {
      return unsafe Self.write(isNaN ? "nan" : "inf", to: next) + (next - text)
    }
    guard self != 0 else { return unsafe Self.write("0.0", to: next) + (next - text) }

    let decimal = ShortestDecimal(bitPattern: bitPattern)
    let digits = DecimalDigits(decimal.digits)
    // The number is 0.d₁d₂… × 10^point.
    let point = digits.count + decimal.exponent
    if point < -3 || magnitude > 0x1p24 {
      unsafe next += digits.writeScientific(exponent: point - 1, to: next)
    } else if point <= 0 {
      unsafe Self.store(Self.zeros, to: next)
      unsafe next[2 - point] = digits.first
      unsafe Self.store(digits.rest, to: next + 3 - point)
      unsafe next += 3 - point + digits.restCount
    } else {
      unsafe next[0] = digits.first
      unsafe Self.store(digits.rest, to: next + 1)
      unsafe next[point] = UInt8(ascii: ".")
      // The text of a whole number ends with one of the zeros after the digits.
      unsafe Self.store(digits.rest(after: point - 1), to: next + point + 1)
      unsafe next += point + 1 + max(1, digits.restCount - (point - 1))
    }
    return unsafe next - text
  }

  /// `0.000000`, with the first byte lowest.
  private static var zeros: UInt64 { 0x3030_3030_3030_2e30 }

  /// Stores eight bytes, the lowest first.
  @inline(__always)
  static func store(_ bytes: UInt64, to text: UnsafeMutablePointer<UInt8>) {
    // SAFETY: as for `writeDecimal`.
    unsafe UnsafeMutableRawPointer(text).storeBytes(of: bytes.littleEndian, as: UInt64.self)
  }

  private static func write(_ word: StaticString, to text: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe text.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
    return word.utf8CodeUnitCount
  }
}
