import Algorithms
import Testing

@Suite struct IntegerTests {
  @Test(arguments: [
    (0, 4, 0), (1, 4, 1), (4, 4, 1), (5, 4, 2), (-1, 4, 0), (-4, 4, -1), (-5, 4, -1), (7, 1, 7),
    (.max, 2, 1 << 62), (.min, 2, -1 << 62), (.max, .max, 1), (1, .max, 1),
  ])
  func `quotients are rounded toward positive infinity`(number: Int, divisor: Int, expected: Int) {
    #expect(number.dividedRoundingUp(by: divisor) == expected)
  }

  @Test(arguments: [(0, 8, 0), (1, 8, 8), (8, 8, 8), (9, 8, 16), (-1, 8, 0), (-9, 8, -8)])
  func `numbers are rounded up to multiples`(number: Int, divisor: Int, expected: Int) {
    #expect(number.roundedUp(toMultipleOf: divisor) == expected)
  }

  @Test(
    arguments: [
      ([], 1), ([7], 7), ([2, 3, 4], 24), ([0, 5], 0), ([.max, 1], .max), ([0, .max], 0),
      ([1 << 31, 1 << 31], 1 << 62), ([1 << 32, 1 << 31], nil), ([.max, 2], nil), ([-1], nil),
      ([0, -1], nil), ([-1, -1], nil), ([.max, 4, 0], nil), ([0, .max, 4], nil), ([.min, 0], nil),
    ] as [([Int], Int?)])
  func `a product of sizes is nil when it overflows, hidden by a zero or not`(
    sizes: [Int], expected: Int?
  ) {
    #expect(Int.product(sizes) == expected)
  }
}
