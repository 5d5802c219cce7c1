internal import CZlib

/// Decompression and checksums of the files in a zip archive, using zlib.
package enum Deflate {
  /// The maximum ratio of decompressed to compressed size (zlib's documentation).
  private static let largestRatio = 1032

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

  /// Decompresses bytes in the zlib format (RFC 1950), whatever their size.
  ///
  /// The corresponding C function is `inflate`.
  ///
  /// - Parameters:
  ///   - bytes: The compressed bytes.
  ///   - limit: The maximum number of bytes after decompression; by default, as for gzip files.
  /// - Returns: The decompressed bytes; nil if the bytes are damaged, or there are more than
  ///   `limit`.
  package static func decompressStream(_ bytes: Span<UInt8>, limit: Int? = nil) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard bytes.count < 1 << 32, unsafe amble_zlib_inflate_init(&stream) == Z_OK else {
      return nil
    }
    defer { unsafe inflateEnd(&stream) }
    let chunkSize = 1 << 18
    var output: [UInt8] = []
    var consumed = 0
    while output.count <= limit ?? Gzip.largestSize {
      var status = Z_OK
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        // SAFETY: zlib reads `avail_in` bytes and writes `avail_out`; neither address is kept.
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress.map { unsafe $0 + consumed })
          unsafe stream.avail_in = uInt(bytes.count - consumed)
          unsafe stream.next_out = buffer.baseAddress
          unsafe stream.avail_out = uInt(chunkSize)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          consumed = bytes.count - Int(unsafe stream.avail_in)
          count = chunkSize - Int(unsafe stream.avail_out)
        }
      }
      output += chunk
      if status == Z_STREAM_END { return output }
      guard status == Z_OK, !chunk.isEmpty else { return nil }
    }
    return nil
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
