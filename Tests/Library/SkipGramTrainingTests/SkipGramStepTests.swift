import CVectorKernels
import RandomWalks
import Testing

@Suite struct SkipGramStepTests {
  /// Pairs of which three groups, every third pair, repeat centres and contexts; the last is not full.
  static let pairs: [(centre: Int, context: Int)] = [
    (0, 1), (0, 2), (1, 3), (2, 1), (3, 4), (4, 4), (4, 5), (4, 6), (1, 2), (1, 2), (3, 0),
  ]
  static let packedPairs = pairs.map { UInt32($0.centre << 16 | $0.context) }

  /// Negatives of each group, with repeats and with contexts of the group's pairs among them.
  static func negatives(count: Int) -> [UInt32] {
    var generator = SplitMix64(seed: 9)
    return (0..<(pairs.count + 3) / 4 * count).map { _ in UInt32(generator.next(below: 12)) }
  }

  /// The step in plain loops, as its documentation has it.
  static func reference(
    _ rows: StepRows, negatives: [UInt32], negativeCount: Int, rate: Double, weight: Double = 1,
    frozen: Set<Int> = []
  ) -> [Double] {
    var values = rows.values.map { Double($0) }
    func start(centre: Int) -> Int { centre * rows.stride }
    func start(context: Int) -> Int { (rows.centreCount + context) * rows.stride }
    let groupCount = (pairs.count + 3) / 4
    func gradient(_ pair: (centre: Int, context: Int), _ target: Int, label: Double) -> Double {
      let score = (0..<rows.stride).reduce(0) {
        $0 + values[start(centre: pair.centre) + $1] * values[start(context: target) + $1]
      }
      return (label - 1 / (1 + exponential(-score))) * rate
    }
    /// The pairs of a group and its targets in the order of their change, with each pair's gradient.
    func scored(
      _ number: Int
    ) -> (pairs: [(centre: Int, context: Int)], targets: [(row: Int, gradients: [Double])]) {
      let group = stride(from: number, to: pairs.count, by: groupCount).map { pairs[$0] }
      let contexts = group.enumerated().map { position, pair in
        var gradients = [Double](repeating: 0, count: group.count)
        gradients[position] = gradient(pair, pair.context, label: 1)
        return (pair.context, gradients)
      }
      let shared = negatives[number * negativeCount..<(number + 1) * negativeCount].map { Int($0) }
      return (
        group,
        contexts
          + shared.map { negative in
            (
              negative,
              group.map { $0.context == negative ? 0 : weight * gradient($0, negative, label: 0) }
            )
          }
      )
    }
    for first in stride(from: 0, to: groupCount, by: 2) {
      let both = (first..<min(first + 2, groupCount)).map(scored)
      for (group, targets) in both {
        for index in 0..<rows.stride {
          let before = group.map { values[start(centre: $0.centre) + index] }
          var changes = [Double](repeating: 0, count: group.count)
          for target in targets {
            let value = values[start(context: target.row) + index]
            for position in 0..<group.count {
              changes[position] += target.gradients[position] * value
              values[start(context: target.row) + index] +=
                target.gradients[position] * before[position]
            }
          }
          for (pair, change) in zip(group, changes) where !frozen.contains(pair.centre) {
            values[start(centre: pair.centre) + index] += change
          }
        }
      }
    }
    return values
  }

  /// e^x by its series, so that the reference shares nothing with the kernel.
  static func exponential(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    for n in 1..<200 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }

  static func kernel(
    _ set: vk_instruction_set, dimensions: Int, negativeCount: Int
  ) -> [Float] {
    let rows = StepRows(dimensions: dimensions)
    rows.train(
      packedPairs, negatives: negatives(count: negativeCount), negativeCount: negativeCount,
      rate: 0.1, weight: 1.25, set: set)
    return rows.values
  }

  @Test(arguments: [1, 3, 16, 17, 100, 128], [1, 3, 4, 5, 6, 9, 10, 11, 63])
  func `a step equals plain loops`(dimensions: Int, negativeCount: Int) {
    let rows = StepRows(dimensions: dimensions)
    let reference = Self.reference(
      rows, negatives: Self.negatives(count: negativeCount), negativeCount: negativeCount,
      rate: Double(Float(0.1)), weight: 1.25)
    let sets: [vk_instruction_set] =
      vk_best_instruction_set() == vk_baseline
      ? [vk_baseline] : [vk_baseline, vk_best_instruction_set()]
    for set in sets {
      let kernel = Self.kernel(set, dimensions: dimensions, negativeCount: negativeCount)
      #expect(largestDifference(kernel, reference) < 2e-5, "\(set)")
    }
  }

  @Test(arguments: [3, 100, 128], [3, 4, 5, 12])
  func `instruction sets with fused multiply-add agree to the last bit`(
    dimensions: Int, negativeCount: Int
  ) {
    guard vk_best_instruction_set() == vk_avx512 else { return }
    #expect(
      Self.kernel(vk_avx512, dimensions: dimensions, negativeCount: negativeCount)
        == Self.kernel(vk_avx2, dimensions: dimensions, negativeCount: negativeCount))
  }

  @Test func `frozen centres stay and all else moves`() {
    let rows = StepRows(dimensions: 24)
    let frozen: Set = [1, 4]
    let negatives = Self.negatives(count: 5)
    let reference = Self.reference(
      rows, negatives: negatives, negativeCount: 5, rate: Double(Float(0.1)), frozen: frozen)
    let before = rows.values
    let marks = (0..<rows.centreCount).map { UInt8(frozen.contains($0) ? 1 : 0) }
    rows.train(
      Self.packedPairs, negatives: negatives, negativeCount: 5, rate: 0.1, frozen: marks)
    #expect(largestDifference(rows.values, reference) < 2e-5)
    let moved = rows.values.indices.filter {
      frozen.contains($0 / rows.stride) && rows.values[$0] != before[$0]
    }
    #expect(moved.isEmpty)
  }

  @Test func `a step follows the slope of the loss`() {
    // A group without repeats, so that its changes at a small rate are the gradient of its loss.
    let rows = StepRows(dimensions: 16)
    let pairs: [UInt32] = [0 << 16 | 1, 1 << 16 | 2, 2 << 16 | 3, 3 << 16 | 4]
    let negatives: [UInt32] = [5, 6, 1]
    let start = rows.values
    func loss(_ values: [Float]) -> Double {
      rows.values = values
      return rows.loss(pairs, negatives: negatives, negativeCount: 3)
    }
    let rate: Float = 1e-2
    rows.train(pairs, negatives: negatives, negativeCount: 3, rate: rate)
    let stepped = rows.values
    let places = 0..<(rows.centreCount + 8) * rows.stride
    let slopes = places.map { index in
      var above = start
      var below = start
      above[index] += 1e-2
      below[index] -= 1e-2
      return (loss(above) - loss(below)) / Double(above[index] - below[index])
    }
    let changes = places.map { -Double(stepped[$0] - start[$0]) / Double(rate) }
    #expect(largestDifference(changes, slopes) < 5e-3)
  }

  @Test func `sharing negatives keeps the expected change`() {
    // The mean change over all choices of one shared negative that counts for two is that of two
    // negatives a pair.
    let pairs: [UInt32] = [0 << 16 | 1, 1 << 16 | 2, 2 << 16 | 3, 3 << 16 | 4]
    let candidates: [UInt32] = Array(10..<20)
    let rate: Float = 1e-3
    func meanChange(_ train: (StepRows, UInt32) -> Void) -> [Double] {
      var sum: [Double] = []
      for candidate in candidates {
        let rows = StepRows(dimensions: 16)
        let before = rows.values
        train(rows, candidate)
        let changes = zip(rows.values, before).map { Double($0) - Double($1) }
        sum = sum.isEmpty ? changes : zip(sum, changes).map(+)
      }
      return sum.map { $0 / Double(candidates.count) }
    }
    let shared = meanChange { rows, negative in
      rows.train(pairs, negatives: [negative], negativeCount: 1, rate: rate, weight: 2)
    }
    let alone = meanChange { rows, negative in
      for pair in pairs {
        rows.train([pair], negatives: [negative, 29 - negative], negativeCount: 2, rate: rate)
      }
    }
    // Terms of the order of the squared rate differ.
    #expect(largestDifference(shared, alone) < 2e-6)
    #expect(shared.contains { abs($0) > 1e-4 })
  }
}
