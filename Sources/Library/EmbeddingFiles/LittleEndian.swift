/// Little-endian numbers in files.
enum LittleEndian {
  /// Reads an integer.
  ///
  /// - Precondition: There are enough bytes.
  static func load<Integer: FixedWidthInteger>(
    _ bytes: Span<UInt8>, at offset: Int, as type: Integer.Type
  ) -> Integer {
    var value: Integer = 0
    for place in 0..<MemoryLayout<Integer>.size {
      value |= Integer(truncatingIfNeeded: UInt64(bytes[offset + place]) << UInt64(8 * place))
    }
    return value
  }

  /// Appends an integer.
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    var rest = UInt64(truncatingIfNeeded: value)
    for _ in 0..<value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends numbers, four bytes each.
  static func append(_ numbers: Span<Float>, to bytes: inout [UInt8]) {
    #if _endian(little)
      // SAFETY: the bytes of the numbers are appended unchanged.
      unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    #else
      for place in numbers.indices { append(numbers[place].bitPattern, to: &bytes) }
    #endif
  }

  /// Passes numbers to a body, four bytes each, piece by piece.
  static func pieces<Failure: Error>(
    of numbers: Span<Float>, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let step = 1 << 18
    for start in stride(from: 0, to: numbers.count, by: step) {
      var bytes: [UInt8] = []
      append(numbers.extracting(start..<min(numbers.count, start + step)), to: &bytes)
      try body(bytes)
    }
  }

  /// Reads numbers, four bytes each, from any position.
  ///
  /// - Precondition: There are enough bytes.
  static func load(
    _ bytes: Span<UInt8>, at offset: Int, into numbers: inout [Float], range: Range<Int>
  ) {
    #if _endian(little)
      let source = bytes.extracting(offset..<offset + 4 * range.count)
      // SAFETY: both are `4 * range.count` bytes; the ranges are checked.
      unsafe source.withUnsafeBytes { source in
        unsafe numbers.withUnsafeMutableBytes { numbers in
          unsafe UnsafeMutableRawBufferPointer(
            rebasing: numbers[4 * range.lowerBound..<4 * range.upperBound]
          ).copyMemory(from: source)
        }
      }
    #else
      for place in 0..<range.count {
        numbers[range.lowerBound + place] = Float(
          bitPattern: load(bytes, at: offset + 4 * place, as: UInt32.self))
      }
    #endif
  }
}
