/// The sizes of discs, whose areas grow with the numbers of edges.
struct DiscSizes: Sendable {
  let smallest: Double
  let largest: Double
  private let largestCount: Double

  /// Chooses sizes that leave room between nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - area: The area of the map in square points.
  ///   - largestDegree: The largest number of edges of a node; 0 makes all discs equal.
  ///   - holdNames: Whether discs must be large enough for short names.
  init(nodeCount: Int, area: Double, largestDegree: Int, holdNames: Bool) {
    let room = (area / Double(max(1, nodeCount))).squareRoot()
    if holdNames {
      smallest = 9.5
      largest = 19
    } else {
      smallest = min(4.4, max(0.55, room * 0.13))
      largest = min(15, smallest * 3.4)
    }
    largestCount = Double(largestDegree)
  }

  /// Sizes for numbers from 1 up.
  ///
  /// - Parameters:
  ///   - smallest: The radius for the number 1.
  ///   - largest: The radius for the largest number.
  ///   - largestCount: The largest number.
  init(smallest: Double, largest: Double, largestCount: Int) {
    self.smallest = smallest
    self.largest = largestCount > 1 ? largest : smallest
    self.largestCount = Double(largestCount)
  }

  /// The radius for a number of nodes.
  func radius(of count: Int) -> Double {
    guard largestCount > 1 else { return smallest }
    let share = Double(count - 1) / (largestCount - 1)
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }

  /// The radius of a node.
  func radius(degree: Int) -> Double {
    guard largestCount > 0 else { return (smallest + largest) / 3 }
    let share = Double(degree) / largestCount
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }
}
