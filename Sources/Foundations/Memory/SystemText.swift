internal import SystemLibrary

/// The small files in which Linux tells about itself.
enum SystemText {
  /// Reads a file.
  ///
  /// - Parameter path: The path. Such files have no size; at most 64 KiB are read.
  /// - Returns: The text, or nil if the file cannot be read.
  static func read(_ path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    let size = 4096
    while bytes.count < 16 * size {
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        // SAFETY: the system writes at most `size` bytes.
        count = max(0, unsafe SystemLibrary.read(descriptor, buffer.baseAddress, size))
      }
      if piece.isEmpty { break }
      bytes += piece
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
