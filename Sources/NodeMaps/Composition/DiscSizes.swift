/// The sizes of discs: their areas grow with the numbers of edges.
struct DiscSizes: Sendable {
  let smallest: Double
  let largest: Double
  private let largestDegree: Double

  /// Chooses sizes that leave room between nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - area: The area of the map in square points.
  ///   - largestDegree: The largest number of edges at a node; 0 makes all discs equal.
  ///   - holdNames: Whether the discs are to be large enough for short names.
  init(nodeCount: Int, area: Double, largestDegree: Int, holdNames: Bool) {
    let room = (area / Double(max(1, nodeCount))).squareRoot()
    if holdNames {
      smallest = 9.5
      largest = 19
    } else {
      smallest = min(4.4, max(0.55, room * 0.13))
      largest = min(15, smallest * 3.4)
    }
    self.largestDegree = Double(largestDegree)
  }

  /// The radius of a node.
  func radius(degree: Int) -> Double {
    guard largestDegree > 0 else { return (smallest + largest) / 3 }
    let share = Double(degree) / largestDegree
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }
}
