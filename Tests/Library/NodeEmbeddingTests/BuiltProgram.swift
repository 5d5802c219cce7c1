import Foundation
import RepositoryFiles

/// A run of a program of this package, as built for the tests.
struct BuiltProgram {
  let exitCode: Int32
  let output: String
  let errors: String

  /// Runs a program in the package's folder.
  ///
  /// - Parameters:
  ///   - name: The program's name.
  ///   - words: Its arguments.
  ///   - input: What it reads from standard input.
  /// - Throws: What Foundation throws when the program cannot be started.
  init(_ name: String, _ words: String..., input: String = "") throws {
    let process = Process()
    process.executableURL = RepositoryFiles.program(name)
    process.arguments = words
    process.currentDirectoryURL = RepositoryFiles.package
    let (inputPipe, outputPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    try process.run()
    // What is read and written here fits the pipes' buffers.
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    output = String(
      decoding: outputPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: errorPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    exitCode = process.terminationStatus
  }
}
