/// How far two lists of numbers lie apart, and where: one expectation for all of them.
struct LargestDifference: CustomStringConvertible {
  let value: Double
  let place: Int

  var description: String { "\(value) at \(place)" }

  static func < (left: LargestDifference, right: Double) -> Bool { left.value < right }
}

/// The largest difference of two lists; infinite where a number is none or one list is longer.
func largestDifference(
  _ numbers: [some BinaryFloatingPoint], _ expected: [Double]
) -> LargestDifference {
  guard numbers.count == expected.count else {
    return LargestDifference(value: .infinity, place: min(numbers.count, expected.count))
  }
  var largest = LargestDifference(value: 0, place: 0)
  for place in numbers.indices {
    let difference = abs(Double(numbers[place]) - expected[place])
    if !(difference <= largest.value) {
      largest = LargestDifference(
        value: difference.isNaN ? .infinity : difference, place: place)
    }
  }
  return largest
}
