internal import Algorithms
internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names
internal import Parallel

/// The encoding of numbers in a binary file; always little-endian.
enum NumberEncoding: Sendable {
  /// Half precision: 5 bits of exponent, 10 bits of fraction.
  case float16
  /// The upper half of single precision.
  case bfloat16
  /// Single precision.
  case float32
  /// Double precision; rounded to the nearest single-precision number when read.
  case float64

  /// The number of bytes of a number.
  var size: Int {
    switch self {
    case .float16, .bfloat16: 2
    case .float32: 4
    case .float64: 8
    }
  }

  /// Reads one number.
  func load(_ bytes: Span<UInt8>, at offset: Int) -> Float {
    switch self {
    case .float16: Self.single(half: LittleEndian.load(bytes, at: offset, as: UInt16.self))
    case .bfloat16:
      Float(bitPattern: UInt32(LittleEndian.load(bytes, at: offset, as: UInt16.self)) << 16)
    case .float32: Float(bitPattern: LittleEndian.load(bytes, at: offset, as: UInt32.self))
    case .float64: Float(Double(bitPattern: LittleEndian.load(bytes, at: offset, as: UInt64.self)))
    }
  }

  /// Converts a half-precision number from its bits.
  ///
  /// Every half-precision number is also a single-precision one.
  private static func single(half bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10 & 0x1f)
    let fraction = UInt32(bits & 0x3ff)
    switch exponent {
    case 0:
      let magnitude = Float(fraction) * 0x1p-24
      return Float(bitPattern: sign | magnitude.bitPattern)
    case 31: return Float(bitPattern: sign | 0x7f80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// Creates an embedding of numbers in a file; single-precision numbers remain in the file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - offset: The position of the first number, in bytes.
  ///   - names: The names of the rows.
  ///   - dimensions: The number of columns.
  ///   - isTransposed: Whether the numbers are stored column by column instead of row by row.
  ///   - metadata: The metadata of the embedding.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The embedding.
  func embedding(
    of file: FileBytes, at offset: Int, names: NameList, dimensions: Int,
    isTransposed: Bool = false, metadata: EmbeddingMetadata = [:], threadCount: Int
  ) -> Embedding {
    #if _endian(little)
      if self == .float32, !isTransposed {
        return Embedding(
          names: names, dimensions: dimensions, file: file, offset: offset, metadata: metadata)
      }
    #endif
    let count = names.count
    let elements = unsafe [Float](unsafeUninitializedCapacity: count * dimensions) {
      buffer, initializedCount in
      let destination = unsafe SharedElements(buffer)
      let rowsPerPart = max(1, (1 << 18) / dimensions)
      let partCount = count.dividedRoundingUp(by: rowsPerPart)
      concurrently(partCount, threadCount: threadCount) { part in
        let rows = part * rowsPerPart..<min(count, (part + 1) * rowsPerPart)
        let bytes = file.span
        // SAFETY: no two parts share rows.
        unsafe destination.update(rows.lowerBound * dimensions..<rows.upperBound * dimensions) {
          numbers in
          for place in numbers.indices {
            let row = rows.lowerBound + place / dimensions
            let source =
              isTransposed
              ? place % dimensions * count + row : rows.lowerBound * dimensions + place
            numbers[place] = load(bytes, at: offset + source * size)
          }
        }
      }
      initializedCount = count * dimensions
    }
    return Embedding(names: names, dimensions: dimensions, vectors: elements, metadata: metadata)
  }
}
