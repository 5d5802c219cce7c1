internal import SystemLibrary

/// Which file a path leads to: equal for all names of one file.
///
/// Files that exist are told apart by the numbers that their file system gives them, so that
/// symbolic and hard links are seen through. A file that is yet to be created is its folder and its
/// name.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// The name in the folder that the numbers are those of; nil for a file that exists.
  private let name: String?

  /// Finds the file that a path leads to.
  ///
  /// - Parameter path: The path. Nil is returned if it leads to something that is not a regular
  ///   file, such as a pipe or a device, or into a folder that does not exist.
  package init?(_ path: String) {
    if let status = SystemCalls.status(of: path) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      self.init(status, name: nil)
      return
    }
    let parts = FilePath(FilePath.resolved(path))
    guard let status = SystemCalls.status(of: parts.folder), !parts.name.isEmpty else { return nil }
    self.init(status, name: parts.name)
  }

  /// Identifies an open file.
  ///
  /// - Parameter descriptor: The file. Nil is returned if it is not a regular file.
  package init?(descriptor: Int32) {
    guard let status = SystemCalls.status(of: descriptor), status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(status, name: nil)
  }

  private init(_ status: stat, name: String?) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    self.name = name
  }
}
