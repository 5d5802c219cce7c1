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
    unsafe open(bytes(of: path), O_RDONLY | O_CLOEXEC)
  }

  /// Opens a file that exists for writing; a pipe is waited for until someone reads it.
  ///
  /// The corresponding C function is `open`.
  static func openForWriting(_ path: String) -> Int32 {
    while true {
      let descriptor = unsafe open(bytes(of: path), O_WRONLY | O_CLOEXEC)
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  /// Opens a file for writing at its end or from its start; it is created if it is missing.
  ///
  /// The corresponding C function is `open`.
  static func openForAppending(_ path: String, keepsContent: Bool) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (keepsContent ? O_APPEND : O_TRUNC)
    return unsafe open(bytes(of: path), flags, 0o666)
  }

  /// Creates a file that must not exist, not even as a symbolic link.
  ///
  /// The corresponding C function is `open`.
  static func create(_ path: String) -> Int32 {
    unsafe open(bytes(of: path), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
  }

  /// Creates a file without a name, which is gone when it is closed unless it gets one by `link`.
  ///
  /// The corresponding C function is `open` with `O_TMPFILE`, which only Linux has, and not for all
  /// kinds of file systems.
  static func createUnnamed(in folder: String) -> Int32 {
    #if os(Linux)
      // `O_TMPFILE`, a macro that Swift does not see.
      return unsafe open(bytes(of: folder), 0o20000000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o666)
    #else
      errno = EOPNOTSUPP
      return -1
    #endif
  }

  /// The path by which the system knows an open file that has no name.
  static func path(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Gives an open file without a name its first one, which must be free.
  ///
  /// The corresponding C function is `linkat`.
  static func link(_ descriptor: Int32, to path: String) -> Int32 {
    unsafe linkat(
      AT_FDCWD, bytes(of: self.path(of: descriptor)), AT_FDCWD, bytes(of: path), AT_SYMLINK_FOLLOW)
  }

  /// Whether the last error was that of a file that does not exist.
  static var isMissing: Bool { errno == ENOENT }

  /// Whether the last error was that of a file that exists.
  static var isTaken: Bool { errno == EEXIST }

  /// Whether this process may write to a file.
  ///
  /// The corresponding C function is `access`.
  static func isWritable(_ path: String) -> Bool { unsafe access(bytes(of: path), W_OK) == 0 }

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

  /// Waits until the names in a folder are on the disk.
  ///
  /// The corresponding C function is `fsync`.
  ///
  /// - Parameters:
  ///   - folder: The folder. A failure is ignored: not every file system can do this, and the names
  ///     have changed already.
  ///   - synchronize: What to call with the open folder.
  static func synchronize(folder: String, by synchronize: (Int32) -> Int32) {
    let descriptor = unsafe open(bytes(of: folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = synchronize(descriptor)
    _ = close(descriptor)
  }

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

  /// The path that a symbolic link holds, or nil if there is no such link.
  ///
  /// The corresponding C function is `readlink`.
  static func destination(ofLink path: String) -> String? {
    let (capacity, name) = (Int(PATH_MAX), bytes(of: path))
    let bytes = unsafe [CChar](unsafeUninitializedCapacity: capacity) { buffer, count in
      // SAFETY: the system writes at most `capacity` bytes.
      count = unsafe buffer.baseAddress.map { max(0, unsafe readlink(name, $0, capacity)) } ?? 0
    }
    return bytes.isEmpty ? nil : RawText.text(of: bytes.map(UInt8.init(bitPattern:)))
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
