import EmbeddingTables
import Testing

@testable import SkipGramTraining

@Suite struct InitialVectorsTests {
  static let nodeCount = 2000

  /// The vectors of all nodes before training.
  static func vectors(dimensions: Int, seed: UInt64) throws -> [[Float]] {
    var options = SkipGramOptions()
    options.dimensions = dimensions
    let layout = BlockLayout(nodeCount: nodeCount, blockCount: 3, seed: seed)
    let tables = try BlockTables(
      TrainingPlan(
        options: options, seed: seed, threadCount: 2, layout: layout,
        frequencies: [Int](repeating: 1, count: nodeCount)))
    return (0..<UInt32(nodeCount)).map { node in
      (0..<dimensions).map { tables.centers[layout.row(of: node)][$0] }
    }
  }

  @Test(arguments: [1, 16, 128])
  func `components are uniform within four over the number of dimensions`(
    dimensions: Int
  ) throws {
    let bound = 4 / Float(dimensions)
    let components = try Self.vectors(dimensions: dimensions, seed: 1).joined().map { $0 / bound }
    let count = Double(components.count)
    #expect(components.allSatisfy { abs($0) <= 1 })
    let mean = components.reduce(0) { $0 + Double($1) } / count
    let square = components.reduce(0) { $0 + Double($1 * $1) } / count
    // A uniform number within ±1 has the variance 1/3, and its square the variance 4/45.
    #expect(abs(mean) < 4 * (1 / (3 * count)).squareRoot())
    #expect(abs(square - 1.0 / 3) < 4 * (4 / (45 * count)).squareRoot())
  }

  @Test func `every node and every seed has a vector of its own`() throws {
    let first = try Self.vectors(dimensions: 16, seed: 1)
    let second = try Self.vectors(dimensions: 16, seed: 2)
    #expect(Set(first + second).count == 2 * Self.nodeCount)
    #expect(try Self.vectors(dimensions: 16, seed: 1) == first)
  }
}
