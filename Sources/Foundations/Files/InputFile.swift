internal import SystemLibrary

/// Reads whole files.
package enum InputFile {
  /// Reads a file, decompressing it if it is in the gzip format.
  ///
  /// Compression is recognized by the first bytes of the file, not by its name.
  ///
  /// - Parameter path: The file's path, or `-` for standard input.
  /// - Returns: The bytes of the file.
  /// - Throws: `FileError` if the file cannot be opened or read, or is a damaged gzip file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let bytes = try readStored(path)
    return bytes.starts(with: Gzip.magic) ? try Gzip.decompress(bytes, path: path) : bytes
  }

  /// The maximum number of bytes of a file after decompression: a third of the memory.
  package static var largestDecompressedSize: Int { Gzip.largestSize }

  /// Decompresses bytes in the gzip format; nil if they are in another, or damaged.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The decompressed bytes, or nil.
  package static func decompressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: Gzip.magic) else { return nil }
    return try? Gzip.decompress(bytes, path: "")
  }

  /// The first bytes of a regular file, and its size.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - byteCount: The maximum number of bytes.
  /// - Returns: The bytes, the size of the file, and whether it is compressed; nil if it is empty,
  ///   is not a regular file or cannot be read.
  package static func start(
    of path: String, byteCount: Int
  ) -> (bytes: [UInt8], size: Int, isCompressed: Bool)? {
    guard let status = SystemCalls.status(of: path), status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let descriptor = SystemCalls.openForReading(path)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      count = max(0, unsafe SystemCalls.read(descriptor, into: buffer))
    }
    guard !bytes.isEmpty else { return nil }
    return (bytes, Int(status.st_size), bytes.starts(with: Gzip.magic))
  }

  /// Whether there is a file or a folder at a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: Whether it exists.
  package static func exists(_ path: String) -> Bool {
    SystemCalls.status(of: path) != nil
  }

  private static func readStored(_ path: String) throws(FileError) -> [UInt8] {
    guard path != "-" else { return try readAll(of: STDIN_FILENO, path: path, sizeHint: 0) }
    let descriptor = SystemCalls.openForReading(path)
    guard descriptor >= 0 else { throw .system(path, cannot: "open") }
    defer { _ = close(descriptor) }
    guard let status = SystemCalls.status(of: descriptor) else {
      throw .system(path, cannot: "open")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: path, reason: "is a folder, not a file")
    }
    return try readAll(of: descriptor, path: path, sizeHint: Int(status.st_size))
  }

  /// Reads to the end.
  ///
  /// Pipes have no size, and a file may grow, so that the size is only a hint.
  private static func readAll(
    of descriptor: Int32, path: String, sizeHint: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunkSize = max(1 << 16, sizeHint + 1)
    while true {
      var failed = false
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        let received = unsafe SystemCalls.read(descriptor, into: buffer)
        failed = received < 0
        count = max(0, received)
      }
      if failed { throw .system(path, cannot: "read") }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count < sizeHint {
        chunkSize = sizeHint + 1 - bytes.count
      } else {
        chunkSize = max(1 << 16, min(1 << 24, bytes.count))
      }
    }
  }
}
