import Foundation
import Testing

@testable import Projections

@Suite struct AffinitiesTests {
  @Test(arguments: [2, 5, 12.5, 30])
  func `a point has as many neighbors as the perplexity says`(perplexity: Double) throws {
    // On a circle all points are alike, and their affinities are symmetric as they are.
    let count = 40
    let circle = (0..<count).flatMap { point in
      let angle = 2 * Double.pi * Double(point) / Double(count)
      return [Float(cos(angle)), Float(sin(angle))]
    }
    let table = try NeighborTable(
      of: circle, dimensions: 2, count: count - 1, threadCount: 1, progress: { _ in })
    let affinities = try Affinities(of: table, perplexity: perplexity, threadCount: 1)
    let effectiveCounts = (0..<count).map { point in
      let row = affinities.values[affinities.offsets[point]..<affinities.offsets[point + 1]]
      return exp(
        row.reduce(0.0) { sum, value in
          let share = Double(value) * Double(count)
          return share > 0 ? sum - share * log(share) : sum
        })
    }
    let largestError = effectiveCounts.map { abs($0 - perplexity) }.max() ?? .infinity
    #expect(largestError < 1e-3 * perplexity)
  }

  @Test(arguments: [(1000, 30.0), (91, 30), (31, 10), (4, 1), (2, 1)])
  func `the perplexity is at most a third of the other points`(count: Int, perplexity: Double) {
    #expect(StochasticNeighborEmbedding().perplexity(forCount: count) == perplexity)
  }
}
