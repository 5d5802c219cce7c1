import AmbleCommand
import Foundation
import RepositoryFiles
import Testing

/// What becomes of results that cannot be written.
@Suite struct OutputTests {
  static let karate = "\(RepositoryFiles.graphs)/karate.edges"
  let folder: TemporaryFolder
  let compass: String

  init() throws {
    folder = try TemporaryFolder()
    compass = try folder.file("compass.emb", "3 2\neast 2 0\nnortheast 1 1\nnorth 0 3\n")
  }

  /// The errors and the exit code of a command whose results go to a full disk.
  func onFullDisk(_ words: [String]) throws -> (errors: String, exitCode: Int32) {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let path = try folder.file("errors", "")
    let errors = try FileHandle(forWritingTo: URL(filePath: path))
    let exitCode = Amble.run(
      words, on: Console(output: full.fileDescriptor, errors: errors.fileDescriptor))
    return (try String(contentsOfFile: path, encoding: .utf8), exitCode)
  }

  static let karateCommands = [
    ["info"], ["audit", "--steps", "10000", "--quiet"], ["walk", "--quiet"],
    ["link-prediction", "--walks-per-node", "1", "--quiet"],
    ["tune", "--trials", "1", "--test", "0.1", "--walks-per-node", "1", "--quiet"],
  ]

  @Test(
    arguments: karateCommands.map { [$0[0], karate] + $0.dropFirst() }
      + [["--help"], ["--version"], ["help", "embed"], ["embed", "--help"]])
  func `results that a full disk does not take are an error`(words: [String]) throws {
    let (errors, exitCode) = try onFullDisk(words)
    #expect(errors == "amble: standard output: cannot write: No space left on device\n")
    #expect(exitCode == 1)
  }

  @Test(arguments: [
    ["neighbors", "north"], ["neighbors", "north", "--json"], ["similarity", "north", "east"],
    ["analogy", "north", "east", "northeast", "--json"],
  ])
  func `answers that a full disk does not take are an error`(words: [String]) throws {
    var words = words
    words.insert(compass, at: 1)
    let (errors, exitCode) = try onFullDisk(words)
    #expect(errors == "amble: standard output: cannot write: No space left on device\n")
    #expect(exitCode == 1)
  }

  @Test func `classify says so too`() throws {
    let labels = try folder.file("labels", "east a\nnortheast b\nnorth a\n")
    let (errors, exitCode) = try onFullDisk([
      "classify", compass, labels, "--train", "0.5", "--repeats", "1", "--markdown",
    ])
    #expect(errors.hasSuffix("standard output: cannot write: No space left on device\n"))
    #expect(exitCode == 1)
  }

  @Test func `a log that a full disk does not take costs the exit code, not the vectors`() throws {
    let words = ["embed", Self.karate, "-d", "8", "--walks-per-node", "1", "--quiet", "-o"]
    let run = try Transcript(words + [folder / "a.emb", "--log", "/dev/full"])
    #expect(run.errors == "amble: /dev/full: cannot write: No space left on device\n")
    #expect(run.exitCode == 1)
    #expect(try Transcript(words + [folder / "b.emb"]).exitCode == 0)
    #expect(
      FileManager.default.contentsEqual(atPath: folder / "a.emb", andPath: folder / "b.emb"))
  }

  @Test func `a log that cannot be opened is refused with the system's reason`() throws {
    let run = try Transcript(
      "embed", Self.karate, "-o", folder / "a.emb", "--log", "/no/such/log", "--quiet")
    #expect(run.errors == "amble: /no/such/log: cannot write: No such file or directory\n")
    #expect(run.exitCode == 1)
  }

  @Test func `without standard output, results are an error and files are as ever`() throws {
    let words = ["embed", Self.karate, "-d", "8", "--quiet", "--digest", "-o", folder / "a.emb"]
    let run = try ChildProgram(words, shell: #""$@" >&-"#)
    #expect(run.wait() == 1)
    #expect(
      try run.texts.errors == "amble: standard output: cannot write: Bad file descriptor\n")
    let other = try Transcript(Array(words.dropLast()) + [folder / "b.emb"])
    #expect(other.exitCode == 0)
    #expect(
      FileManager.default.contentsEqual(atPath: folder / "a.emb", andPath: folder / "b.emb"))
  }

  @Test(arguments: ["", "trap '' PIPE; "])
  func `a reader that has enough ends the program quietly`(before: String) throws {
    let run = try ChildProgram(
      ["walk", Self.karate, "--walks-per-node", "1000", "--quiet"],
      shell: before + #""$@" | head -1 >&2; exit ${PIPESTATUS[0]}"#)
    #expect(run.wait() == 128 + SIGPIPE)
    #expect(try run.texts.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [["1"], ["0", "1"]])
  func `neighbors of a vector that is not finite are an error`(names: [String]) throws {
    // NumPy's format, version 1.0: two rows of two components, of which the last is infinite.
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }"
    var bytes = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0])
    bytes += Data(header.utf8) + Data(repeating: 0x20, count: 117 - header.utf8.count) + [0x0a]
    for number: Float in [1, 2, 3, .infinity] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
    }
    try bytes.write(to: URL(filePath: folder / "a.npy"))
    for command in [["neighbors"] + [folder / "a.npy"] + names] {
      let run = try Transcript(command)
      #expect(run.exitCode == 1 && run.output == "")
      #expect(
        run.errors
          == "amble: the vector of '1' has a component that is infinite or not a number: no vector "
          + "is near it\n")
    }
    #expect(try Transcript("analogy", folder / "a.npy", "0", "1", "0").exitCode == 1)
    #expect(try Transcript("neighbors", folder / "a.npy", "0").exitCode == 0)
  }
}
