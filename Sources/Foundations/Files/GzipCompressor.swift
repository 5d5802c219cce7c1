internal import CZlib

/// Creates a gzip file piece by piece.
@safe final class GzipCompressor: @unchecked Sendable {
  // `@unchecked Sendable`: a compressor belongs to one file, which is a value that cannot be
  // copied.

  /// The state of zlib, which contains its own address and therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private static let pieceSize = 1 << 18

  /// Starts a gzip file; nil if zlib cannot allocate memory.
  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe amble_gzip_deflate_init(stream) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses bytes.
  ///
  /// The corresponding C function is `deflate`.
  ///
  /// - Parameters:
  ///   - bytes: The next bytes.
  ///   - isLast: Whether these are the last bytes.
  /// - Returns: The compressed bytes that are available, in pieces.
  func compress(_ bytes: [UInt8], isLast: Bool) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var consumed = 0
    while true {
      let available = min(bytes.count - consumed, 1 << 30)
      let isEnd = isLast && consumed + available == bytes.count
      var status = Z_OK
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
        // SAFETY: zlib reads `avail_in` of the bytes and writes `avail_out` of the buffer; both
        // addresses are set anew for every call and not kept.
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress.map { unsafe $0 + consumed })
          unsafe stream.pointee.avail_in = uInt(available)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = uInt(Self.pieceSize)
          status = unsafe deflate(stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
          consumed += available - Int(unsafe stream.pointee.avail_in)
          count = Self.pieceSize - Int(unsafe stream.pointee.avail_out)
        }
      }
      let isFull = piece.count == Self.pieceSize
      if !piece.isEmpty { pieces.append(piece) }
      if isLast ? status == Z_STREAM_END : consumed == bytes.count && !isFull { return pieces }
    }
  }
}
