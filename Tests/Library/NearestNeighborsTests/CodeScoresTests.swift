import CVectorKernels
import Testing

@Suite struct CodeScoresTests {
  @Test(arguments: ScoreKernelTests.sets, [false, true])
  func `every instruction set sums the chosen codes exactly`(
    set: vk_instruction_set, isDistance: Bool
  ) {
    var random = RandomVectors(seed: 10)
    // The last is longer than the part that is summed in 32 bits.
    for width in [64, 128, 1024, (1 << 14) + 64] {
      let stride = width + 64
      // The largest numbers too: no sum may overflow.
      let limit = isDistance ? 127 : Int(VK_LARGEST_CODE)
      for isLargest in [false, true] {
        let vector = (0..<width).map { _ in
          Int16(isLargest ? limit : Int(random.number() * Float(limit)) % (limit + 1))
        }
        let rows = (0..<20 * stride).map { _ in
          Int8(isLargest ? -127 : Int(random.number() * 127) % 128)
        }
        let chosen: [UInt32] = [19, 0, 7, 7, 3, 12, 1]
        let expected = chosen.map { row in
          Float(
            (0..<width).reduce(0) { sum, place in
              let (a, b) = (Int(vector[place]), Int(rows[Int(row) * stride + place]))
              return sum + (isDistance ? -(a - b) * (a - b) : a * b)
            })
        }
        var scores = [Float](repeating: .nan, count: chosen.count)
        unsafe vk_score_codes(
          set, isDistance, vector, rows, stride, width, chosen, chosen.count, &scores)
        #expect(scores == expected)
      }
    }
  }
}
