import EmbeddingTables
import Foundation
import Names
import NearestNeighbors
import Testing

/// Answers of gensim 4.4 (`most_similar` and `similar_by_vector`) on 27 of GloVe's words.
///
/// J. Pennington, R. Socher, C. D. Manning: GloVe: Global Vectors for Word Representation, EMNLP
/// 2014; the vectors `glove.6B.100d` are in the public domain (PDDL 1.0).
@Suite struct WordAnalogyTests {
  let queries: NamedQueries

  init() throws {
    let url = try #require(
      Bundle.module.url(
        forResource: "glove.6B.100d.27words", withExtension: "txt", subdirectory: "Fixtures"))
    var words: [String] = []
    var vectors: [Float] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: " ")
      words.append(String(fields[0]))
      vectors += fields.dropFirst().compactMap { Float($0) }
    }
    queries = try NamedQueries(
      Embedding(names: try #require(NameList(words)), dimensions: 100, vectors: vectors))
  }

  func expect(_ neighbors: [NamedNeighbor], _ expected: [(name: String, score: Float)]) {
    #expect(neighbors.map(\.name) == expected.map(\.name))
    for (neighbor, expected) in zip(neighbors, expected) {
      #expect(abs(neighbor.score - expected.score) < 2e-6, "\(neighbor.name)")
    }
  }

  @Test func `man is to king as woman is to queen`() throws {
    expect(
      try queries.analogy("man", "king", "woman", count: 3),
      [("queen", 0.7834414), ("monarch", 0.6933802), ("daughter", 0.6809081)])
    expect(
      try queries.analogy("man", "king", "woman", unitLength: true, count: 3),
      [("queen", 0.7698541), ("monarch", 0.6843382), ("daughter", 0.6594557)])
  }

  @Test func `woman is to aunt as man is to uncle`() throws {
    expect(
      try queries.analogy("woman", "aunt", "man", count: 3),
      [("uncle", 0.8134140), ("brother", 0.6863776), ("father", 0.6526092)])
    expect(
      try queries.analogy("woman", "aunt", "man", unitLength: true, count: 2),
      [("uncle", 0.8357257), ("brother", 0.7129767)])
  }

  @Test func `the neighbors of a word are those that others find`() throws {
    expect(
      try queries.neighbors(of: "duke", count: 3),
      [("duchess", 0.6752239), ("prince", 0.6609797), ("king", 0.6223885)])
    let similarity = try #require(try queries.similarity("king", "queen"))
    #expect(abs(similarity - 0.7507691) < 2e-6)
  }
}
