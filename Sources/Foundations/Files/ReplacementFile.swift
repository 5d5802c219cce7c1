/// A file that another library writes and that replaces its target only when it is complete.
///
/// If anything fails before `commit()`, the target remains unchanged.
package struct ReplacementFile: ~Copyable {
  private let target: String
  private let file: PendingFile

  /// Creates the file, which is empty.
  ///
  /// - Parameter target: The path of the target, which must not be a pipe or a device.
  /// - Throws: `FileError` if the target cannot be written, or exists and is not a regular file.
  package init(for target: String) throws(FileError) {
    try self.init(for: target, hasName: false, synchronize: SystemCalls.synchronize)
  }

  /// Creates the file, which is flushed to the disk by a given function.
  ///
  /// - Parameters:
  ///   - target: The path of the target, which must not be a pipe or a device.
  ///   - hasName: Whether the file has a name before it is complete, even if it need not.
  ///   - synchronize: Flushes an open file or folder, and returns a negative number on failure.
  /// - Throws: `FileError` if the target cannot be written, or exists and is not a regular file.
  package init(
    for target: String, hasName: Bool,
    synchronize: @escaping @Sendable (_ descriptor: Int32) -> Int32
  ) throws(FileError) {
    guard let resolved = try OutputFile.replaceableTarget(of: target) else {
      throw FileError(path: target, use: .output, reason: "is not a file that can be replaced")
    }
    let file = try PendingFile(
      for: target, at: resolved, hasName: hasName, synchronize: synchronize)
    self.target = target
    self.file = file
  }

  /// The open file, for reading and writing; it may have no path.
  package var descriptor: Int32 { file.descriptor }

  /// Replaces the target with the file.
  ///
  /// - Throws: `FileError` if the file cannot be moved; the target is then unchanged.
  package consuming func commit() throws(FileError) {
    guard file.flush(), file.replaceTarget() else {
      throw .system(target, use: .output, cannot: "write")
    }
  }
}
