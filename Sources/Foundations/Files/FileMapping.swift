internal import CSystem
internal import SystemLibrary
internal import Text

/// A read-only memory mapping of a file, unmapped when the last reference goes away.
@safe final class FileMapping: @unchecked Sendable {
  // `@unchecked Sendable`: neither the pointer nor the bytes it points to ever change.

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The number under which the mapping is known to the handler of signals.
  private let slot: Int32

  /// Maps a file; nil if it is not a regular file, is empty, or cannot be mapped.
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
    // SAFETY: the system chooses the address; the result is checked before it is used.
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe bytes = UnsafeBufferPointer(
      start: address.bindMemory(to: UInt8.self, capacity: size), count: size)
    // SAFETY: the text is copied; the address is only compared with others.
    slot = unsafe amble_hold_mapping(
      address, size, "\(Excerpt.escaped(path)): was cut short while it was read\n")
  }

  var count: Int { unsafe bytes.count }

  var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      // SAFETY: the bytes remain until `deinit`, which comes after the borrow of `self`.
      unsafe _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  var isGzip: Bool {
    count >= 2 && span[0] == Gzip.magic[0] && span[1] == Gzip.magic[1]
  }

  deinit {
    amble_release_mapping(slot)
    unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
