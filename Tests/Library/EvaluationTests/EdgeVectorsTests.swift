import EmbeddingTables
import Errors
import Names
import Testing

@testable import Evaluation

@Suite struct EdgeVectorsTests {
  static let embedding = Embedding(
    names: NameList(count: 3), dimensions: 2, vectors: [1, 2, 3, -4, 0, 0.5])

  @Test(
    arguments: [
      (EdgeOperator.hadamard, [3, -8, 0, -2]), (.average, [2, -1, 1.5, -1.75]),
      (.weightedL1, [2, 6, 3, 4.5]), (.weightedL2, [4, 36, 9, 20.25]),
    ] as [(EdgeOperator, [Float])])
  func `a pair becomes a vector`(edgeOperator: EdgeOperator, expected: [Float]) throws {
    let pairs = [NodePair(0, 1), NodePair(2, 1)]
    #expect(try edgeOperator.vectors(of: pairs, in: Self.embedding) == expected)
  }

  @Test(arguments: [EdgeOperator.dot, .cosine, .euclidean])
  func `an operator with one number is refused`(edgeOperator: EdgeOperator) {
    let error = #expect(throws: OptionError.self) {
      try edgeOperator.vectors(of: [NodePair(0, 1)], in: Self.embedding)
    }
    #expect(error?.option == "operator")
  }

  @Test func `rows are taken in a new order, and by names`() throws {
    let taken = Self.embedding.rows([2, 0])
    #expect(taken.names.map(\.self) == ["2", "0"])
    #expect(taken.vectors.indices.map { taken.vectors[$0] } == [0, 0.5, 1, 2])
    let names = try #require(NameList(["1", "2"]))
    let named = try Self.embedding.vectors(of: names)
    #expect(named.vectors.indices.map { named.vectors[$0] } == [3, -4, 0, 0.5])
    let other = try #require(NameList(["1", "x"]))
    #expect(throws: UnknownName(name: "x", nearSpellings: ["0", "1", "2"])) {
      try Self.embedding.vectors(of: other)
    }
  }
}
