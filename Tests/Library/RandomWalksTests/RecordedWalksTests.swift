import Graphs
import Names
import RandomWalks
import RepositoryFiles
import Testing
import Text

@Suite struct RecordedWalksTests {
  static func walks(_ text: String, names: NameList? = nil) throws -> RecordedWalks {
    try RecordedWalks(Array(text.utf8), named: "walks.txt", names: names)
  }

  static func named(_ walks: RecordedWalks) -> [[String]] {
    (0..<walks.walkCount).map { walks.walk($0).map { walks.names[Int($0)] } }
  }

  @Test(arguments: [
    ("a b c\n\n# a remark\nc b\r\na", [["a", "b", "c"], ["c", "b"], ["a"]]),
    (
      "New York\tRome\nRome\tNew York\nOslo Town\n",
      [["New York", "Rome"], ["Rome", "New York"], ["Oslo Town"]]
    ),
    ("1 2 3\t\n3\t2 1 \n", [["1", "2", "3"], ["3", "2", "1"]]),
    ("#swift go\n#\ngo #swift\n", [["#swift", "go"], ["go", "#swift"]]),
    ("\u{feff}a b\nb a", [["a", "b"], ["b", "a"]]),
  ])
  func `a line is a walk, with blanks or tabs between names`(
    text: String, expected: [[String]]
  ) throws {
    #expect(Self.named(try Self.walks(text)) == expected)
  }

  @Test(arguments: [
    ("10 9\n9 10 2\n", ["2", "9", "10"]),
    ("b a\nb c\n", ["b", "a", "c"]),
    ("7 a\na 007 7\n", ["7", "a", "007"]),
  ])
  func `integers are numbered in ascending order, and names as they appear`(
    text: String, expected: [String]
  ) throws {
    let walks = try Self.walks(text)
    #expect(walks.names.map(\.self) == expected)
    #expect(Self.named(walks) == Self.named(try Self.walks(text, names: walks.names)))
  }

  @Test(arguments: ["karate.edges", "lesmis.edges", "davis.edges"])
  func `walks of a corpus have the numbers of their graph`(path: String) throws {
    let graph = try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(path)")
    var options = WalkOptions()
    options.walksPerNode = 2
    options.walkLength = 5
    let corpus = try WalkCorpus(options.walk(on: graph), options: options, seed: 3)
    var text = ""
    for walk in 0..<corpus.walkCount {
      var nodes: [Node] = []
      corpus.append(walk: walk, to: &nodes)
      text += nodes.map { graph.names[Int($0)] }.joined(separator: "\t") + "\n"
    }
    let walks = try Self.walks(text)
    #expect(walks.names == graph.names)
    var made: [Node] = []
    for walk in 0..<corpus.walkCount { corpus.append(walk: walk, to: &made) }
    #expect((0..<walks.walkCount).flatMap { walks.walk($0) } == made)
  }

  @Test func `nodes of a graph that are in no walk are counted`() throws {
    let names = try #require(NameList(["x", "b", "a"]))
    let walks = try Self.walks("a b\n", names: names)
    #expect(walks.walk(0) == [2, 1])
    #expect(walks.nodeCount == 3)
    #expect(walks.unvisitedNodeCount == 1)
  }

  @Test(arguments: [
    ("a b\n\na q\n", 3, "the graph has no node 'q'; near it: 'a' and 'b'"),
    ("a b\na b\0\n", 2, "'b\\u{0}' is not text in UTF-8"),
    ("\n# nothing\n", nil, "has no walks: a line is a walk, as names of its nodes"),
    ("", nil, "has no walks: a line is a walk, as names of its nodes"),
  ])
  func `a broken line is refused with its number`(
    text: String, line: Int?, reason: String
  ) throws {
    let names = try #require(NameList(["a", "b"]))
    let error = #expect(throws: TextTableError.self) { try Self.walks(text, names: names) }
    #expect(error == TextTableError(file: "walks.txt", line: line, reason: reason))
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    let error = #expect(throws: TextTableError.self) {
      try RecordedWalks(Array("a b\na ".utf8) + [0xff], named: "walks.txt")
    }
    #expect(error?.line == 2)
    #expect(error?.reason == "'\\xff' is not text in UTF-8")
  }
}
