import Foundation
import RepositoryFiles
import Testing

/// Runs in which one system call fails.
@Suite(.enabled(if: FaultyProgram.library != nil, "needs Linux and a C compiler"))
struct FaultTests {
  static let karate = "\(RepositoryFiles.graphs)/karate.edges"
  static let labels = "\(RepositoryFiles.graphs)/karate.labels"
  static let training = "-d 8 --walks-per-node 1 --walk-length 10 --quiet"

  /// Command lines that write files, with `@` before the names of files.
  static let writers =
    ["emb", "bin", "npy", "npz", "safetensors", "csv", "vectors.tsv", "sqlite", "emb.gz"].flatMap {
      ["embed @k.edges \(training) -o @a.\($0)", "convert @e.emb @a.\($0) --quiet"]
    } + ["svg", "png", "html"].map { "map @e.emb -o @a.\($0) --quiet" } + [
      "split @k.edges -o @a --quiet", "walk @k.edges --walks-per-node 1 -o @a.txt --quiet",
      "project @e.emb -o @a.npy --quiet", "neighbors @e.emb 1 --approximate --index @a.index",
      "classify @e.emb \(labels) --train 0.5 --repeats 1 --predict @a.tsv --quiet",
      "link-prediction @k.edges \(training) --plot @a.svg",
      "update @e.emb --edges @k.edges --walks-per-node 1 -o @a.emb --movements @a.tsv --quiet",
    ]

  /// Whether every call fails once; otherwise only the last of each name.
  static let isExhaustive = ProcessInfo.processInfo.environment["AMBLE_FAULTS"] == "all"

  let folder: TemporaryFolder
  let inputs: [String]

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Self.karate, toPath: folder / "k.edges")
    let vectors = try Transcript(
      ["embed", Self.karate, "-o", folder / "e.emb"]
        + Self.training.split(separator: " ").map(String.init))
    #expect(vectors.exitCode == 0, "\(vectors.errors)")
    inputs = folder.files
  }

  /// The words of a command line, with the paths of files.
  func words(_ line: String) -> [String] {
    line.split(separator: " ").map {
      $0.hasPrefix("@") ? folder / String($0.dropFirst()) : String($0)
    }
  }

  /// The files that a run has written.
  func outputs() -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in folder.files where !inputs.contains(name) {
      contents[name] = FileManager.default.contents(atPath: folder / name)
    }
    return contents
  }

  /// The numbers of the calls that are to fail.
  static func chosen(_ calls: [String]) -> [Int] {
    let numbers = calls.indices.map { $0 + 1 }
    if isExhaustive { return numbers }
    return numbers.filter { !calls[$0...].contains(calls[$0 - 1]) }
  }

  @Test(arguments: writers)
  func `whichever call fails, files are old or new, and nothing is left`(line: String) throws {
    let words = words(line)
    var fault = FaultyProgram.Fault(root: folder.path)
    let whole = try FaultyProgram.run(words, fault)
    try #require(whole.status == 0, "\(whole.errors)")
    let new = outputs()
    try #require(!new.isEmpty && whole.calls.count > 3)
    for call in Self.chosen(whole.calls) {
      for name in new.keys { _ = try folder.file(name, "old") }
      fault.call = call
      let run = try FaultyProgram.run(words, fault)
      let place = "\(call). call, \(whole.calls[call - 1]): \(run.errors)"
      let found = outputs()
      #expect(found.keys.sorted() == new.keys.sorted(), "\(place)")
      for (name, content) in found {
        #expect(content == new[name] || content == Data("old".utf8), "\(name), \(place)")
      }
      if run.status == 0 {
        #expect(found == new, "\(place)")
      } else {
        #expect(run.status == 1, "\(place)")
        #expect(run.errors.hasPrefix("amble: ") && run.errors.last == "\n", "\(place)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(place)")
      }
    }
  }

  @Test(arguments: ["emb", "npy", "safetensors", "sqlite", "emb.gz"])
  func `writes that take a part of the bytes are continued`(ending: String) throws {
    let words = words("convert @e.emb @a.\(ending) --quiet")
    #expect(try FaultyProgram.run(words, .init(root: folder.path)).status == 0)
    let whole = outputs()
    #expect(try FaultyProgram.run(words, .init(root: folder.path, isShort: true)).status == 0)
    #expect(outputs() == whole)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [false, true])
  func `a signal at any call leaves nothing, even where files need names`(
    signal: Int32, isNamed: Bool
  ) throws {
    for line in ["convert @e.emb @a.npy --quiet", "convert @e.emb @a.sqlite --quiet"] {
      let words = words(line)
      var fault = FaultyProgram.Fault(root: folder.path, isNamed: isNamed)
      let whole = try FaultyProgram.run(words, fault)
      try #require(whole.status == 0, "\(whole.errors)")
      let new = outputs()
      fault.signal = signal
      for call in Self.chosen(whole.calls) {
        for name in new.keys { _ = try folder.file(name, "old") }
        fault.call = call
        let run = try FaultyProgram.run(words, fault)
        #expect(run.status == -signal)
        let found = outputs()
        #expect(found.keys.sorted() == new.keys.sorted(), "\(whole.calls[call - 1])")
        for (name, content) in found {
          #expect(content == new[name] || content == Data("old".utf8), "\(name)")
        }
      }
    }
  }

  @Test func `whichever call fails, a run with checkpoints can be resumed`() throws {
    let words = words(
      "embed @k.edges \(Self.training) --checkpoint @run -o @a.emb --log @log")
    var fault = FaultyProgram.Fault(root: folder.path)
    let whole = try FaultyProgram.run(words, fault)
    try #require(whole.status == 0, "\(whole.errors)")
    let vectors = try #require(outputs()["a.emb"])
    let numbers =
      Self.isExhaustive
      ? Array(1...whole.calls.count) : Self.chosen(whole.calls) + [whole.calls.count / 2]
    for call in numbers {
      for name in ["run", "a.emb", "log"] {
        try? FileManager.default.removeItem(atPath: folder / name)
      }
      fault.call = call
      let run = try FaultyProgram.run(words, fault)
      let place = "\(call). call, \(whole.calls[call - 1]): \(run.errors)"
      #expect(run.status == 0 || run.status == 1, "\(place)")
      let names = Set((try? FileManager.default.contentsOfDirectory(atPath: folder / "run")) ?? [])
      #expect(names.isSubset(of: ["command.txt", "checkpoint-0", "checkpoint-1"]), "\(place)")
      #expect(Set(folder.files).isSubset(of: inputs + ["run", "a.emb", "log"]), "\(place)")
      if run.status == 0 {
        #expect(outputs()["a.emb"] == vectors, "\(place)")
      } else if names.contains("command.txt") {
        let resumed = try Transcript(
          "embed", "--resume", folder / "run", "-o", folder / "a.emb", "--log", folder / "log")
        #expect(resumed.exitCode == 0, "\(place)\(resumed.errors)")
        #expect(outputs()["a.emb"] == vectors, "\(place)")
      }
    }
  }
}
