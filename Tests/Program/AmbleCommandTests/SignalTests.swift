import AmbleCommand
import Foundation
import RepositoryFiles
import Testing

/// Runs that signals end.
@Suite struct SignalTests {
  static let graph = "\(RepositoryFiles.graphs)/lesmis.edges"
  /// A run of some seconds at most, in 60 episodes.
  static let long = ["--walks-per-node", "300", "--quiet"]

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `with checkpoints, a signal stops a run in good order`(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let run = try ChildProgram(
      ["embed", Self.graph, "-o", folder / "a.emb", "--checkpoint", folder / "run"] + Self.long)
    while run.isRunning && !FileManager.default.fileExists(atPath: folder / "run/checkpoint-0") {
      usleep(1000)
    }
    run.send(signal)
    #expect(run.wait() == 128 + signal)
    let errors = try run.texts.errors
    #expect(errors.hasPrefix("stopped after "), "\(errors)")
    #expect(errors.hasSuffix("go on with: amble embed --resume \(folder / "run")\n"), "\(errors)")
    #expect(folder.files == ["run"])
    let resumed = try Transcript("embed", "--resume", folder / "run")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    let whole = try Transcript(["embed", Self.graph, "-o", folder / "b.emb"] + Self.long)
    #expect(whole.exitCode == 0)
    #expect(
      FileManager.default.contentsEqual(atPath: folder / "a.emb", andPath: folder / "b.emb"))
  }

  @Test func `a run with checkpoints that ignores closed terminals goes on`() throws {
    let folder = try TemporaryFolder()
    let run = try ChildProgram(
      ["embed", Self.graph, "-o", folder / "a.emb", "--checkpoint", folder / "run"] + Self.long,
      shell: #"trap '' HUP; exec "$@""#)
    while run.isRunning && !FileManager.default.fileExists(atPath: folder / "run/checkpoint-0") {
      usleep(1000)
    }
    run.send(SIGHUP)
    #expect(run.wait() == 0)
    #expect(folder.files == ["a.emb", "run"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func `without checkpoints, a signal ends a run and leaves nothing`(signal: Int32) throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.emb", "old")
    let run = try ChildProgram(
      ["embed", Self.graph, "-o", folder / "a.emb", "--log", folder / "log"] + Self.long)
    while run.isRunning && !FileManager.default.fileExists(atPath: folder / "log") { usleep(1000) }
    run.send(signal)
    #expect(run.wait() == -signal)
    #expect(folder.files == ["a.emb", "log"])
    #expect(try String(contentsOfFile: folder / "a.emb", encoding: .utf8) == "old")
  }

  /// How often the program is killed; more with the environment variable AMBLE_KILLS.
  static let killCount =
    ProcessInfo.processInfo.environment["AMBLE_KILLS"].flatMap { Int($0) } ?? 30

  /// Command lines that write files, with `@` before the names of files.
  static let writers =
    ["emb", "bin", "npy", "npz", "safetensors", "csv", "vectors.tsv", "sqlite", "emb.gz"].flatMap {
      [
        "embed \(graph) -d 64 --walks-per-node 1 --quiet -o @a.\($0)",
        "convert @e.emb @a.\($0) --quiet",
      ]
    } + ["svg", "pdf", "html"].map { "map @e.emb -o @a.\($0) --quiet" }
    + ["split \(graph) -o @a --quiet"]

  @Test func `a program killed at any moment leaves whole files and no others`() throws {
    let folder = try TemporaryFolder()
    let vectors = try Transcript("embed", Self.graph, "-o", folder / "e.emb", "--quiet")
    #expect(vectors.exitCode == 0)
    let manager = FileManager.default
    var generator = SystemRandomNumberGenerator()
    var killed = 0
    for number in 0..<Self.killCount {
      let line = Self.writers[number % Self.writers.count]
      let words = line.split(separator: " ").map { word in
        word.hasPrefix("@") ? folder / String(word.dropFirst()) : String(word)
      }
      // A whole run tells what the files are, and how long it takes.
      let clock = ContinuousClock()
      let start = clock.now
      #expect(try ChildProgram(words).wait() == 0)
      let duration = start.duration(to: clock.now)
      let names = folder.files.filter { $0 != "e.emb" }
      let new = names.map { manager.contents(atPath: folder / $0) }
      #expect(!names.isEmpty, "\(line)")
      for name in names { _ = try folder.file(name, "old") }

      let run = try ChildProgram(words)
      let microseconds = Int(duration / .microseconds(1))
      usleep(UInt32(Int.random(in: 0...max(1, microseconds), using: &generator)))
      run.send(SIGKILL)
      if run.wait() == -SIGKILL { killed += 1 }
      // A file that replaces another has a second name for some microseconds; it is complete then.
      let spare = folder.files.filter { $0.contains(".part-") }
      for name in spare {
        #expect(new.contains(manager.contents(atPath: folder / name)), "\(line): \(name)")
        try manager.removeItem(atPath: folder / name)
      }
      #expect(spare.count <= 1 && folder.files == (names + ["e.emb"]).sorted(), "\(line)")
      for (name, new) in zip(names, new) {
        let content = manager.contents(atPath: folder / name)
        #expect(content == Data("old".utf8) || content == new, "\(line): \(name)")
        try manager.removeItem(atPath: folder / name)
      }
    }
    #expect(killed > 0)
  }
}
