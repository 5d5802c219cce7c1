import AmbleCommand
import Foundation

/// What a command line printed, and how it ended.
struct Transcript {
  let exitCode: Int32
  let output: String
  let errors: String

  /// Runs a command line in this process.
  init(_ words: String...) throws { try self.init(words) }

  /// Runs a command line in this process.
  init(_ words: [String]) throws {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder / "output", folder / "errors")
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    let outputFile = try FileHandle(forWritingTo: URL(filePath: output))
    let errorFile = try FileHandle(forWritingTo: URL(filePath: errors))
    exitCode = Amble.run(
      words,
      on: Console(output: outputFile.fileDescriptor, errors: errorFile.fileDescriptor))
    try outputFile.close()
    try errorFile.close()
    self.output = try String(contentsOfFile: output, encoding: .utf8)
    self.errors = try String(contentsOfFile: errors, encoding: .utf8)
  }
}

/// A folder that is removed when nobody uses it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "amble-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  static func / (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }

  /// Writes a file and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    try content.write(toFile: self / name, atomically: true, encoding: .utf8)
    return self / name
  }

  /// The names of the files in the folder.
  var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }
}
