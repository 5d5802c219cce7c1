internal import SystemLibrary
internal import Text

/// System calls on files, as functions on Swift values.
///
/// Each returns the result of the call, which is negative on failure.
enum SystemCalls {
  /// Opens a file for reading.
  ///
  /// The corresponding C function is `open`.
  static func openForReading(_ path: String) -> Int32 {
    unsafe open(bytes(of: path), O_RDONLY)
  }

  /// Opens a file for writing; it must exist unless `creating` is true.
  ///
  /// The corresponding C function is `open`.
  static func openForWriting(_ path: String, creating: Bool) -> Int32 {
    unsafe open(bytes(of: path), creating ? O_WRONLY | O_CREAT | O_TRUNC : O_WRONLY, 0o666)
  }

  /// Reads up to `buffer.count` bytes.
  ///
  /// The corresponding C function is `read`.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // SAFETY: the system writes at most `buffer.count` bytes.
    retrying { unsafe systemRead(descriptor, buffer.baseAddress, buffer.count) }
  }

  /// Writes bytes from an index on.
  ///
  /// The corresponding C function is `write`.
  static func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int {
    // SAFETY: `start` is at most `bytes.count`; the system reads only the remaining bytes.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let rest = unsafe UnsafeBufferPointer(rebasing: bytes[start...])
      return retrying { unsafe systemWrite(descriptor, rest.baseAddress, rest.count) }
    }
  }

  /// The status of an open file, or nil on failure.
  ///
  /// The corresponding C function is `fstat`.
  static func status(of descriptor: Int32) -> stat? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? status : nil
  }

  /// The status of a file, or nil on failure.
  ///
  /// The corresponding C function is `stat`.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(bytes(of: path), &status) == 0 ? status : nil
  }

  /// Waits until the bytes of an open file are on the disk.
  ///
  /// The corresponding C function is `fsync`.
  static func synchronize(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

  /// Moves a file over another.
  ///
  /// The corresponding C function is `rename`.
  static func move(_ source: String, to target: String) -> Int32 {
    unsafe rename(bytes(of: source), bytes(of: target))
  }

  /// Removes a file.
  ///
  /// The corresponding C function is `unlink`.
  static func remove(_ path: String) { _ = unsafe unlink(bytes(of: path)) }

  /// A path with symbolic links resolved, or nil on failure.
  ///
  /// The corresponding C function is `realpath`.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(bytes(of: path), nil) else { return nil }
    defer { unsafe free(resolved) }
    return RawText.text(of: unsafe bytes(at: resolved))
  }

  /// The bytes of a path as C's functions take them.
  private static func bytes(of path: String) -> [CChar] {
    RawText.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
  }

  /// The bytes of a text of C without the final zero.
  private static func bytes(at text: UnsafePointer<CChar>) -> [UInt8] {
    // SAFETY: the bytes up to the final zero are the text's.
    unsafe UnsafeRawBufferPointer(start: text, count: strlen(text)).map { $0 }
  }

  /// Creates a folder.
  ///
  /// The corresponding C function is `mkdir`.
  static func createFolder(_ path: String) -> Int32 { unsafe mkdir(bytes(of: path), 0o777) }

  /// Opens a log for writing at its end; it is created if necessary.
  ///
  /// The corresponding C function is `open`.
  static func openForAppending(_ path: String) -> Int32 {
    unsafe open(bytes(of: path), O_WRONLY | O_CREAT | O_APPEND, 0o666)
  }

  /// The number of bytes of this machine's memory, or nil if it is not known.
  ///
  /// The corresponding C function is `sysconf`.
  static var memorySize: Int? {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages * size : nil
  }

  /// The system's message for the last error.
  ///
  /// The corresponding C function is `strerror`.
  static var lastError: String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }

  /// Repeats a call as long as signals interrupt it.
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// The system's functions, under names that the methods above do not shadow.

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
