internal import SystemLibrary

/// A file that is written next to its target and replaces it only when it is complete.
///
/// If anything fails before `commit()`, the target remains unchanged. Standard output, and targets
/// that are not regular files (pipes, devices), are written directly. A file whose name ends in
/// `.gz` is compressed with gzip.
package struct OutputFile: ~Copyable, Sendable {
  private let path: String
  /// The path of the complete file, with symbolic links resolved.
  private let target: String
  /// The path to write to until then; nil if the target is written directly.
  private let temporary: String?
  private let descriptor: Int32
  private let compressor: GzipCompressor?
  /// Waits until the bytes of an open file are on the disk; returns a negative number on failure.
  private let synchronize: @Sendable (Int32) -> Int32
  private var buffer: [UInt8] = []
  private var isPrepared = false
  private static let bufferSize = 1 << 18

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - path: The target, or `-` for standard output.
  ///   - standardOutput: The open file that `-` stands for.
  /// - Throws: `FileError` if the target cannot be written.
  package init(_ path: String, standardOutput: Int32 = 1) throws(FileError) {
    try self.init(
      path, standardOutput: standardOutput, synchronize: SystemCalls.synchronize)
  }

  /// Creates a file that is flushed to the disk by a given function.
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

  /// Checks that a file can be written; call it before long work whose result the file will hold.
  ///
  /// - Parameter path: The target, or `-` for standard output. It is not changed.
  /// - Throws: `FileError` if the target cannot be written.
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
  /// - Throws: `FileError` if the bytes cannot be written, for example because the disk is full.
  package mutating func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends bytes without iterating over them one by one.
  ///
  /// - Parameter bytes: The bytes, in order.
  /// - Throws: `FileError` if the bytes cannot be written, for example because the disk is full.
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
  /// - Throws: `FileError` if the text cannot be written.
  package mutating func write(_ text: String) throws(FileError) {
    try write(text.utf8)
  }

  /// Flushes everything appended so far to the disk, so that little can fail when the file is
  /// committed.
  ///
  /// Call it before committing the first of several files that belong together. Nothing may be
  /// appended afterward.
  ///
  /// - Throws: `FileError` if the last bytes cannot be written.
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

  /// Completes the file and replaces the target with it.
  ///
  /// - Throws: `FileError` if the last bytes cannot be written or the file cannot be moved; the
  ///   target is then unchanged.
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
