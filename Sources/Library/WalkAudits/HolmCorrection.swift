/// The correction of p-values for multiple testing.
///
/// S. Holm: A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of
/// Statistics 1979.
enum HolmCorrection {
  /// Corrects the smallest p-values.
  ///
  /// - Parameters:
  ///   - pValues: The smallest p-values of a family, in ascending order.
  ///   - testCount: The number of tests of the family.
  /// - Returns: The corrected p-values: rejecting all tests with values below *α* rejects any of
  ///   them wrongly with a probability of at most *α*.
  static func corrected(_ pValues: [Double], testCount: Int) -> [Double] {
    var largest = 0.0
    return pValues.enumerated().map { index, pValue in
      largest = max(largest, min(1, pValue * Double(testCount - index)))
      return largest
    }
  }
}
