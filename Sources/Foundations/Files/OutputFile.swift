internal import SystemLibrary

/// A file that is written beside its target and takes its place only when it is complete.
///
/// Whatever goes wrong before `commit()`, the target keeps what it had. Standard output, and
/// targets that are no regular files (a pipe, a device), are written directly. A file whose name
/// ends in `.gz` is compressed in the gzip format.
package struct OutputFile: ~Copyable, Sendable {
  private let path: String
  /// Where the complete file goes: the path with symbolic links followed.
  private let target: String
  /// The path that is written to until then; nil when the target is written directly.
  private let temporary: String?
  private let descriptor: Int32
  private let compressor: GzipCompressor?
  /// Waits until the bytes of an open file are on the disk; below 0 when they will not be.
  private let synchronize: @Sendable (Int32) -> Int32
  private var buffer: [UInt8] = []
  private var isPrepared = false
  private static let bufferSize = 1 << 18

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - path: The target, or `-` for standard output.
  ///   - standardOutput: The open file that `-` stands for.
  /// - Throws: `FileError` when nothing can be written there.
  package init(_ path: String, standardOutput: Int32 = 1) throws(FileError) {
    try self.init(
      path, standardOutput: standardOutput, synchronize: SystemCalls.synchronize)
  }

  /// Creates a file that is brought to the disk by a function of the caller's.
  package init(
    _ path: String, standardOutput: Int32 = 1,
    synchronize: @escaping @Sendable (_ descriptor: Int32) -> Int32
  ) throws(FileError) {
    let isCompressed = path.hasSuffix(".gz")
    let compressor = isCompressed ? GzipCompressor() : nil
    if isCompressed, compressor == nil {
      throw FileError(path: path, use: .output, reason: "zlib has no memory to compress")
    }
    let opened = try Self.open(path, standardOutput: standardOutput)
    self.compressor = compressor
    self.synchronize = synchronize
    self.path = path
    target = opened.target
    temporary = opened.temporary
    descriptor = opened.descriptor
  }

  /// Checks that a file can be written, to be called before long work whose result it will hold.
  ///
  /// - Parameter path: The target, or `-` for standard output. It is not changed.
  /// - Throws: `FileError` when nothing can be written there.
  package static func requireWritable(_ path: String) throws(FileError) {
    _ = try OutputFile(path)
  }

  private static func open(
    _ path: String, standardOutput: Int32
  ) throws(FileError) -> (target: String, temporary: String?, descriptor: Int32) {
    guard path != "-" else { return (path, nil, standardOutput) }
    let target = SystemCalls.resolve(path) ?? path
    let kind = SystemCalls.status(of: target).map { $0.st_mode & S_IFMT } ?? S_IFREG
    guard kind != S_IFDIR else {
      throw FileError(path: path, use: .output, reason: "is a folder, not a file")
    }
    let temporary = kind == S_IFREG ? "\(target).part-\(getpid())" : nil
    let descriptor = SystemCalls.openForWriting(temporary ?? target, creating: temporary != nil)
    guard descriptor >= 0 else { throw .system(path, use: .output, cannot: "write") }
    return (target, temporary, descriptor)
  }

  deinit {
    if path != "-" { _ = close(descriptor) }
    if let temporary { SystemCalls.remove(temporary) }
  }

  /// Appends bytes.
  ///
  /// - Parameter bytes: The bytes, in order.
  /// - Throws: `FileError` when the system does not take them, on a full disk for instance.
  package mutating func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends bytes, without going through them one by one.
  ///
  /// - Parameter bytes: The bytes, in order.
  /// - Throws: `FileError` when the system does not take them, on a full disk for instance.
  package mutating func write(_ bytes: [UInt8]) throws(FileError) {
    guard bytes.count >= Self.bufferSize / 2 else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.bufferSize { try flush() }
      return
    }
    try flush()
    try send(bytes)
  }

  /// Appends a text in UTF-8.
  ///
  /// - Parameter text: The text.
  /// - Throws: `FileError` when the system does not take it.
  package mutating func write(_ text: String) throws(FileError) {
    try write(text.utf8)
  }

  /// Flushes everything that was appended to the disk, so that little is left that can go wrong
  /// when the file is committed.
  ///
  /// Call it before the first of several files that belong together is committed. Nothing may be
  /// appended afterward.
  ///
  /// - Throws: `FileError` when the system does not take the last bytes.
  package mutating func prepareToCommit() throws(FileError) {
    guard !isPrepared else { return }
    isPrepared = true
    try flush()
    if compressor != nil { try send([], isLast: true) }
    guard temporary != nil else { return }
    // A replaced file keeps its permissions.
    if let status = SystemCalls.status(of: target) {
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
    guard synchronize(descriptor) == 0 else { throw .system(path, use: .output, cannot: "write") }
  }

  /// Completes the file and puts it in its target's place.
  ///
  /// - Throws: `FileError` when the last bytes or the move fail; the target is then untouched.
  package consuming func commit() throws(FileError) {
    try prepareToCommit()
    guard let temporary else { return }
    guard SystemCalls.move(temporary, to: target) == 0 else {
      throw .system(path, use: .output, cannot: "write")
    }
  }

  private mutating func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: [UInt8], isLast: Bool = false) throws(FileError) {
    guard let compressor else { return try store(bytes) }
    for piece in compressor.compress(bytes, isLast: isLast) { try store(piece) }
  }

  private func store(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = SystemCalls.write(descriptor, bytes, from: written)
      guard count > 0 else { throw .system(path, use: .output, cannot: "write") }
      written += count
    }
  }
}
