internal import SystemLibrary

/// A path next to a target, for a file that another library writes and that replaces the target
/// only when it is complete.
///
/// If anything fails before `commit()`, the target remains unchanged.
package struct ReplacementPath: ~Copyable {
  /// The path to write the file to.
  package let path: String
  private let name: String
  private let target: String
  /// Waits until the bytes of an open file are on the disk; returns a negative number on failure.
  private let synchronize: @Sendable (Int32) -> Int32

  /// Chooses the path.
  ///
  /// - Parameter target: The path of the target, which must not be a pipe or a device.
  /// - Throws: `FileError` if the target exists and is not a regular file.
  package init(for target: String) throws(FileError) {
    try self.init(for: target, synchronize: SystemCalls.synchronize)
  }

  /// Chooses the path of a file that is flushed to the disk by a given function.
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

  /// Replaces the target with the file.
  ///
  /// - Throws: `FileError` if the file cannot be moved; the target is then unchanged.
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
