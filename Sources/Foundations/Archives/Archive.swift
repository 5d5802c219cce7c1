internal import CArchive

/// A compressed file (bzip2, xz, Zstandard, LZ4) or an archive (zip, tar, 7-Zip) in memory.
///
/// libarchive reads it; nothing is written anywhere.
package struct Archive: Sendable {
  /// Why an archive cannot be read.
  package struct Failure: Error, Equatable {
    /// What is wrong, phrased to follow the file's name and a colon.
    package let reason: String
  }

  private let bytes: [UInt8]
  /// The names of the files in it, in their order; a single one, empty or that of the file before
  /// it was compressed, if it is no archive.
  package let names: [String]

  /// Reads the names of the files.
  ///
  /// The corresponding C function is `archive_read_next_header`.
  ///
  /// - Parameter bytes: The archive.
  /// - Throws: `Failure` if it is damaged.
  package init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    var names: [String] = []
    try Self.visit(bytes) { name, _ throws(Failure) in
      names.append(name)
      return false
    }
    self.names = names
  }

  /// Reads a file of the archive.
  ///
  /// The corresponding C function is `archive_read_data`.
  ///
  /// - Parameters:
  ///   - name: One of `names`; the first file of that name is read.
  ///   - limit: The maximum number of bytes of the file.
  /// - Returns: Its bytes.
  /// - Throws: `Failure` if it is damaged, or has more bytes than `limit`.
  package func content(of name: String, limit: Int) throws(Failure) -> [UInt8] {
    var content: [UInt8]?
    try Self.visit(bytes) { other, read throws(Failure) in
      guard other == name else { return false }
      content = try read(limit)
      return true
    }
    guard let content else { throw Failure(reason: "the archive has no such file") }
    return content
  }

  /// Calls a function for each file, with its name and what reads it, until it returns true.
  private static func visit(
    _ bytes: [UInt8],
    _ body: (_ name: String, _ read: (_ limit: Int) throws(Failure) -> [UInt8]) throws(Failure) ->
      Bool
  ) throws(Failure) {
    guard let archive = unsafe archive_read_new() else {
      throw Failure(reason: "there is no memory to decompress")
    }
    defer { unsafe archive_read_free(archive) }
    unsafe amble_archive_support_formats(archive)
    var failure: Failure?
    // SAFETY: the bytes stay in place until all files are visited.
    unsafe bytes.withUnsafeBytes { buffer in
      guard
        unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
      else {
        failure = unsafe Self.failure(of: archive)
        return
      }
      do throws(Failure) {
        try unsafe visit(archive, body)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  @unsafe private static func visit(
    _ archive: OpaquePointer,
    _ body: (_ name: String, _ read: (_ limit: Int) throws(Failure) -> [UInt8]) throws(Failure) ->
      Bool
  ) throws(Failure) {
    var entry: OpaquePointer?
    while true {
      let status = unsafe archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      guard status >= ARCHIVE_WARN, let entry = unsafe entry else {
        throw unsafe failure(of: archive)
      }
      guard unsafe amble_archive_is_file(entry) != 0 else { continue }
      let path = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      let name = unsafe path.map { unsafe String(cString: $0) } ?? ""
      let isFound = try body(name) { limit throws(Failure) in
        unsafe try content(of: archive, limit: limit)
      }
      if isFound { return }
    }
  }

  /// Reads the current file.
  @unsafe private static func content(
    of archive: OpaquePointer, limit: Int
  ) throws(Failure) -> [UInt8] {
    let chunkSize = 1 << 18
    var content: [UInt8] = []
    while true {
      var received = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        // SAFETY: libarchive writes at most `chunkSize` bytes.
        received = unsafe archive_read_data(archive, buffer.baseAddress, chunkSize)
        count = max(0, received)
      }
      guard received >= 0 else { throw unsafe failure(of: archive) }
      if chunk.isEmpty { return content }
      guard chunk.count <= limit - content.count else {
        throw Failure(
          reason: "decompresses to more than \(limit) bytes, too many for the memory")
      }
      content += chunk
    }
  }

  @unsafe private static func failure(of archive: OpaquePointer) -> Failure {
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return Failure(reason: "cannot be decompressed: \(text ?? "it is damaged")")
  }
}
