import Graphs
import RandomNumbers
import Testing

@testable import SkipGramTraining

@Suite struct NegativeSamplerTests {
  @Test(arguments: [0.75, 0, 1, -0.5])
  func `samples follow a power of the frequency`(exponent: Double) {
    let frequencies = (0..<200).map { 1 + $0 * $0 % 97 }
    let layout = BlockLayout(nodeCount: 200, blockCount: 2, seed: 3)
    let sampler = NegativeSampler(
      frequencies: frequencies, exponent: exponent, layout: layout)
    for block in 0..<layout.blockCount {
      var expected = [Double](repeating: 0, count: layout.rows(of: block).count)
      for node in 0..<200 where Int(layout.addresses[node] >> 16) == block {
        expected[Int(layout.addresses[node] & 0xffff)] = power(frequencies[node], exponent)
      }
      let total = expected.reduce(0, +)

      let drawCount = 400_000
      var samples = [UInt32](repeating: 0, count: drawCount)
      var generator = SplitMix64(seed: 5, purpose: .negatives, UInt64(block))
      sampler.fill(&samples, count: drawCount, from: block, using: &generator)
      var counts = [Double](repeating: 0, count: expected.count)
      for sample in samples { counts[Int(sample)] += 1 }

      let chiSquare = zip(counts, expected).reduce(0.0) { sum, pair in
        let mean = pair.1 / total * Double(drawCount)
        return sum + (pair.0 - mean) * (pair.0 - mean) / mean
      }
      // Mean and standard deviation of χ²; the seed is fixed, so the bound is met or it is not.
      let freedom = Double(expected.count - 1)
      #expect(chiSquare < freedom + 4 * (2 * freedom).squareRoot())
    }
  }

  @Test func `a sample costs one random number`() {
    let layout = BlockLayout(nodeCount: 10, dimensions: 8, seed: 3)
    let sampler = NegativeSampler(
      frequencies: [Int](repeating: 2, count: 10), exponent: 0.75, layout: layout)
    var samples = [UInt32](repeating: 99, count: 6)
    var generator = SplitMix64(seed: 1)
    var other = SplitMix64(seed: 1)
    sampler.fill(&samples, count: 4, from: 0, using: &generator)
    for _ in 0..<4 { _ = other.next() }
    #expect(generator.next() == other.next())
    #expect(samples[4...] == [99, 99])
  }

  /// Quarter powers by square roots, so that the reference shares nothing with the sampler.
  private func power(_ frequency: Int, _ exponent: Double) -> Double {
    let root = Double(frequency).squareRoot()
    return switch exponent {
    case 0: 1
    case 1: Double(frequency)
    case -0.5: 1 / root
    default: root * root.squareRoot()
    }
  }
}
