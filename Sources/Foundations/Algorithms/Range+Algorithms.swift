extension Range<Int> {
  /// The first index at which a predicate holds, or `upperBound` if it holds nowhere.
  ///
  /// - Parameter predicate: The predicate.
  /// - Returns: The index.
  /// - Throws: What the predicate throws.
  /// - Complexity: O(log `count`) calls of the predicate.
  @inlinable @inline(always)
  package func partitioningIndex<Failure: Error>(
    where predicate: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if try predicate(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// One of several parts of the range, whose sizes differ by at most one.
  ///
  /// - Parameters:
  ///   - index: Which part, in 0..<`count`.
  ///   - count: The number of parts; at least 1.
  /// - Returns: The part; the parts follow each other without gaps.
  package func part(_ index: Int, of count: Int) -> Range<Int> {
    lowerBound + self.count * index / count..<lowerBound + self.count * (index + 1) / count
  }

  /// One of the chunks of the range, which have the same size, except that the last may be smaller.
  ///
  /// - Parameters:
  ///   - index: Which chunk, in 0..<`count.dividedRoundingUp(by: size)`.
  ///   - size: The number of elements of a chunk; at least 1.
  /// - Returns: The chunk; the chunks follow each other without gaps.
  package func chunk(_ index: Int, ofSize size: Int) -> Range<Int> {
    lowerBound + index * size..<Swift.min(lowerBound + (index + 1) * size, upperBound)
  }
}

extension Int {
  /// The product of sizes.
  ///
  /// Use it for every size that a file or a caller states, so that no overflow goes unnoticed.
  ///
  /// - Parameter sizes: The sizes.
  /// - Returns: The product, which is 1 without sizes; nil if a size is negative, or if the product
  ///   of those that are not zero exceeds the largest integer.
  package static func product(_ sizes: Int...) -> Int? { product(sizes) }

  /// The product of sizes; see `product(_:)` with several arguments.
  package static func product(_ sizes: some Sequence<Int>) -> Int? {
    var product = 1
    var isZero = false
    for size in sizes {
      guard size >= 0 else { return nil }
      guard size > 0 else {
        isZero = true
        continue
      }
      let (next, overflows) = product.multipliedReportingOverflow(by: size)
      guard !overflows else { return nil }
      product = next
    }
    return isZero ? 0 : product
  }

  /// The quotient rounded toward positive infinity: how many chunks of a size hold all elements.
  ///
  /// - Parameter divisor: A positive number.
  /// - Returns: The smallest integer whose product with the divisor is at least this number.
  @inlinable package func dividedRoundingUp(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The smallest multiple of a positive number that is at least this number.
  @inlinable package func roundedUp(toMultipleOf divisor: Int) -> Int {
    dividedRoundingUp(by: divisor) * divisor
  }
}
