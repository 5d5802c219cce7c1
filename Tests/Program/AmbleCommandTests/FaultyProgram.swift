import Foundation
import RepositoryFiles

/// The program with system calls that fail: see `Tests/Program/faults.c`.
enum FaultyProgram {
  /// The compiled `faults.c`, or nil where there is no C compiler or no `LD_PRELOAD`.
  static let library: URL? = {
    #if os(Linux)
      let source = RepositoryFiles.package.appending(path: "Tests/Program/faults.c").path
      let library = RepositoryFiles.program("libfaults.so")
      for compiler in ["clang", "cc", "gcc"] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
          compiler, "-shared", "-fPIC", "-O1", "-o", library.path, source, "-ldl",
        ]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { continue }
        process.waitUntilExit()
        if process.terminationStatus == 0 { return library }
      }
    #endif
    return nil
  }()

  /// What is to happen to the calls on files in a folder.
  struct Fault {
    let root: String
    /// The number of the call that fails, from 1; 0 for none.
    var call = 0
    /// The signal that the process gets instead; 0 for none.
    var signal: Int32 = 0
    /// Whether there can be no files without a name.
    var isNamed = false
    /// Whether every other write takes only a part of the bytes.
    var isShort = false
  }

  /// How a run ended.
  struct Outcome {
    let status: Int32
    let errors: String
    /// The names of the calls.
    let calls: [String]
  }

  /// Runs a command line.
  static func run(_ words: [String], _ fault: Fault) throws -> Outcome {
    let folder = try TemporaryFolder()
    let child = try ChildProgram(
      words,
      environment: [
        "LD_PRELOAD": library?.path ?? "", "AMBLE_FAULT_ROOT": fault.root,
        "AMBLE_FAULT_LOG": folder / "log", "AMBLE_FAULT_CALL": "\(fault.call)",
        "AMBLE_FAULT_SIGNAL": "\(fault.signal)", "AMBLE_FAULT_NAMED": fault.isNamed ? "1" : "0",
        "AMBLE_FAULT_SHORT": fault.isShort ? "1" : "0", "SWIFT_BACKTRACE": "enable=no",
      ])
    let status = child.wait()
    let log = (try? String(contentsOfFile: folder / "log", encoding: .utf8)) ?? ""
    let calls = log.split(separator: "\n").map { String($0.split(separator: " ").last ?? "") }
    return Outcome(status: status, errors: try child.texts.errors, calls: calls)
  }
}
