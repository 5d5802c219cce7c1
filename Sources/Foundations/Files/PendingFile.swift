internal import CSystem
internal import SystemLibrary

/// An open file that takes the place of its target once it is complete.
///
/// Where the system can, the file has no name until then, so that nothing is left of it however the
/// process ends. Elsewhere it has a name of its own beside the target, which is removed with this
/// object, or by the signals that a program handles, but not when the process is killed.
final class PendingFile: Sendable {
  /// The target, with symbolic links resolved.
  private let target: String
  /// The name until the file is complete; nil if it has none.
  private let name: String?
  /// The number under which the name is known to the handler of signals.
  private let slot: Int32
  /// The open file.
  let descriptor: Int32
  /// Waits until the bytes of an open file are on the disk; returns a negative number on failure.
  private let synchronize: @Sendable (Int32) -> Int32

  /// How many random names are tried: that two are taken already is as good as impossible.
  private static let attemptCount = 16

  /// Creates a file in the folder of its target.
  ///
  /// - Parameters:
  ///   - path: The target's path, for messages.
  ///   - target: The same, with symbolic links resolved.
  ///   - hasName: Whether to give the file a name in any case.
  ///   - synchronize: Waits until the bytes of an open file are on the disk.
  /// - Throws: `FileError` if the file cannot be created.
  init(
    for path: String, at target: String, hasName: Bool,
    synchronize: @escaping @Sendable (Int32) -> Int32
  ) throws(FileError) {
    let parts = FilePath(target)
    guard !parts.name.isEmpty else {
      throw FileError(path: path, use: .output, reason: "is the name of a folder")
    }
    var name: String?
    var descriptor = hasName ? -1 : Self.unnamed(in: parts.folder)
    for _ in 0..<Self.attemptCount where descriptor < 0 {
      let random = parts.randomPath()
      descriptor = SystemCalls.create(random)
      if descriptor >= 0 { name = random } else if !SystemCalls.isTaken { break }
    }
    guard descriptor >= 0 else { throw .system(path, use: .output, cannot: "write") }
    self.target = target
    self.name = name
    slot = name.map { unsafe amble_hold_name($0) } ?? -1
    self.descriptor = descriptor
    self.synchronize = synchronize
  }

  /// A file without a name, or -1 if there can be none that gets a name later.
  private static func unnamed(in folder: String) -> Int32 {
    let descriptor = SystemCalls.createUnnamed(in: folder)
    guard descriptor >= 0 else { return -1 }
    // Without `/proc`, the file could not get a name.
    if SystemCalls.status(of: SystemCalls.path(of: descriptor)) != nil { return descriptor }
    _ = close(descriptor)
    return -1
  }

  deinit {
    if let name { SystemCalls.remove(name) }
    amble_release_name(slot)
    _ = close(descriptor)
  }

  /// Gives the file the permissions of the target, and flushes it to the disk.
  ///
  /// - Returns: Whether this succeeded.
  func flush() -> Bool {
    if let status = SystemCalls.status(of: target) {
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
    return synchronize(descriptor) == 0
  }

  /// Replaces the target with the file.
  ///
  /// - Returns: Whether this succeeded; if not, the target is unchanged.
  func replaceTarget() -> Bool {
    guard place() else { return false }
    SystemCalls.synchronize(folder: FilePath(target).folder, by: synchronize)
    return true
  }

  private func place() -> Bool {
    if let name { return SystemCalls.move(name, to: target) == 0 }
    if SystemCalls.link(descriptor, to: target) == 0 { return true }
    // A link cannot replace a file; a name beside it can. It exists for microseconds.
    let parts = FilePath(target)
    for _ in 0..<Self.attemptCount where SystemCalls.isTaken {
      let random = parts.randomPath()
      let slot = unsafe amble_hold_name(random)
      defer { amble_release_name(slot) }
      guard SystemCalls.link(descriptor, to: random) == 0 else { continue }
      if SystemCalls.move(random, to: target) == 0 { return true }
      let reason = errno
      SystemCalls.remove(random)
      errno = reason
      return false
    }
    return false
  }
}
