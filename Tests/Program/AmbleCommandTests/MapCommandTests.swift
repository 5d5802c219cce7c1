import AmbleCommand
import EmbeddingFiles
import EmbeddingTables
import Foundation
import RepositoryFiles
import Testing

@Suite struct MapCommandTests {
  /// An embedding of the karate club in a folder of its own.
  static func karate() throws -> (folder: TemporaryFolder, vectors: String) {
    let folder = try TemporaryFolder()
    let vectors = folder / "karate.emb"
    let embed = try Transcript(
      "embed", "\(RepositoryFiles.graphs)/karate.edges", "-o", vectors, "-d", "16", "--quiet")
    #expect(embed.exitCode == 0)
    return (folder, vectors)
  }

  @Test(arguments: [
    ("map.svg", "<?xml"), ("map.pdf", "%PDF"), ("map.dot", "graph map"),
    ("map.html", "<!doctype html>"),
    ("map.png", "\u{89}PNG"),
  ])
  func `map draws what the file's name asks for`(file: String, start: String) throws {
    let (folder, vectors) = try Self.karate()
    let map = try Transcript(
      "map", vectors, "--edges", "\(RepositoryFiles.graphs)/karate.edges", "--labels",
      "\(RepositoryFiles.graphs)/karate.labels", "--title", "The club", "--theme", "dark",
      "--output", folder / file)
    #expect(map.exitCode == 0)
    #expect(map.output == "")
    #expect(map.errors == "\(folder / file): 34 nodes\n")
    let bytes = try Data(contentsOf: URL(filePath: folder / file))
    let expected =
      file.hasSuffix("png") ? Data([0x89, 0x50, 0x4e, 0x47]) : Data(start.utf8)
    #expect(bytes.starts(with: expected))
  }

  @Test func `map refuses labels of nodes without a vector, or leaves them out`() throws {
    let (folder, vectors) = try Self.karate()
    let labels = try folder.file("labels.txt", "1 a\n99 b\n2 b\n")
    let words = ["map", vectors, "--labels", labels, "-o", folder / "map.svg"]
    let refused = try Transcript(words)
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors.hasSuffix(
        "labels.txt: line 2: there is no node '99'; --skip-unknown leaves out such lines\n"))
    let map = try Transcript(words + ["--skip-unknown"])
    #expect(map.exitCode == 0)
    #expect(
      map.errors
        == "labels: 1 lines on nodes without a vector are left out\n\(folder / "map.svg"): 34 nodes\n"
    )
  }

  @Test func `map says how far neighbors are kept`() throws {
    let (folder, vectors) = try Self.karate()
    let map = try Transcript("map", vectors, "--quality", "-o", folder / "map.svg")
    let line = try #require(map.errors.split(separator: "\n").last)
    #expect(line.contains("trustworthiness 0.9"))
    #expect(line.contains("of 15 neighbors kept"))
  }

  @Test func `project writes places that map aligns with`() throws {
    let (folder, vectors) = try Self.karate()
    let project = try Transcript("project", vectors, "-o", folder / "places.csv")
    #expect(project.exitCode == 0)
    #expect(project.errors.hasPrefix("explained variance: "))
    let places = try Embedding(contentsOf: folder / "places.csv")
    #expect(places.dimensions == 2)
    #expect(places.count == 34)
    // Mirrored places from before mirror the map: the same picture as those places themselves.
    let mirrored = Embedding(
      names: places.names, dimensions: 2,
      vectors: (0..<34).flatMap { [-places[$0][0], places[$0][1]] })
    try mirrored.write(to: folder / "before.csv")
    let aligned = try Transcript(
      "project", vectors, "--align", folder / "before.csv", "-o", folder / "after.csv")
    #expect(aligned.exitCode == 0)
    let after = try Embedding(contentsOf: folder / "after.csv")
    for row in 0..<34 {
      #expect(after[row][0] == mirrored[row][0])
      #expect(after[row][1] == mirrored[row][1])
    }
  }

  @Test func `project whitens components to variance one`() throws {
    let (folder, vectors) = try Self.karate()
    let project = try Transcript(
      "project", vectors, "--count", "3", "--whiten", "-o", folder / "places.npy", "--quiet")
    #expect(project.exitCode == 0)
    #expect(project.errors == "")
    let places = try Embedding(contentsOf: folder / "places.npy")
    #expect(places.dimensions == 3)
    for component in 0..<3 {
      let squares = (0..<34).reduce(Float(0)) { $0 + places[$1][component] * places[$1][component] }
      #expect(abs(squares / 33 - 1) < 1e-3)
    }
  }

  @Test(arguments: [
    (["--output", "map.gif"], 1, "'map.gif' is not the name of a map"),
    (["--components", "2"], 64, "--components must be two numbers, such as 2,3"),
    (["--components", "2,99"], 1, "there is no component 99: the vectors have 16"),
    (["--link", "javascript:{node}"], 1, "'javascript:{node}' is no link"),
    (["--color", "degree"], 1, "degrees need the graph's edges"),
    (["--edge-limit", "-1"], 64, "--edge-limit must be from 0 to 1000000000, not -1"),
    (["--theme", "blue"], 64, "--theme must be light or dark, not 'blue'"),
    (["-o", "/nowhere/map.svg"], 1, "/nowhere/map.svg: cannot write"),
    (["--color", "/nowhere/age.txt"], 1, "/nowhere/age.txt: cannot open"),
  ])
  func `map refuses what it cannot draw`(words: [String], code: Int32, message: String) throws {
    let (folder, vectors) = try Self.karate()
    let output = words.contains("-o") || words.contains("--output") ? [] : ["-o", folder / "m.svg"]
    let map = try Transcript(["map", vectors] + output + words)
    #expect(map.exitCode == code)
    #expect(map.errors.contains(message))
    #expect(folder.files == ["karate.emb"])
  }
}
