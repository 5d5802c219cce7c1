import CVectorKernels
import Testing

@Suite struct RowScoresTests {
  static let sets = ScoreKernelTests.sets

  @Test(arguments: sets, [false, true])
  func `every instruction set scores the chosen rows`(set: vk_instruction_set, isDistance: Bool) {
    var random = RandomVectors(seed: 8)
    for dimensions in [1, 15, 16, 17, 100] {
      // Sums of products of small integers are exact.
      let rows = random.integers(20 * dimensions)
      let vector = random.integers(dimensions)
      let scales = (0..<20).map { Float($0 % 4) }
      let chosen: [UInt32] = [19, 0, 7, 7, 3, 12, 1]
      let expected = chosen.map { row in
        let sum = (0..<dimensions).reduce(Float(0)) { sum, place in
          let (a, b) = (vector[place], rows[Int(row) * dimensions + place])
          return sum + (isDistance ? -(a - b) * (a - b) : a * b)
        }
        return sum * scales[Int(row)]
      }
      var scores = [Float](repeating: .nan, count: chosen.count)
      unsafe vk_score_rows(
        set, isDistance, vector, rows, dimensions, scales, chosen, chosen.count, &scores)
      #expect(scores == expected)
      let best = expected.max() ?? 0
      for (threshold, isAbove) in [(best, false), (best - 0.5, true)] {
        #expect(
          unsafe vk_any_score_above(
            set, isDistance, vector, rows, dimensions, scales, chosen, chosen.count, threshold)
            == isAbove)
      }
    }
  }

  @Test func `machines with a fused multiply-add give the same bits`() {
    let fused = Self.sets.filter { $0 != vk_baseline }
    guard fused.count == 2 else { return }
    var random = RandomVectors(seed: 9)
    let rows = random.numbers(8 * 77)
    let results = fused.map { set in
      var scores = [Float](repeating: 0, count: 8)
      unsafe vk_score_rows(set, false, rows, rows, 77, nil, Array(0..<8), 8, &scores)
      return scores
    }
    #expect(results[0] == results[1])
  }
}
