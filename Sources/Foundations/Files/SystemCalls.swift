internal import SystemLibrary

/// The system's calls on files, as functions on Swift values.
///
/// Each returns what the call returns: a negative number when it failed.
enum SystemCalls {
  /// Opens a file for reading.
  ///
  /// The corresponding C function is `open`.
  static func openForReading(_ path: String) -> Int32 { unsafe open(path, O_RDONLY) }

  /// Opens a file for writing, which must exist unless `creating`.
  ///
  /// The corresponding C function is `open`.
  static func openForWriting(_ path: String, creating: Bool) -> Int32 {
    unsafe open(path, creating ? O_WRONLY | O_CREAT | O_TRUNC : O_WRONLY, 0o666)
  }

  /// Reads up to `buffer.count` bytes.
  ///
  /// The corresponding C function is `read`.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // SAFETY: the system writes at most `buffer.count` bytes.
    retrying { unsafe systemRead(descriptor, buffer.baseAddress, buffer.count) }
  }

  /// Writes bytes from a place on.
  ///
  /// The corresponding C function is `write`.
  static func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int {
    // SAFETY: `start` is at most `bytes.count`; the system reads what is left after it.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let rest = unsafe UnsafeBufferPointer(rebasing: bytes[start...])
      return retrying { unsafe systemWrite(descriptor, rest.baseAddress, rest.count) }
    }
  }

  /// What the system knows of an open file, or nil.
  ///
  /// The corresponding C function is `fstat`.
  static func status(of descriptor: Int32) -> stat? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? status : nil
  }

  /// What the system knows of a file, or nil.
  ///
  /// The corresponding C function is `stat`.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// Waits until the bytes of an open file are on the disk.
  ///
  /// The corresponding C function is `fsync`.
  static func synchronize(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

  /// Moves a file over another.
  ///
  /// The corresponding C function is `rename`.
  static func move(_ source: String, to target: String) -> Int32 { unsafe rename(source, target) }

  /// Removes a file.
  ///
  /// The corresponding C function is `unlink`.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// A path with its symbolic links followed, or nil.
  ///
  /// The corresponding C function is `realpath`.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The system's words for the last error.
  ///
  /// The corresponding C function is `strerror`.
  static var lastError: String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }

  /// Calls again as long as a signal interrupts the call.
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// The system's functions under names that the methods above do not hide.

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
