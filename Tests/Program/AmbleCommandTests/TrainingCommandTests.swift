import AmbleCommand
import EmbeddingFiles
import EmbeddingTables
import Foundation
import RepositoryFiles
import Testing

@Suite struct TrainingCommandTests {
  static let graph = "\(RepositoryFiles.graphs)/lesmis.edges"
  static let quick = ["-d", "8", "--walks-per-node", "2", "--walk-length", "20"]

  static func embed(_ words: String...) throws -> Transcript {
    try Transcript(["embed", graph] + quick + words)
  }

  @Test func `a digest tells whether two runs are the same`() throws {
    let folder = try TemporaryFolder()
    let first = try Self.embed("-o", folder / "a.emb", "--digest", "--threads", "1")
    let second = try Self.embed("-o", folder / "b.npy", "--digest", "--threads", "2")
    let other = try Self.embed("-o", folder / "c.emb", "--digest", "--seed", "2")
    #expect(first.exitCode == 0)
    #expect(first.output == second.output)
    #expect(first.output != other.output)
    #expect(first.output.count == 17)
  }

  @Test(arguments: [
    ([], "10 a node × 80 nodes, p = q = 1 (DeepWalk)"),
    // 34 nodes × 10 walks × 80 nodes / 78 edges.
    (
      ["--walks-per-node", "auto"],
      "10 a node × 80 nodes (349 in walks per edge: small graph), p = q = 1 (DeepWalk)"
    ),
    (["--walks-per-node", "auto", "--walk-length", "40"], "20 a node × 40 nodes (349 in walks"),
    (["--walks-per-node", "3"], "3 a node × 80 nodes, p = q = 1 (DeepWalk)"),
    (["--preset", "node2vec-2016"], "10 a node × 80 nodes, p = q = 1 (DeepWalk)"),
    (["--walks-per-node", "3", "--walks-per-node", "auto"], "10 a node × 80 nodes (349"),
  ])
  func `the number of walks is said, with the reason if it was not given`(
    words: [String], text: String
  ) throws {
    let folder = try TemporaryFolder()
    let run = try Transcript(
      ["embed", "\(RepositoryFiles.graphs)/karate.edges", "-d", "4", "-o", folder / "a.emb"]
        + words)
    #expect(run.errors.contains("walks     " + text), "\(run.errors)")
  }

  @Test func `a number of walks that is no number is refused`() throws {
    let run = try Self.embed("-o", "a.emb", "--walks-per-node", "few")
    #expect(run.exitCode == 64)
    #expect(
      run.errors.contains("--walks-per-node must be auto or a whole number, not 'few'"),
      "\(run.errors)")
  }

  @Test func `a run goes on from a folder alone, to the same vectors`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.embed(
      "-o", folder / "a.emb", "--checkpoint", folder / "run", "--every", "0.000001")
    let whole = try Data(contentsOf: URL(filePath: folder / "a.emb"))
    // The last checkpoint is the end of the run; the one before it, some steps earlier.
    try FileManager.default.removeItem(atPath: folder / "run/checkpoint-1")
    try FileManager.default.removeItem(atPath: folder / "a.emb")
    let resumed = try Transcript(["embed", "--resume", folder / "run"])
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(try Data(contentsOf: URL(filePath: folder / "a.emb")) == whole)
    let missing = try Transcript(["embed", "--resume", folder / "nothing"])
    #expect(missing.exitCode == 1)
    #expect(missing.errors.contains("nothing"))
    try Data("junk".utf8).write(to: URL(filePath: folder / "run/command.txt"))
    let foreign = try Transcript(["embed", "--resume", folder / "run"])
    #expect(foreign.exitCode == 64)
    #expect(foreign.errors.contains("command.txt is not the command of a run"))
  }

  @Test func `the log has a line of JSON for the start and every episode`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.embed("-o", folder / "a.emb", "--log", folder / "log.jsonl")
    let lines = try String(contentsOfFile: folder / "log.jsonl", encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count >= 20)
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let losses = objects.compactMap { $0["loss"] as? Double }
    #expect(losses.count == lines.count)
    #expect((losses.last ?? 9) < (losses.first ?? 0))
    #expect(objects.last?["fraction"] as? Double == 1)
  }

  @Test func `frozen nodes keep the vectors they start from`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.embed("-o", folder / "a.emb")
    let names = try folder.file("names.txt", "Valjean\nCosette\n")
    let warm = try Self.embed(
      "-o", folder / "b.emb", "--initial", folder / "a.emb", "--freeze", names, "--seed", "9")
    #expect(warm.errors.contains("77 nodes from"))
    #expect(warm.errors.contains("2 of them frozen"))
    let first = try Embedding(contentsOf: folder / "a.emb")
    let second = try Embedding(contentsOf: folder / "b.emb")
    for name in ["Valjean", "Cosette"] {
      #expect(first.vector(named: name) == second.vector(named: name))
    }
    #expect(first.vector(named: "Javert") != second.vector(named: "Javert"))
    let wrong = try Self.embed("-o", folder / "c.emb", "--freeze", names)
    #expect(wrong.exitCode == 64)
  }

  @Test(arguments: [
    ("deepwalk-2014", "hierarchical softmax"), ("node2vec-2016", "subsampling 0.001"),
    ("gensim", "window 5"), ("blogcatalog", "window 4"),
  ])
  func `a preset says what it sets`(preset: String, text: String) throws {
    let folder = try TemporaryFolder()
    let words = ["embed", Self.graph, "-o", folder / "a.emb", "--preset", preset] + Self.quick
    let run = try Transcript(words)
    #expect(run.exitCode == 0)
    #expect(run.errors.contains(text))
    #expect(run.errors.contains("8 dimensions"))
    #expect(run.errors.contains("MiB"))
  }

  @Test(arguments: [
    (["--every", "5"], "--every needs --checkpoint"),
    (["--checkpoint", "x", "--every", "-1"], "--every must be 0 or more seconds"),
    (["--checkpoint", "x", "--every", "soon"], "--every must be a time such as 90s, 2m or 1.5h"),
    (["--preset", "word2vec"], "--preset must be deepwalk-2014, node2vec-2016, gensim or"),
    (["--patience", "0"], "--patience must be at least 1"),
    (["--optimizer", "adam"], "--optimizer must be sgd or adagrad"),
  ])
  func `options that do not go together are explained`(words: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let run = try Transcript(["embed", Self.graph, "-o", folder / "a.emb"] + words)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(folder.files.isEmpty)
  }

  @Test func `update embeds new nodes beside the old ones`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.embed("-o", folder / "a.emb")
    let edges = try folder.file("new.edges", "Valjean Newcomer\nCosette Newcomer\n")
    let update = try Transcript([
      "update", folder / "a.emb", "--edges", edges, "-o", folder / "b.emb",
    ])
    #expect(update.exitCode == 0, "\(update.errors)")
    #expect(update.errors.contains("1 new, 2 old and touched, 75 untouched"))
    let old = try Embedding(contentsOf: folder / "a.emb")
    let new = try Embedding(contentsOf: folder / "b.emb")
    #expect(new.count == 78)
    for name in old.names { #expect(old.vector(named: name) == new.vector(named: name)) }
    #expect(new.vector(named: "Newcomer") != nil)

    let anchored = try Transcript([
      "update", folder / "a.emb", "--edges", edges, "-o", folder / "c.emb", "--old", "anchor",
      "--movements", folder / "moved.tsv",
    ])
    #expect(anchored.errors.contains("on average"))
    let moved = try String(contentsOfFile: folder / "moved.tsv", encoding: .utf8)
    #expect(moved.split(separator: "\n").count == 3)
    let third = try Embedding(contentsOf: folder / "c.emb")
    #expect(third.vector(named: "Valjean") != old.vector(named: "Valjean"))
    #expect(third.vector(named: "Javert") == old.vector(named: "Javert"))
  }
}
