import CVectorKernels
import RandomWalks
import Testing

@Suite struct SkipGramStepTests {
  /// What a step is about.
  struct Case: Sendable, CustomTestStringConvertible {
    var dimensions = 17
    var negativeCount = 3
    var pairCount = 11
    var frozen: Set<Int> = []

    var testDescription: String {
      "\(dimensions) dimensions, \(negativeCount) negatives, \(pairCount) pairs"
        + (frozen.isEmpty ? "" : ", frozen \(frozen.sorted())")
    }

    /// Pairs that repeat centers and contexts, also within their groups.
    var pairs: [UInt32] {
      let some: [(center: UInt32, context: UInt32)] = [
        (0, 1), (0, 2), (1, 3), (2, 1), (3, 4), (4, 4), (4, 5), (4, 6), (1, 2), (1, 2), (3, 0),
      ]
      return (0..<pairCount).map { some[$0 % some.count] }.map { $0.center << 16 | $0.context }
    }

    /// Negatives of each group, with repeats and with contexts of the group's pairs among them.
    var negatives: [UInt32] {
      var generator = SplitMix64(seed: 9)
      return (0..<(pairCount + 3) / 4 * negativeCount).map { _ in
        UInt32(generator.next(below: 12))
      }
    }

    /// The rows after a step: by the kernel for an instruction set, or by the reference.
    func rows(_ set: vk_instruction_set?) -> StepRows {
      let rows = StepRows(dimensions: dimensions)
      rows.train(
        pairs, negatives: negatives, negativeCount: negativeCount, rate: 0.1, weight: 1.25,
        frozen: frozen.isEmpty
          ? nil : (0..<rows.centerCount).map { frozen.contains($0) ? 1 : 0 },
        by: set.map { .kernel($0) } ?? .reference)
      return rows
    }
  }

  /// The instruction sets that this machine has.
  static let sets = [vk_baseline, vk_avx2, vk_avx512].filter {
    $0.rawValue <= vk_best_instruction_set().rawValue
  }

  static let cases: [Case] =
    [1, 3, 16, 17, 100, 128].flatMap { dimensions in
      [1, 2, 3, 4, 5, 6, 9, 10, 11, 62, 63].map { negativeCount in
        Case(dimensions: dimensions, negativeCount: negativeCount)
      }
    }
    + [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 40].map { Case(pairCount: $0) }
    + [1, 3, 5, 12].flatMap { negativeCount in
      [24, 128].map { dimensions in
        Case(dimensions: dimensions, negativeCount: negativeCount, frozen: [1, 4])
      }
    }

  @Test(arguments: sets) func `a step equals the reference`(set: vk_instruction_set) {
    let wrong = Self.cases.filter { example in
      let reference = example.rows(nil).values.map { Double($0) }
      return !(largestDifference(example.rows(set).values, reference) < 2e-5)
    }
    #expect(wrong.map(\.testDescription).first == nil, "\(wrong.count) of \(Self.cases.count)")
  }

  @Test(.enabled(if: vk_best_instruction_set() == vk_avx512))
  func `instruction sets with fused multiply-add agree to the last bit`() {
    let wrong = Self.cases.filter { $0.rows(vk_avx512).values != $0.rows(vk_avx2).values }
    #expect(wrong.map(\.testDescription).first == nil, "\(wrong.count) of \(Self.cases.count)")
  }

  @Test(arguments: [nil] + sets) func `frozen centers stay`(set: vk_instruction_set?) {
    let example = Case(dimensions: 24, negativeCount: 5, frozen: [1, 4])
    let rows = example.rows(set)
    let before = StepRows(dimensions: example.dimensions).values
    let moved = rows.values.indices.filter { rows.values[$0] != before[$0] }
    #expect(
      Set(moved.map { $0 / rows.stride }).intersection(0..<rows.centerCount) == [0, 2, 3])
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
    let places = 0..<(rows.centerCount + 8) * rows.stride
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
