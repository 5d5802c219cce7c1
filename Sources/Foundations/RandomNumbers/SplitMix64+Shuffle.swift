extension SplitMix64 {
  /// Puts elements into a random order, each order equally likely.
  ///
  /// R. A. Fisher, F. Yates: Statistical Tables for Biological, Agricultural and Medical Research,
  /// 1938. From the first place on, each place gets one of the elements that have none yet. The
  /// standard library has a shuffle too, but does not promise that it will always be the same one.
  ///
  /// - Parameter elements: The elements; they are reordered in place.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for place in 0..<max(0, elements.count - 1) {
      elements.swapAt(place, place + next(below: elements.count - place))
    }
  }
}
