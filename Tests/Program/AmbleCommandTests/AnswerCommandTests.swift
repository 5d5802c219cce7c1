import EmbeddingFiles
import EmbeddingTables
import Foundation
import RepositoryFiles
import Testing

/// What `neighbors` leaves out, pairs of `similarity`, titles, and JSON.
@Suite struct AnswerCommandTests {
  let folder: TemporaryFolder
  let vectors: String

  init() throws {
    folder = try TemporaryFolder()
    vectors = try folder.file(
      "v.emb", "5 2\nu:1 2 0\nu:2 1 0.1\ni:1 1 0.2\ni:2 1 0.5\ni:3 0 1\n")
  }

  private func names(_ words: String...) throws -> [String] {
    let run = try Transcript(["neighbors", vectors] + words)
    #expect(run.exitCode == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map {
      String($0.split(separator: "\t")[words.contains("u:2") ? 1 : 0])
    }
  }

  @Test func `only nodes of a type are answers`() throws {
    #expect(try names("u:1") == ["u:2", "i:1", "i:2", "i:3"])
    #expect(try names("u:1", "--of-type", "i") == ["i:1", "i:2", "i:3"])
    #expect(try names("u:1", "--of-type", "u") == ["u:2"])
    let types = try folder.file("types.txt", "u:1 a\nu:2 b\ni:2 b\n")
    #expect(try names("u:1", "--of-type", "b", "--node-types", types) == ["u:2", "i:2"])
    let wrong = try Transcript("neighbors", vectors, "u:1", "--of-type", "c", "--node-types", types)
    #expect(wrong.errors.contains("has no type 'c'; it has 'a', 'b'"))
  }

  @Test func `only nodes of a file are answers, and linked ones are none`() throws {
    let among = try folder.file("among.txt", "i:3\nu:2\ni:1\n")
    #expect(try names("u:1", "--among", among) == ["u:2", "i:1", "i:3"])
    #expect(try names("u:1", "--among", among, "--of-type", "i", "-n", "1") == ["i:1"])
    let edges = try folder.file("edges.csv", "1,1\n1,3\n2,2\n")
    #expect(
      try names("u:1", "--exclude-edges", edges, "--two-sided", "-n", "2") == ["u:2", "i:2"])
    let two = try Transcript(
      "neighbors", vectors, "u:1", "u:2", "--exclude-edges", edges, "--two-sided", "-n", "1",
      "--of-type", "i")
    #expect(two.output == "u:1\ti:2\t0.8944\nu:2\ti:1\t0.9952\n")
  }

  @Test func `titles are shown, and asked by`() throws {
    let titles = try folder.file("titles.csv", "id,title\ni:1,Toy Story\ni:2,\"Heat, again\"\n")
    let run = try Transcript("neighbors", vectors, "toy", "--titles", titles, "-n", "3")
    #expect(run.output == "u:2\t0.9952\t\nu:1\t0.9806\t\ni:2\t0.9648\tHeat, again\n")
    let json = try Transcript("neighbors", vectors, "i:1", "--titles", titles, "--json")
    #expect(json.output.contains(#""title": "Heat, again""#))
  }

  @Test func `pairs of a file are scored`() throws {
    let pairs = try folder.file("pairs.tsv", "u:1\ti:3\textra\nu:2\tu:1\n")
    let run = try Transcript("similarity", vectors, "--pairs", pairs, "--metric", "dot")
    #expect(run.output == "u:1\ti:3\t0.0000\nu:2\tu:1\t2.0000\n")
    let json = try Transcript("similarity", vectors, "--pairs", pairs, "--json")
    #expect(json.output.contains(#""score": 0.0"#))
    let wrong = try folder.file("wrong.tsv", "u:1 i:3\nu:1 i:9\n")
    let refused = try Transcript("similarity", vectors, "--pairs", wrong)
    #expect(refused.errors.contains("line 2: there is no 'i:9'; near it: 'i:1', 'i:2' and 'i:3'"))
  }

  @Test func `pairs of a file become vectors of edges`() throws {
    let pairs = try folder.file("pairs.tsv", "u:1\ti:2\nu:2\tu:1\n")
    let run = try Transcript(
      "similarity", vectors, "--pairs", pairs, "--operator", "average", "-o", folder / "e.csv")
    #expect(run.exitCode == 0, "\(run.errors)")
    let edges = try Embedding(contentsOf: folder / "e.csv")
    #expect(edges.vector(named: "u:1|i:2") == [1.5, 0.25])
    #expect(edges.vector(named: "u:2|u:1") == [1.5, 0.05])
    let twice = try folder.file("twice.tsv", "u:1 i:2\nu:1 i:2\n")
    let refused = try Transcript(
      "similarity", vectors, "--pairs", twice, "--operator", "average", "-o", folder / "f.csv")
    #expect(refused.errors.contains("line 2: the pair 'u:1|i:2' is there already"))
  }

  @Test(arguments: [
    (["a"], "B is missing: say two nodes, or a file of pairs with --pairs"),
    ([], "A is missing: say two nodes, or a file of pairs with --pairs"),
    (["a", "b", "--pairs", "p"], "--pairs stands instead of A and B"),
    (["--pairs", "p", "--operator", "average"], "--operator and --output go together"),
    (["--pairs", "p", "--operator", "cosine", "-o", "x.csv"], "--operator must be"),
  ])
  func `contradictions of similarity are refused`(words: [String], message: String) throws {
    let run = try Transcript(["similarity", vectors] + words)
    #expect(run.exitCode != 0)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `info prints JSON`() throws {
    let run = try Transcript("info", "\(RepositoryFiles.graphs)/karate.edges", "--json")
    let facts = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(facts["nodes"] as? Int == 34 && facts["edges"] as? Int == 78)
    #expect(facts["maximum_degree"] as? Int == 17 && facts["components"] as? Int == 1)
    #expect(facts["directed"] as? Bool == false)
  }

  @Test func `a grid and a tree are split as far as they can be`() throws {
    let quick = ["-d", "4", "--walk-length", "10", "--operators", "dot"]
    var lines = ""
    for node in 0..<36 {
      if node % 6 < 5 { lines += "\(node) \(node + 1)\n" }
      if node < 30 { lines += "\(node) \(node + 6)\n" }
    }
    let grid = try folder.file("grid.txt", lines)
    let run = try Transcript(["link-prediction", grid] + quick)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("only 42 % of the edges can be taken out"))
    #expect(try Transcript(["link-prediction", grid, "--test", "0.5"] + quick).exitCode == 1)
    let tree = try folder.file(
      "tree.txt", (1..<40).map { "\($0) \(($0 - 1) / 2)" }.joined(separator: "\n"))
    let random = try Transcript(["link-prediction", tree] + quick)
    #expect(random.exitCode == 0, "\(random.errors)")
    #expect(random.errors.contains("the split is random"))
    #expect(random.output.contains("random split"))
    #expect(try Transcript("split", tree, "-o", folder / "tree").exitCode == 0)
    let connected = try Transcript(["link-prediction", tree, "--split", "connected"] + quick)
    #expect(connected.exitCode == 1)
  }
}
