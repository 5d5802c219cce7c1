import Foundation
import RepositoryFiles

/// The program in a process of its own, which signals can end.
final class ChildProgram {
  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts a command line.
  ///
  /// - Parameters:
  ///   - words: The arguments.
  ///   - shell: Commands of a shell to run instead, in which `"$@"` is the program and its
  ///     arguments.
  ///   - environment: Variables to add to the environment.
  /// - Throws: What Foundation throws when the program cannot be started.
  init(_ words: [String], shell: String? = nil, environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    let program = RepositoryFiles.program("amble")
    if let shell {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", shell, "bash", program.path] + words
    } else {
      process.executableURL = program
      process.arguments = words
    }
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    for path in [folder / "output", folder / "errors"] {
      try Data().write(to: URL(filePath: path))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder / "output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder / "errors"))
    try process.run()
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  var isRunning: Bool { process.isRunning }

  /// Waits for the end.
  ///
  /// - Returns: The exit code, or the negative number of the signal that ended the process.
  func wait() -> Int32 {
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .uncaughtSignal ? -status : status
  }

  /// What was printed, and the messages.
  var texts: (output: String, errors: String) {
    get throws {
      (
        try String(contentsOfFile: folder / "output", encoding: .utf8),
        try String(contentsOfFile: folder / "errors", encoding: .utf8)
      )
    }
  }
}
