internal import CZlib

/// Decompression and checksums of the files in a zip archive, using zlib.
package enum Deflate {
  /// The maximum ratio of decompressed to compressed size (zlib's documentation).
  private static let largestRatio = 1032

  /// The maximum number of bytes that the files of an archive decompress to, taken together: a third
  /// of the memory that this process can have.
  package static var largestSize: Int { Gzip.largestSize }

  /// Decompresses bytes in the deflate format (RFC 1951).
  ///
  /// The corresponding C function is `inflate`.
  ///
  /// - Parameters:
  ///   - bytes: The compressed bytes.
  ///   - size: The number of bytes after decompression.
  /// - Returns: `size` bytes; nil if the bytes are damaged or decompress to another size.
  package static func decompress(_ bytes: Span<UInt8>, size: Int) -> [UInt8]? {
    guard size / largestRatio <= bytes.count, bytes.count < 1 << 32, size < 1 << 32 else {
      return nil
    }
    var stream = unsafe z_stream()
    guard unsafe amble_raw_inflate_init(&stream) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var isComplete = false
    let output = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      // SAFETY: zlib reads `avail_in` bytes and writes `avail_out`; neither address is kept.
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        unsafe stream.avail_in = uInt(bytes.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = uInt(size + 1)
        isComplete = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END
        count = size + 1 - Int(unsafe stream.avail_out)
      }
    }
    return isComplete && output.count == size ? output : nil
  }

  /// The checksum of bytes: CRC-32, as in zip and gzip.
  ///
  /// The corresponding C function is `crc32`.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - earlier: The checksum of the preceding bytes.
  /// - Returns: The checksum of both together.
  package static func checksum(_ bytes: Span<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
    // SAFETY: zlib reads the bytes of the span.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      UInt32(unsafe crc32_z(uLong(earlier), bytes.baseAddress, bytes.count))
    }
  }
}
