internal import Algorithms

/// Sorting of arcs by source and target.
enum ArcSort {
  private static let digitBitCount = 11

  /// Sorts arcs, and their weights with them; equal arcs keep their order.
  ///
  /// - Parameters:
  ///   - arcs: Sources in the high 32 bits, targets in the low 32.
  ///   - weights: One weight per arc, or empty.
  ///   - targetBitCount: The number of low bits in which targets differ.
  ///   - sourceBitCount: The number of low bits in which sources differ.
  /// - Complexity: O(`arcs.count` + 2¹¹) time for every 11 bits; as much space as the arcs.
  static func sort(
    _ arcs: inout MutableSpan<UInt64>, _ weights: inout MutableSpan<Float>, targetBitCount: Int,
    sourceBitCount: Int
  ) {
    guard arcs.count > 1 else { return }
    let digits =
      Self.digits(bitCount: targetBitCount, from: 0)
      + Self.digits(bitCount: sourceBitCount, from: 32)
    var otherArcs = [UInt64](repeating: 0, count: arcs.count)
    var otherWeights = [Float](repeating: 0, count: weights.count)
    var isInPlace = true
    for digit in digits {
      var spareArcs = otherArcs.mutableSpan
      var spareWeights = otherWeights.mutableSpan
      if isInPlace {
        distribute(arcs.span, weights.span, to: &spareArcs, &spareWeights, by: digit)
      } else {
        distribute(spareArcs.span, spareWeights.span, to: &arcs, &weights, by: digit)
      }
      isInPlace.toggle()
    }
    guard !isInPlace else { return }
    for index in otherArcs.indices { arcs[index] = otherArcs[index] }
    for index in otherWeights.indices { weights[index] = otherWeights[index] }
  }

  private static func digits(bitCount: Int, from firstBit: Int) -> [(shift: Int, bits: Int)] {
    let count = bitCount.dividedRoundingUp(by: digitBitCount)
    return (0..<count).map { index in
      let bits = (firstBit..<firstBit + bitCount).part(index, of: count)
      return (bits.lowerBound, bits.count)
    }
  }

  /// Copies arcs in the order of one digit: one pass of a radix sort that starts at the lowest
  /// digit.
  private static func distribute(
    _ arcs: Span<UInt64>, _ weights: Span<Float>, to sorted: inout MutableSpan<UInt64>,
    _ sortedWeights: inout MutableSpan<Float>, by digit: (shift: Int, bits: Int)
  ) {
    let mask = (1 << digit.bits) - 1
    let shift = UInt64(digit.shift)
    var places = [Int](repeating: 0, count: mask + 1)
    for index in arcs.indices {
      places[Int(truncatingIfNeeded: arcs[index] >> shift) & mask] += 1
    }
    var place = 0
    for value in places.indices {
      let count = places[value]
      places[value] = place
      place += count
    }
    let isWeighted = !weights.isEmpty
    for index in arcs.indices {
      let arc = arcs[index]
      let value = Int(truncatingIfNeeded: arc >> shift) & mask
      sorted[places[value]] = arc
      if isWeighted { sortedWeights[places[value]] = weights[index] }
      places[value] += 1
    }
  }
}
