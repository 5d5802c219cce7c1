extension SplitMix64 {
  /// Shuffles elements, every order being equally likely.
  ///
  /// R. A. Fisher, F. Yates: Statistical Tables for Biological, Agricultural and Medical Research,
  /// 1938. From the first position on, each position gets one of the remaining elements. The
  /// standard library has a shuffle, too, but does not promise to keep its algorithm.
  ///
  /// - Parameter elements: The elements; they are reordered in place.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for place in 0..<max(0, elements.count - 1) {
      elements.swapAt(place, place + next(below: elements.count - place))
    }
  }
}
