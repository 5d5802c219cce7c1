/// Little-endian numbers in files.
package enum LittleEndian {
  /// Reads an integer.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - offset: The position of the first byte.
  ///   - type: The type of the integer.
  /// - Returns: The integer.
  /// - Precondition: There are enough bytes.
  @inlinable
  package static func load<Integer: FixedWidthInteger>(
    _ bytes: Span<UInt8>, at offset: Int, as type: Integer.Type
  ) -> Integer {
    var value: Integer = 0
    for place in 0..<MemoryLayout<Integer>.size {
      value |= Integer(truncatingIfNeeded: UInt64(bytes[offset + place]) << UInt64(8 * place))
    }
    return value
  }

  /// Appends an integer.
  ///
  /// - Parameters:
  ///   - value: The integer.
  ///   - bytes: The bytes to append to.
  package static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    var rest = UInt64(truncatingIfNeeded: value)
    for _ in 0..<value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends numbers, four bytes each.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - bytes: The bytes to append to.
  package static func append(_ numbers: Span<Float>, to bytes: inout [UInt8]) {
    #if _endian(little)
      // SAFETY: the bytes of the numbers are appended unchanged.
      unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    #else
      for place in numbers.indices { append(numbers[place].bitPattern, to: &bytes) }
    #endif
  }

  /// Passes numbers to a body, four bytes each, piece by piece.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - body: Receives the bytes of each piece.
  /// - Throws: What the body throws.
  package static func pieces<Failure: Error>(
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
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - offset: The position of the first number.
  ///   - numbers: The array that receives them.
  ///   - range: The places that they take in it.
  /// - Precondition: There are enough bytes.
  package static func load(
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
