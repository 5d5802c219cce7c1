import AmbleCommand
import EmbeddingFiles
import EmbeddingTables
import Foundation
import RepositoryFiles
import Testing

@Suite struct CommandTests {
  @Test func `info says what a file is`() throws {
    let info = try Transcript("info", "\(RepositoryFiles.graphs)/lesmis.edges")
    #expect(info.exitCode == 0)
    #expect(info.errors == "")
    #expect(info.output.contains("nodes       77\n"))
    #expect(info.output.contains("edges       254\n"))
    #expect(info.output.contains("weights     1 to 31, sum 820\n"))
  }

  @Test func `embed writes a row for every node under its own name`() throws {
    let folder = try TemporaryFolder()
    let embed = try Transcript(
      "embed", "\(RepositoryFiles.graphs)/lesmis.edges", "-o", folder / "a.emb", "-d", "16")
    #expect(embed.exitCode == 0)
    #expect(embed.output == "")
    #expect(embed.errors.contains("77 nodes, 254 edges, undirected, weighted"))
    #expect(embed.errors.contains("16 dimensions, window 10"))
    #expect(folder.files == ["a.emb"])
    let embedding = try Embedding(contentsOf: folder / "a.emb")
    #expect(embedding.count == 77)
    #expect(embedding.dimensions == 16)
    #expect(embedding.names.contains("Valjean"))
  }

  @Test(arguments: ["1", "3"])
  func `the seed fixes every byte, whatever the number of threads`(threads: String) throws {
    let folder = try TemporaryFolder()
    let graph = "\(RepositoryFiles.graphs)/karate.edges"
    for (name, options) in [("a", ["--threads", threads]), ("b", []), ("c", ["--seed", "2"])] {
      let words = ["embed", graph, "--output", folder / "\(name).emb", "--quiet"] + options
      #expect(Amble.run(words) == 0)
    }
    let bytes = try ["a", "b", "c"].map {
      try Data(contentsOf: URL(filePath: folder / "\($0).emb"))
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0] != bytes[2])
  }

  @Test func `neighbors of a member of the karate club are of its side`() throws {
    let folder = try TemporaryFolder()
    _ = try Transcript("embed", "\(RepositoryFiles.graphs)/karate.edges", "-o", folder / "a.emb")
    let neighbors = try Transcript("neighbors", folder / "a.emb", "34", "-n", "5")
    #expect(neighbors.exitCode == 0)
    let names = neighbors.output.split(separator: "\n").map { $0.split(separator: "\t")[0] }
    #expect(names.count == 5)
    // The officer's side, as the club split (graphs/karate.labels), with 9 and 10 on the border.
    let side: Set = [
      "9", "10", "15", "16", "19", "21", "23", "24", "25", "26", "27", "28", "29",
      "30", "31", "32", "33",
    ]
    #expect(names.allSatisfy { side.contains(String($0)) })
  }

  @Test func `walks follow edges, one a line, the same on every number of threads`() throws {
    let walk = try Transcript(
      "walk", "\(RepositoryFiles.graphs)/lesmis.edges", "--walks-per-node", "2", "--walk-length",
      "9")
    let lines = walk.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.count == 154)
    #expect(lines.allSatisfy { $0.count == 9 })
    #expect(Set(lines.map { $0[0] }).count == 77)
    let other = try Transcript(
      "walk", "\(RepositoryFiles.graphs)/lesmis.edges", "--walks-per-node", "2", "--walk-length",
      "9",
      "--threads", "5")
    #expect(walk.output == other.output)
  }

  @Test(arguments: [
    (["embed"], "amble embed: EDGES is missing: "),
    (["embed", "a"], "amble embed: say where to write the vectors: --output FILE"),
    (["embed", "a", "-o", "a.doc"], "amble embed: the name 'a.doc' ends with no known format"),
    (["embed", "a", "-o", "a.emb", "--p", "0"], "amble embed: --p must be positive and finite"),
    (
      ["embed", "a", "-o", "a.emb", "--window", "0"],
      "amble embed: --window must be from 1 to 65535"
    ),
    (["embed", "a", "-o", "a.emb", "--threads", "0"], "amble embed: --threads must be from 1"),
    (["embed", "a", "-o", "a.emb", "--columns", "a,b"], "amble embed: --columns must be a list"),
    (
      ["walk", "a", "--walk-length", "0"],
      "amble walk: --walk-length must be from 1 to 1000000000, not 0"
    ),
    (["neighbors", "a.emb"], "amble neighbors: say which NODE to ask for"),
    (["embd"], "amble: there is no command 'embd'; did you mean 'embed'?"),
    ([], "usage: amble COMMAND"),
  ])
  func `a wrong command line ends with 64 and says what is wrong`(
    words: [String], message: String
  ) throws {
    let transcript = try Transcript(words)
    #expect(transcript.exitCode == 64)
    #expect(transcript.output == "")
    #expect(transcript.errors.hasPrefix(message), "\(transcript.errors)")
  }

  @Test func `bad data ends with 1, names file and line, and leaves the target alone`() throws {
    let folder = try TemporaryFolder()
    let edges = try folder.file("bad.edges", "1 2\n2 3 -1\n")
    let target = try folder.file("old.emb", "old")
    let embed = try Transcript("embed", edges, "-o", target)
    #expect(embed.exitCode == 1)
    #expect(embed.errors.hasPrefix("amble: \(edges): line "), "\(embed.errors)")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
    #expect(folder.files == ["bad.edges", "old.emb"])
  }

  @Test func `a target that cannot be written is refused before the graph is read`() throws {
    let embed = try Transcript("embed", "/no/such/graph", "-o", "/no/such/folder/a.emb")
    #expect(embed.exitCode == 1)
    #expect(
      embed.errors == "amble: /no/such/folder/a.emb: cannot write: No such file or directory\n")
  }

  @Test(arguments: Amble.commandNames)
  func `every command explains itself with examples that parse`(name: String) throws {
    let help = try Transcript(name, "--help")
    #expect(help.exitCode == 0)
    #expect(help.output.contains("usage: amble \(name)"))
    #expect(help.output.contains("\nExamples:\n  amble \(name) "))
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }
}
