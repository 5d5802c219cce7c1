#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The bytes of a file: read into memory, or mapped there so that only what is used is read.
public struct FileBytes: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case mapping(FileMapping)
  }

  private let storage: Storage

  /// Bytes in memory.
  ///
  /// - Parameter bytes: The bytes.
  public init(_ bytes: [UInt8]) {
    storage = .array(bytes)
  }

  /// Maps a file, or reads it where it cannot be mapped.
  ///
  /// A regular file that is not compressed is mapped: opening it costs nothing, whatever its size,
  /// and what is looked at is read when it is looked at. It must not be cut short meanwhile; a file
  /// that is replaced by another, as `OutputFile` does it, keeps its bytes here. Everything else,
  /// pipes and gzip archives, is read as `InputFile.read(_:)` does.
  ///
  /// - Parameter path: The file's path, or `-` for standard input.
  /// - Throws: `FileError` when the file cannot be opened or read, or is a damaged archive.
  public init(mapping path: String) throws(FileError) {
    if path != "-", let mapping = try FileMapping(path), !mapping.isGzip {
      storage = .mapping(mapping)
    } else {
      storage = .array(try InputFile.read(path))
    }
  }

  /// Whether the bytes stay in the file until they are looked at.
  public var isMapped: Bool {
    if case .mapping = storage { true } else { false }
  }

  /// The number of bytes.
  public var count: Int {
    switch storage {
    case .array(let array): array.count
    case .mapping(let mapping): mapping.count
    }
  }

  /// All bytes.
  public var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      switch storage {
      case .array(let array):
        return unsafe _overrideLifetime(array.span, borrowing: self)
      case .mapping(let mapping):
        // SAFETY: `self` holds the mapping, so that it lives as long as the span.
        return unsafe _overrideLifetime(mapping.span, borrowing: self)
      }
    }
  }
}

/// A file's place in memory, given back when nobody holds it any more.
@safe final class FileMapping: @unchecked Sendable {
  // `@unchecked Sendable`: nothing is ever changed, neither the pointer nor what it points to.

  private let bytes: UnsafeBufferPointer<UInt8>

  /// Maps a file; nil when it is none that can be mapped, or has no bytes.
  init?(_ path: String) throws(FileError) {
    let descriptor = SystemCalls.openForReading(path)
    guard descriptor >= 0 else { throw .system(path, cannot: "open") }
    defer { _ = close(descriptor) }
    guard let status = SystemCalls.status(of: descriptor), status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    else {
      return nil
    }
    let size = Int(status.st_size)
    // SAFETY: the system chooses the place; the result is checked before it is used.
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe bytes = UnsafeBufferPointer(
      start: address.bindMemory(to: UInt8.self, capacity: size), count: size)
  }

  var count: Int { unsafe bytes.count }

  var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      // SAFETY: the bytes stay until `deinit`, which comes after the borrow of `self`.
      unsafe _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  var isGzip: Bool {
    count >= 2 && span[0] == Gzip.magic[0] && span[1] == Gzip.magic[1]
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
