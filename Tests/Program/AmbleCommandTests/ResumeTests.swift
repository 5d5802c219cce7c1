import AmbleCommand
import Foundation
import RepositoryFiles
import Testing

/// What a folder of checkpoints may decide.
@Suite struct ResumeTests {
  static let quick = ["-d", "8", "--walks-per-node", "1", "--walk-length", "10", "--quiet"]
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["box/run", "box/.hidden", "elsewhere"] {
      try FileManager.default.createDirectory(
        atPath: folder / name, withIntermediateDirectories: true)
    }
    _ = try folder.file("box/text", "old")
    _ = try folder.file("box/log", #"{"episode": 0}"# + "\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder / "box/out", withDestinationPath: folder / "elsewhere")
  }

  /// Goes on with a run whose stored outputs are given.
  func resume(_ outputs: [String], _ words: String...) throws -> Transcript {
    let stored =
      ["\(RepositoryFiles.graphs)/karate.edges", "--checkpoint", "x"] + Self.quick + outputs
    _ = try folder.file("box/run/command.txt", stored.joined(separator: "\n"))
    return try Transcript(["embed", "--resume", folder / "box/run"] + words)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder / name) }

  @Test(arguments: [
    ("elsewhere/a.emb", "neither beside it"), ("box/../elsewhere/a.emb", "neither beside it"),
    ("box/out/a.emb", "neither beside it"), ("box/.a.emb", "is hidden"),
    ("box/.hidden/a.emb", "is hidden"), ("box/text", "exists"),
  ])
  func `an output that only the folder names replaces nothing and lies beside it`(
    name: String, reason: String
  ) throws {
    let stored = ["-o", folder / name, "--format", "word2vec"]
    let refused = try resume(stored)
    #expect(refused.exitCode == 64)
    #expect(refused.errors.contains(reason), "\(refused.errors)")
    #expect(refused.errors.contains("say --output \(folder / name)\n"), "\(refused.errors)")
    #expect(!exists("elsewhere/a.emb") && !exists("box/.a.emb") && !exists("box/.hidden/a.emb"))
    #expect(try String(contentsOfFile: folder / "box/text", encoding: .utf8) == "old")
    let agreed = try resume(stored, "--output", folder / name)
    #expect(agreed.exitCode == 0, "\(agreed.errors)")
    #expect(exists(name))
  }

  @Test(arguments: [("box/text", false), ("box/log", true), ("box/new", true)])
  func `a log is taken from the folder if it is one or new`(name: String, isTaken: Bool) throws {
    let stored = ["-o", folder / "box/a.emb", "--log", folder / name]
    #expect(try resume(stored).exitCode == (isTaken ? 0 : 64))
    #expect(exists("box/a.emb") == isTaken)
    #expect(try String(contentsOfFile: folder / "box/text", encoding: .utf8) == "old")
  }

  @Test func `the file of names counts as well`() throws {
    _ = try folder.file("box/a.nodes.txt", "old")
    #expect(try resume(["-o", folder / "box/a.npy"]).exitCode == 64)
    #expect(try String(contentsOfFile: folder / "box/a.nodes.txt", encoding: .utf8) == "old")
  }

  @Test(arguments: ["\u{1b}[2Ja.emb", "a\u{7f}.emb", "a\u{202e}.emb", "a\r.emb"])
  func `control characters are refused, when stored and when read`(name: String) throws {
    let run = try resume(["-o", folder / "box/\(name)"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("has control characters in "), "\(run.errors)")
    #expect(!run.errors.contains(name))
    let first = try Transcript(
      ["embed", "\(RepositoryFiles.graphs)/karate.edges", "--checkpoint", folder / "box/other"]
        + Self.quick + ["-o", folder / "box/\(name)"])
    #expect(first.exitCode == 64)
    #expect(first.errors.contains("can have no control characters"), "\(first.errors)")
  }

  @Test func `what a resumed run writes is said first`() throws {
    let stored = try resume(["-o", folder / "box/a.emb", "--log", folder / "box/log"])
    #expect(stored.exitCode == 0)
    var command = try String(contentsOfFile: folder / "box/run/command.txt", encoding: .utf8)
    command.replace("--quiet\n", with: "")
    _ = try folder.file("box/run/command.txt", command)
    try FileManager.default.removeItem(atPath: folder / "box/a.emb")
    for option in [["--resume", folder / "box/run"], ["--resume=\(folder / "box/run")"]] {
      let run = try Transcript(["embed"] + option + ["--output", folder / "box/a.emb"])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(
        run.errors.hasPrefix(
          "resume    \(folder / "box/run"): output \(folder / "box/a.emb"), log "
            + "\(folder / "box/log")\n"), "\(run.errors)")
    }
  }
}
