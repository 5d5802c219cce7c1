import AmbleCommand
import Foundation
import RepositoryFiles
import Testing

@Suite struct EvaluationCommandTests {
  private let karate = "\(RepositoryFiles.graphs)/karate.edges"
  private let labels = "\(RepositoryFiles.graphs)/karate.labels"
  private let quick = ["--dimensions", "8", "--walk-length", "10", "--quiet"]

  private func json(_ words: [String]) throws -> [String: Any] {
    let data = Data(try Transcript(words + ["--json"]).output.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `link-prediction prints a table and a verdict, and writes reports`() throws {
    let folder = try TemporaryFolder()
    let words =
      ["link-prediction", karate, "--test", "0.3", "--plot", folder / "a.svg"] + quick
    let run = try Transcript(words)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Hadamard ") })
    #expect(lines.contains { $0.hasPrefix("Katz ") })
    #expect(lines.last?.hasSuffix("AUC.") == true)
    let report = try json(words)
    let graph = try #require(report["graph"] as? [String: Any])
    #expect(graph["nodes"] as? Int == 34)
    #expect((graph["digest"] as? String)?.count == 16)
    #expect((report["embedding"] as? [String: Any])?["dimensions"] as? Int == 8)
    #expect((report["methods"] as? [Any])?.count == 13)
    let svg = try String(contentsOfFile: folder / "a.svg", encoding: .utf8)
    #expect(svg.contains("Finding removed edges of karate"))
  }

  @Test func `the report is the same for every number of threads`() throws {
    let reports = try ["1", "3"].map { threads in
      try Transcript(
        ["link-prediction", karate, "--test", "0.3", "--threads", threads, "--json"] + quick
      ).output
    }
    #expect(reports[0].hasPrefix("{"))
    #expect(reports[0] == reports[1])
  }

  @Test func `Markdown has tables`() throws {
    let run = try Transcript(
      ["link-prediction", karate, "--test", "0.3", "--operators", "dot", "--markdown"] + quick)
    #expect(run.output.hasPrefix("## Link prediction\n"))
    #expect(run.output.contains("| dot product |"))
    #expect(!run.output.contains("| Hadamard |"))
  }

  @Test(arguments: [
    (["--test", "0.9"], 1, "amble: the graph is too sparse: 70 of 78 edges were to be taken out"),
    (["--test", "0"], 1, "amble: shares of edges are at least 0, that of the test above 0"),
    (
      ["--split", "temporal"], 64, "amble link-prediction: a temporal split needs a column of times"
    ),
    (["--non-edges", "reversed"], 1, "amble: reversed negatives need a directed graph"),
    (
      ["--metapath", "user,item"], 64,
      "amble link-prediction: metapath walks need types of nodes or times of edges"
    ),
    (
      ["--strategy", "temporal"], 64,
      "amble link-prediction: temporal walks need types of nodes or times of edges"
    ),
    (["--repeats", "0"], 64, "amble link-prediction: --repeats must be from 1 to 10000, not 0"),
    (["--operators", "dot,dot"], 64, "amble link-prediction: --operators must be all, or some of"),
    (["--plot", "/nowhere/a.svg"], 1, "amble: /nowhere/a.svg: "),
    (
      ["--json", "--markdown"], 64,
      "amble link-prediction: --json and --markdown exclude each other"
    ),
  ])
  func `mistakes are explained`(options: [String], exitCode: Int, message: String) throws {
    let run = try Transcript(["link-prediction", karate] + quick + options)
    #expect(run.exitCode == Int32(exitCode))
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `a temporal split takes the latest edges`() throws {
    let folder = try TemporaryFolder()
    var lines = ["source,target,time"]
    for node in 0..<30 {
      for step in 1...4 { lines.append("n\(node),n\((node + step) % 30),\(100 - node)") }
    }
    let edges = try folder.file("edges.csv", lines.joined(separator: "\n"))
    let run = try Transcript(
      "split", edges, "-o", folder / "out", "--split", "temporal", "--test", "0.2", "--columns",
      "source,target,time", "--quiet")
    #expect(run.exitCode == 0, "\(run.errors)")
    let test = try String(contentsOfFile: folder / "out.test.edges.tsv", encoding: .utf8)
    let pairs = test.split(separator: "\n").map { Set($0.split(separator: "\t").map(String.init)) }
    #expect(pairs.count == 24)
    // The latest times are those of the first nodes.
    #expect(pairs.allSatisfy { pair in (0..<6).contains { pair.contains("n\($0)") } })
  }

  @Test func `split writes parts that together are the graph`() throws {
    let folder = try TemporaryFolder()
    let run = try Transcript(
      "split", "\(RepositoryFiles.graphs)/lesmis.edges", "-o", folder / "les", "--test", "0.2",
      "--validation", "0.1")
    #expect(run.exitCode == 0)
    #expect(
      folder.files == [
        "les.residual.tsv", "les.test.edges.tsv", "les.test.others.tsv", "les.train.edges.tsv",
        "les.train.others.tsv", "les.validation.edges.tsv", "les.validation.others.tsv",
      ])
    func count(_ name: String) throws -> Int {
      try String(contentsOfFile: folder / name, encoding: .utf8).split(separator: "\n").count
    }
    let parts = try ["les.residual.tsv", "les.test.edges.tsv", "les.validation.edges.tsv"].map(
      count)
    #expect(parts.reduce(0, +) == 254)
    #expect(run.errors.contains("178 edges are left"))
    #expect(try Transcript("split", karate).exitCode == 64)
  }

  @Test func `classify scores vectors and names unlabeled nodes`() throws {
    let folder = try TemporaryFolder()
    _ = try Transcript("embed", karate, "-o", folder / "a.emb", "-d", "16", "--quiet")
    let all = try String(contentsOfFile: labels, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    let known = try folder.file("known.txt", all.dropLast(4).joined(separator: "\n"))
    let words = [
      "classify", folder / "a.emb", known, "--train", "0.5", "--predict", folder / "new.tsv",
      "--plot", folder / "a.svg",
    ]
    let run = try Transcript(words)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.hasSuffix("\(folder / "new.tsv"): labels for 4 nodes that have none\n"))
    #expect(run.output.contains("50 %"))
    let shares = try #require(try json(words)["shares"] as? [[String: Any]])
    let micro = try #require(shares[0]["micro_f1"] as? [String: Double])
    #expect((micro["mean"] ?? 0) > 0.8)
    let predicted = try String(contentsOfFile: folder / "new.tsv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(predicted.count == 4)
    #expect(predicted.allSatisfy { $0.count == 3 })

    let unknown = try folder.file("unknown.txt", "1 a\n99 b\n2 b\n")
    let refused = try Transcript("classify", folder / "a.emb", unknown)
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors.hasSuffix(
        "unknown.txt: line 2: there is no node '99'; --skip-unknown leaves out such lines\n"))
  }

  @Test func `tune prints the command line to use, and the same for the same trials`() throws {
    let words = ["tune", karate, "--test", "0.2", "--trials", "4", "--seed", "3"]
    let run = try Transcript(words)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("search    4 with 33 %, 2 with 100 % of the walks"))
    #expect(run.output.contains("(given)"))
    let start = "amble embed \(karate) --output vectors.emb --walks-per-node 10 --p "
    #expect(run.output.contains(start))
    #expect(try Transcript(words + ["--threads", "3"]).output == run.output)
    #expect(try Transcript(words + ["--trials", "0"]).exitCode == 64)
    #expect(try Transcript(words + ["--validation", "0"]).exitCode == 64)
  }

  @Test func `a budget says how to repeat the search`() throws {
    let run = try Transcript("tune", karate, "--test", "0.2", "--budget", "1s", "--quiet")
    #expect(run.exitCode == 0)
    let words = run.output.split(separator: "\n").last?.split(separator: " ").map(String.init) ?? []
    let place = try #require(words.firstIndex(of: "--trials"))
    let again = try Transcript(
      "tune", karate, "--test", "0.2", "--trials", words[place + 1], "--quiet")
    #expect(run.output.hasPrefix(again.output))
    #expect(try Transcript("tune", karate, "--budget", "soon").exitCode == 64)
    #expect(try Transcript("tune", karate, "--budget", "0s").exitCode == 64)
  }
}
