import EmbeddingTables
import Foundation
import Names
import NearestNeighbors
import Testing

@Suite struct NamedQueriesTests {
  /// Points on a circle: a compass.
  let compass: NamedQueries
  static let directions = ["east", "northeast", "north", "west", "southeast"]

  init() throws {
    compass = try NamedQueries(
      Embedding(
        names: try #require(NameList(Self.directions)), dimensions: 2,
        vectors: [2, 0, 1, 1, 0, 3, -1, 0, 1, -1]))
  }

  @Test func `a name is not its own neighbor`() throws {
    let neighbors = try compass.neighbors(of: "east", count: 3)
    #expect(neighbors.map(\.name) == ["northeast", "southeast", "north"])
    let root = Float(0.5).squareRoot()
    for (neighbor, cosine) in zip(neighbors, [root, root, 0]) {
      #expect(abs(neighbor.score - cosine) < 1e-6)
    }
    #expect(try compass.neighbors(of: "east", count: 100).count == 4)
  }

  @Test func `many names are answered in their order`() throws {
    let answers = try compass.neighbors(of: ["north", "west", "north"], count: 1)
    #expect(answers.map { $0.map(\.name) } == [["northeast"], ["north"], ["northeast"]])
  }

  @Test func `an analogy excludes the names it is made of`() throws {
    // East is to northeast as north is to what lies left of north.
    let answers = try compass.analogy("east", "northeast", "north", count: 9)
    #expect(answers.map(\.name) == ["west", "southeast"])
    #expect(try compass.analogy("east", "north", "east").map(\.name).contains("north") == false)
  }

  @Test func `a similarity is the score of the neighbor`() throws {
    for neighbor in try compass.neighbors(of: "northeast") {
      #expect(try compass.similarity("northeast", neighbor.name) == neighbor.score)
    }
    let similarity = try #require(try compass.similarity("north", "north"))
    #expect(abs(similarity - 1) < 1e-6)
  }

  @Test func `a similarity that is no number is none`() throws {
    let table = Embedding(
      names: NameList(count: 2), dimensions: 1, vectors: [.nan, 1])
    #expect(try NamedQueries(table).similarity("0", "1") == nil)
    #expect(try NamedQueries(table).similarity("1", "0") == nil)
    #expect(try NamedQueries(table).neighbors(of: ["0", "1"]) == [[], []])
    #expect(try NamedQueries(table).analogy("1", "0", "1") == [])
  }

  @Test func `an unknown name is an error that offers near spellings`() {
    let expected = UnknownName(name: "noth", nearSpellings: ["north"])
    #expect(throws: expected) { try compass.neighbors(of: "noth") }
    #expect(throws: expected) { try compass.neighbors(of: ["east", "noth"]) }
    #expect(throws: expected) { try compass.analogy("east", "noth", "west") }
    #expect(throws: expected) { try compass.similarity("east", "noth") }
  }

  @Test(arguments: [VectorMetric.dot, .euclidean])
  func `the metric decides`(metric: VectorMetric) throws {
    let table = Embedding(
      names: try #require(NameList(["a", "near", "long"])), dimensions: 1, vectors: [1, 2, 9])
    let first = try NamedQueries(table, metric: metric).neighbors(of: "a", count: 1)[0]
    #expect(
      first == NamedNeighbor(name: metric == .dot ? "long" : "near", score: metric == .dot ? 9 : 1))
  }
}
