/// The bytes of a file, read into memory or mapped so that only what is used is read.
package struct FileBytes: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case mapping(FileMapping)
  }

  private let storage: Storage

  /// Bytes in memory.
  ///
  /// - Parameter bytes: The bytes.
  package init(_ bytes: [UInt8]) {
    storage = .array(bytes)
  }

  /// Maps a file, or reads it if it cannot be mapped.
  ///
  /// A regular, uncompressed file is mapped: opening it costs nothing, whatever its size, and its
  /// bytes are read from the disk on first access. The file must not be truncated meanwhile;
  /// replacing it, as `OutputFile` does, leaves these bytes unchanged. Everything else, such as
  /// pipes and gzip files, is read by `InputFile.read(_:)`.
  ///
  /// - Parameter path: The file's path, or `-` for standard input.
  /// - Throws: `FileError` if the file cannot be opened or read, or is a damaged gzip file.
  package init(mapping path: String) throws(FileError) {
    if path != "-", let mapping = try FileMapping(path), !mapping.isGzip {
      storage = .mapping(mapping)
    } else {
      storage = .array(try InputFile.read(path))
    }
  }

  /// Whether the bytes are mapped instead of read.
  package var isMapped: Bool {
    if case .mapping = storage { true } else { false }
  }

  /// The number of bytes.
  package var count: Int {
    switch storage {
    case .array(let array): array.count
    case .mapping(let mapping): mapping.count
    }
  }

  /// All bytes.
  package var span: Span<UInt8> {
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

extension FileBytes {
  /// Whether the file has certain bytes at a position.
  ///
  /// - Parameters:
  ///   - magic: The bytes.
  ///   - offset: The position of the first.
  /// - Returns: Whether they are there.
  package func starts(with magic: [UInt8], at offset: Int = 0) -> Bool {
    let span = span
    guard offset >= 0, span.count - offset >= magic.count else { return false }
    for (place, byte) in magic.enumerated() where span[offset + place] != byte { return false }
    return true
  }

  /// A part of the file as text, with replacement characters for invalid UTF-8.
  ///
  /// - Parameter range: The part.
  /// - Returns: Its text.
  package func text(_ range: Range<Int>) -> String {
    let span = span
    return String(decoding: range.map { span[$0] }, as: UTF8.self)
  }
}
