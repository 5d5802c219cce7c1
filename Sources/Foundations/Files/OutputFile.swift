internal import SystemLibrary

/// A file that replaces its target only when it is complete.
///
/// If anything fails before `commit()`, the target remains unchanged, and nothing is left beside
/// it. Standard output, and targets that are not regular files (pipes, devices), are written
/// directly. A file whose name ends in `.gz` is compressed with gzip.
package struct OutputFile: ~Copyable, Sendable {
  private let path: String
  private let destination: OutputDestination
  private let compressor: GzipCompressor?
  private var buffer: [UInt8] = []
  private var isPrepared = false
  private static let bufferSize = 1 << 18

  /// Creates a file.
  ///
  /// A target that is a named pipe is waited for until someone reads it, as shells do.
  ///
  /// - Parameters:
  ///   - path: The target, or `-` for standard output.
  ///   - standardOutput: The open file that `-` stands for.
  /// - Throws: `FileError` if the target cannot be written.
  package init(_ path: String, standardOutput: Int32 = 1) throws(FileError) {
    try self.init(
      path, standardOutput: standardOutput, hasName: false, synchronize: SystemCalls.synchronize)
  }

  /// Creates a file that is flushed to the disk by a given function.
  ///
  /// - Parameters:
  ///   - path: The target, or `-` for standard output.
  ///   - standardOutput: The open file that `-` stands for.
  ///   - hasName: Whether the file has a name before it is complete, even if it need not.
  ///   - synchronize: Flushes an open file or folder, and returns a negative number on failure.
  /// - Throws: `FileError` if the target cannot be written.
  package init(
    _ path: String, standardOutput: Int32 = 1, hasName: Bool,
    synchronize: @escaping @Sendable (_ descriptor: Int32) -> Int32
  ) throws(FileError) {
    let isCompressed = path.hasSuffix(".gz")
    let compressor = isCompressed ? GzipCompressor() : nil
    if isCompressed, compressor == nil {
      throw FileError(path: path, use: .output, reason: "zlib has no memory to compress")
    }
    if path == "-" {
      destination = .standardOutput(standardOutput)
    } else if let target = try Self.replaceableTarget(of: path) {
      destination = .pending(
        try PendingFile(for: path, at: target, hasName: hasName, synchronize: synchronize))
    } else {
      destination = .open(try DirectFile(path))
    }
    self.compressor = compressor
    self.path = path
  }

  /// Checks that a file can be written; call it before long work whose result the file will hold.
  ///
  /// - Parameter path: The target, or `-` for standard output. It is neither changed nor, if it is
  ///   a pipe, opened: its reader would take that for the end.
  /// - Throws: `FileError` if the target cannot be written.
  package static func requireWritable(_ path: String) throws(FileError) {
    guard path != "-" else { return }
    if let target = try replaceableTarget(of: path) {
      _ = try PendingFile(
        for: path, at: target, hasName: false, synchronize: SystemCalls.synchronize)
    } else if !SystemCalls.isWritable(path) {
      throw .system(path, use: .output, cannot: "write")
    }
  }

  /// The path of the file to be replaced or created, with symbolic links resolved; nil if the path
  /// leads to a pipe or a device, which nothing may replace.
  static func replaceableTarget(of path: String) throws(FileError) -> String? {
    let target = FilePath.resolved(path)
    guard let status = SystemCalls.status(of: path) ?? SystemCalls.status(of: target) else {
      guard SystemCalls.isMissing else { throw .system(path, use: .output, cannot: "write") }
      return target
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return target
    case S_IFDIR: throw FileError(path: path, use: .output, reason: "is a folder, not a file")
    default: return nil
    }
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
    guard destination.flush() else { throw .system(path, use: .output, cannot: "write") }
  }

  /// Completes the file and replaces the target with it.
  ///
  /// - Throws: `FileError` if the last bytes cannot be written or the file cannot be moved; the
  ///   target is then unchanged.
  package consuming func commit() throws(FileError) {
    try prepareToCommit()
    guard destination.replaceTarget() else { throw .system(path, use: .output, cannot: "write") }
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
    try OpenFile.write(bytes, to: destination.descriptor, named: path)
  }
}

/// Where the bytes of an output file go.
private enum OutputDestination: Sendable {
  case pending(PendingFile)
  case open(DirectFile)
  case standardOutput(Int32)

  var descriptor: Int32 {
    switch self {
    case .pending(let file): file.descriptor
    case .open(let file): file.descriptor
    case .standardOutput(let descriptor): descriptor
    }
  }

  /// Flushes what replaces a target to the disk; returns whether this succeeded.
  func flush() -> Bool {
    switch self {
    case .pending(let file): file.flush()
    case .open, .standardOutput: true
    }
  }

  /// Replaces the target, if there is one to replace; returns whether this succeeded.
  func replaceTarget() -> Bool {
    switch self {
    case .pending(let file): file.replaceTarget()
    case .open, .standardOutput: true
    }
  }
}

/// A pipe or a device that is open for writing.
private final class DirectFile: Sendable {
  let descriptor: Int32

  init(_ path: String) throws(FileError) {
    descriptor = SystemCalls.openForWriting(path)
    guard descriptor >= 0 else { throw .system(path, use: .output, cannot: "write") }
  }

  deinit { _ = close(descriptor) }
}
