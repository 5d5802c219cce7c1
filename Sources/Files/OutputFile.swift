#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is written beside its target and takes its place only when it is complete.
///
/// Whatever goes wrong before `commit()`, the target keeps what it had. Standard output, and targets
/// that are no regular files (a pipe, a device), are written directly.
public struct OutputFile: ~Copyable {
  private let path: String
  /// Where the complete file goes: the path with symbolic links followed.
  private let target: String
  /// The path that is written to until then; nil when the target is written directly.
  private let temporary: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  /// Creates a file.
  ///
  /// - Parameter path: The target, or `-` for standard output.
  /// - Throws: `FileError` when nothing can be written there.
  public init(_ path: String) throws(FileError) {
    let opened = try Self.open(path)
    self.path = path
    target = opened.target
    temporary = opened.temporary
    descriptor = opened.descriptor
  }

  private static func open(
    _ path: String
  ) throws(FileError) -> (target: String, temporary: String?, descriptor: Int32) {
    guard path != "-" else { return (path, nil, STDOUT_FILENO) }
    let target = SystemCalls.resolve(path) ?? path
    let kind = SystemCalls.status(of: target).map { $0.st_mode & S_IFMT } ?? S_IFREG
    guard kind != S_IFDIR else { throw FileError(path: path, reason: "is a folder, not a file") }
    let temporary = kind == S_IFREG ? "\(target).part-\(getpid())" : nil
    let descriptor = SystemCalls.openForWriting(temporary ?? target, creating: temporary != nil)
    guard descriptor >= 0 else { throw .system(path, cannot: "write") }
    return (target, temporary, descriptor)
  }

  deinit {
    if descriptor > STDERR_FILENO { _ = close(descriptor) }
    if let temporary { SystemCalls.remove(temporary) }
  }

  /// Appends bytes.
  ///
  /// - Parameter bytes: The bytes, in order.
  /// - Throws: `FileError` when the system does not take them, on a full disk for instance.
  public mutating func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends a text in UTF-8.
  ///
  /// - Parameter text: The text.
  /// - Throws: `FileError` when the system does not take it.
  public mutating func write(_ text: String) throws(FileError) {
    try write(text.utf8)
  }

  /// Completes the file and puts it in its target's place.
  ///
  /// - Throws: `FileError` when the last bytes or the move fail; the target is then untouched.
  public consuming func commit() throws(FileError) {
    try flush()
    guard let temporary else { return }
    // A replaced file keeps its permissions.
    if let status = SystemCalls.status(of: target) {
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
    guard fsync(descriptor) == 0 else { throw .system(path, cannot: "write") }
    guard SystemCalls.move(temporary, to: target) == 0 else {
      throw .system(path, cannot: "write")
    }
  }

  private mutating func flush() throws(FileError) {
    var written = 0
    while written < buffer.count {
      let count = SystemCalls.write(descriptor, buffer, from: written)
      guard count > 0 else { throw .system(path, cannot: "write") }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
