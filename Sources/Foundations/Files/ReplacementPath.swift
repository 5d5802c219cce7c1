internal import SystemLibrary

/// A path beside a target, for a file that another library writes and that takes the target's place
/// only when it is complete.
///
/// Whatever goes wrong before `commit()`, the target keeps what it had.
package struct ReplacementPath: ~Copyable {
  /// Where to write the file.
  package let path: String
  private let name: String
  private let target: String
  /// Waits until the bytes of an open file are on the disk; below 0 when they will not be.
  private let synchronize: @Sendable (Int32) -> Int32

  /// Chooses the path.
  ///
  /// - Parameter target: The path of the target, which is no pipe and no device.
  /// - Throws: `FileError` when the target is something else than a regular file.
  package init(for target: String) throws(FileError) {
    try self.init(for: target, synchronize: SystemCalls.synchronize)
  }

  /// Chooses the path of a file that is brought to the disk by a function of the caller's.
  package init(
    for target: String, synchronize: @escaping @Sendable (_ descriptor: Int32) -> Int32
  ) throws(FileError) {
    self.synchronize = synchronize
    name = target
    self.target = SystemCalls.resolve(target) ?? target
    path = "\(self.target).part-\(getpid())"
    if let status = SystemCalls.status(of: self.target), status.st_mode & S_IFMT != S_IFREG {
      throw FileError(path: target, use: .output, reason: "is not a file that can be replaced")
    }
    SystemCalls.remove(path)
  }

  deinit {
    SystemCalls.remove(path)
  }

  /// Puts the file in its target's place.
  ///
  /// - Throws: `FileError` when the system does not do it; the target is then untouched.
  package consuming func commit() throws(FileError) {
    let descriptor = SystemCalls.openForWriting(path, creating: false)
    guard descriptor >= 0 else { throw .system(name, use: .output, cannot: "write") }
    defer { _ = close(descriptor) }
    // A replaced file keeps its permissions.
    if let status = SystemCalls.status(of: target) {
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
    guard synchronize(descriptor) == 0, SystemCalls.move(path, to: target) == 0 else {
      throw .system(name, use: .output, cannot: "write")
    }
  }
}
