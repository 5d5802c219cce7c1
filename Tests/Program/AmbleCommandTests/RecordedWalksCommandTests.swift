import Foundation
import RepositoryFiles
import Testing

@Suite struct RecordedWalksCommandTests {
  static let training = ["-d", "8", "--window", "4", "--seed", "7"]
  static let making = ["--walks-per-node", "3", "--walk-length", "12", "--seed", "7", "--quiet"]

  /// Makes the walks of a graph, as a file.
  static func record(_ graph: String, in folder: TemporaryFolder, _ words: String...) throws
    -> String
  {
    let path = folder / "walks.txt"
    let made = try Transcript(["walk", graph, "-o", path] + making + words)
    #expect(made.exitCode == 0, "\(made.errors)")
    return path
  }

  @Test(arguments: [
    ("karate.edges", []), ("lesmis.edges", ["--model", "cbow"]),
    ("davis.edges", ["--output-layer", "hierarchical-softmax"]),
  ])
  func `walks that were written give the bytes of their graph`(
    name: String, words: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let graph = "\(RepositoryFiles.graphs)/\(name)"
    let walks = try Self.record(graph, in: folder)
    let options = Self.training + words
    let runs = [
      ["embed", graph, "-o", folder / "a.csv"] + Self.making + options,
      ["embed", "--walks", walks, "-o", folder / "b.csv"] + options,
      ["embed", graph, "--walks", walks, "-o", folder / "c.csv"] + options,
    ]
    for run in runs {
      let transcript = try Transcript(run)
      #expect(transcript.exitCode == 0, "\(transcript.errors)")
    }
    let expected = try Data(contentsOf: URL(filePath: folder / "a.csv"))
    #expect(try Data(contentsOf: URL(filePath: folder / "b.csv")) == expected)
    #expect(try Data(contentsOf: URL(filePath: folder / "c.csv")) == expected)
  }

  @Test func `a node without edges is in the walks, and one in no walk is mentioned`() throws {
    let folder = try TemporaryFolder()
    let graph = try folder.file("graph.txt", "a b\nb c\nc a\n")
    let nodes = try folder.file("nodes.txt", "lonely\n")
    let walks = try Self.record(graph, in: folder, "--nodes", nodes)
    let alone = try Transcript(
      ["embed", "--walks", walks, "-o", folder / "a.emb", "--digest"] + Self.training)
    let made = try Transcript(
      ["embed", graph, "--nodes", nodes, "-o", folder / "b.emb", "--digest"] + Self.making
        + Self.training)
    #expect(alone.output == made.output)
    #expect(alone.errors.contains("9 walks") == false)
    #expect(alone.errors.contains("12 walks, 4 nodes"))
    let few = try folder.file("few.txt", "a b a\n")
    let partial = try Transcript(
      ["embed", graph, "--walks", few, "-o", folder / "c.emb"] + Self.training)
    #expect(partial.exitCode == 0, "\(partial.errors)")
    #expect(
      partial.errors.contains("1 of the nodes are in no walk: their vectors stay as they began"))
  }

  @Test(arguments: [
    (["--walks", "10"], "--walks-per-node says how many walks start at each node"),
    (["--walks", "few.txt", "--p", "2"], "--p has no effect with --walks"),
    (["--walks", "few.txt", "--walk-length=9"], "--walk-length has no effect with --walks"),
    (["--walks", "few.txt", "--directed"], "--directed has no effect with --walks alone"),
    (["-", "--walks", "-"], "EDGES and --walks cannot both be standard input"),
    ([], "EDGES is missing"),
  ])
  func `an option without effect on walks is refused`(words: [String], message: String) throws {
    let refused = try Transcript(["embed", "-o", "/dev/null/a.emb"] + words)
    #expect(refused.exitCode == 64)
    #expect(refused.errors.contains(message), "\(refused.errors)")
  }

  @Test func `walks on other nodes than those of the graph are refused with their line`() throws {
    let folder = try TemporaryFolder()
    let walks = try folder.file("walks.txt", "1 2\n2 77\n")
    let refused = try Transcript(
      "embed", "\(RepositoryFiles.graphs)/karate.edges", "--walks", walks, "-o", folder / "a.emb")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("walks.txt: line 2: the graph has no node '77'"))
  }
}
