internal import Foundation

/// A folder that inputs are written to, in memory where the system can.
package final class Scratch: Sendable {
  /// The path of the folder.
  package let path: String

  /// Creates the folder.
  package init() throws {
    let memory = URL(filePath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    let folder = base.appending(path: "amble-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - name: The name in the folder.
  /// - Returns: The path.
  /// - Throws: What Foundation throws when it cannot be written.
  func file(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Reads a file of the folder.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  /// Creates a folder in the folder.
  func folder(_ name: String) throws -> String {
    let path = "\(path)/\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
