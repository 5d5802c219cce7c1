internal import CZlib
internal import Memory

/// The gzip format (RFC 1952), using zlib.
enum Gzip {
  /// The two bytes at the start of every gzip file.
  static let magic: [UInt8] = [0x1f, 0x8b]

  /// The maximum number of bytes after decompression: a third of the memory that this process can
  /// have.
  ///
  /// A megabyte can decompress to a gigabyte, so that the size of the archive limits nothing.
  static var largestSize: Int {
    MemoryLimit.smallest(threadCount: 1).map { $0.byteCount / 3 } ?? .max
  }

  /// Decompresses a gzip file; the contents of several members are concatenated.
  ///
  /// The corresponding C function is `inflate`.
  ///
  /// - Parameters:
  ///   - archive: The bytes of the gzip file.
  ///   - path: The path for error messages.
  ///   - limit: The maximum number of decompressed bytes.
  /// - Returns: The decompressed bytes.
  /// - Throws: `FileError` if the file is damaged or truncated, or if there are more bytes than
  ///   `limit`.
  static func decompress(
    _ archive: [UInt8], path: String, limit: Int = largestSize
  ) throws(FileError) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe amble_gzip_inflate_init(&stream) == Z_OK else {
      throw FileError(path: path, reason: "zlib has no memory to decompress")
    }
    defer { unsafe inflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(archive.count * 4)
    let chunkSize = 1 << 18
    var consumed = 0
    while true {
      var status = Z_OK
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        // SAFETY: zlib reads `avail_in` bytes of the archive and writes `avail_out` of the buffer;
        // both addresses are set anew for every call and not kept.
        unsafe archive.withUnsafeBufferPointer { archive in
          let available = min(archive.count - consumed, 1 << 30)
          unsafe stream.next_in = UnsafeMutablePointer(
            mutating: archive.baseAddress.map { unsafe $0 + consumed })
          unsafe stream.avail_in = uInt(available)
          unsafe stream.next_out = buffer.baseAddress
          unsafe stream.avail_out = uInt(chunkSize)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          consumed += available - Int(unsafe stream.avail_in)
          count = chunkSize - Int(unsafe stream.avail_out)
        }
      }
      guard chunk.count <= limit - output.count else {
        throw FileError(
          path: path,
          reason:
            "decompresses to more than \(limit) bytes, too many for the memory; decompress it "
            + "to a file first, which is read from the disk as needed")
      }
      output += chunk
      switch status {
      case Z_STREAM_END:
        guard archive.count - consumed >= magic.count, archive[consumed...].starts(with: magic)
        else {
          return output
        }
        _ = unsafe inflateReset(&stream)
      case Z_OK where consumed < archive.count || !chunk.isEmpty:
        continue
      case Z_OK, Z_BUF_ERROR:
        throw FileError(
          path: path, reason: "the gzip archive is cut short after \(archive.count) bytes")
      default:
        throw FileError(path: path, reason: "the gzip archive is damaged near byte \(consumed)")
      }
    }
  }
}
