import Foundation
@testable import NodeEmbedding
import Testing

@Suite struct DegreeAxisTests {
  /// A star of five nodes with an edge between two of its leaves, and a node without edges.
  static let graph = Graph(nodeCount: 6, edges: [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2)])
  static let degrees = [4.0, 2, 2, 1, 1]
  static let vectors: [[Double]] = [
    [1, 2, -1], [0.5, 1, 3], [2, -2, 0.25], [1, 1, 1], [-1, 4, 2], [9, 9, 9],
  ]

  static func product(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The mean of the nodes with edges, and what is left of their vectors without it.
  static let direction: [Double] = {
    let mean = (0..<3).map { index in vectors.prefix(5).reduce(0) { $0 + $1[index] } / 5 }
    let length = product(mean, mean).squareRoot()
    return mean.map { $0 / length }
  }()

  static let rests: [[Double]] = vectors.prefix(5).map { vector in
    // The mean lies in the direction, so that it goes with it.
    let component = product(vector, direction)
    return zip(vector, direction).map { $0 - component * $1 }
  }

  static let changed: [[Double]] = {
    var elements = vectors.flatMap { $0.map { Float($0) } }
    DegreeAxis(of: graph, dimensions: 3).apply(to: &elements)
    return stride(from: 0, to: 18, by: 3).map { start in
      (0..<3).map { Double(elements[start + $0]) }
    }
  }()

  static func isClose(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) < 1e-5 * max(1, abs(second))
  }

  @Test func `the component in the direction of the mean is 1·6 r (s − 1)`() {
    let squares = Self.rests.map { Self.product($0, $0) }
    let r = (1.25 * squares.reduce(0, +) / 5).squareRoot()
    for (vector, degree) in zip(Self.changed, Self.degrees) {
      let component = Self.product(vector, Self.direction)
      #expect(Self.isClose(component, 1.6 * r * (pow(1 + degree, 0.125) - 1)), "degree \(degree)")
    }
  }

  @Test
  func `what is left keeps its direction, at lengths of √l by s with 5 by 4 of the mean square`() {
    let lengths = Self.rests.map { Self.product($0, $0).squareRoot() }
    let wanted = zip(lengths, Self.degrees).map { $0.squareRoot() / pow(1 + $1, 0.125) }
    let factor = (1.25 * Self.product(lengths, lengths) / Self.product(wanted, wanted)).squareRoot()
    for node in 0..<5 {
      let along = Self.product(Self.changed[node], Self.direction)
      for index in 0..<3 {
        let rest = Self.changed[node][index] - along * Self.direction[index]
        let expected = Self.rests[node][index] / lengths[node] * wanted[node] * factor
        #expect(Self.isClose(rest, expected), "node \(node), component \(index)")
      }
    }
  }

  @Test func `a node without edges keeps its vector`() {
    #expect(Self.changed[5] == Self.vectors[5])
  }

  @Test func `the degree in a directed graph counts edges both ways`() {
    let edges: [(Node, Node)] = [(0, 1), (0, 2), (0, 3), (4, 0), (2, 1)]
    let directed = Graph(nodeCount: 6, edges: edges, isDirected: true)
    var elements = Self.vectors.flatMap { $0.map { Float($0) } }
    DegreeAxis(of: directed, dimensions: 3).apply(to: &elements)
    #expect(elements.map { Double($0) } == Self.changed.flatMap { $0 })
  }

  @Test func `vectors that are all alike stay as they are`() {
    var elements = [Float](repeating: 2, count: 18)
    DegreeAxis(of: Self.graph, dimensions: 3).apply(to: &elements)
    #expect(elements == [Float](repeating: 2, count: 18))
  }

  /// Vectors of Zachary's karate club.
  static func embed(
    dimensions: Int = 16, from start: WarmStart? = nil,
    _ change: (inout Node2Vec) -> Void = { _ in }
  ) throws -> Embedding {
    var method = Node2Vec(dimensions: dimensions)
    method.walks.walksPerNode = 2
    change(&method)
    return try method.embed(Graph(contentsOf: Node2VecTests.karate), from: start)
  }

  @Test func `embeddings have the axis if it is wanted, and say so`() throws {
    let axis = try Self.embed { $0.training.hasDegreeAxis = true }
    let plain = try Self.embed()
    #expect(axis.metadata["degree axis"] == "yes")
    #expect(plain.metadata["degree axis"] == nil)
    var vectors = (0..<34 * 16).map { plain.vectors[$0] }
    let graph = try Graph(contentsOf: Node2VecTests.karate)
    DegreeAxis(of: graph, dimensions: 16).apply(to: &vectors)
    #expect((0..<34 * 16).map { axis.vectors[$0] } == vectors)
  }

  @Test func `few components, continued vectors and other objectives have no axis`() throws {
    func embed(
      dimensions: Int = 16, from start: WarmStart? = nil,
      _ change: (inout Node2Vec) -> Void = { _ in }
    ) throws -> Embedding {
      try Self.embed(dimensions: dimensions, from: start) {
        $0.training.hasDegreeAxis = true
        change(&$0)
      }
    }
    #expect(try embed(dimensions: 15).metadata["degree axis"] == nil)
    let start = WarmStart(
      from: try embed(), for: try Graph(contentsOf: Node2VecTests.karate))
    #expect(try embed(from: start).metadata["degree axis"] == nil)
    for preset in TrainingPreset.allCases { #expect(!preset.training.hasDegreeAxis) }
    let bag = try embed { $0.training.model = .continuousBagOfWords }
    #expect(bag.metadata["degree axis"] == nil)
    let tree = try embed { $0.training.outputLayer = .hierarchicalSoftmax }
    #expect(tree.metadata["degree axis"] == nil)
  }
}
