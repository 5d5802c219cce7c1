internal import RandomNumbers

/// What random numbers of an evaluation are drawn for; each has sequences of its own.
enum Address: UInt64 {
  /// The order in which edges are removed.
  case edges = 0x4556_0001
  /// The pairs without an edge.
  case negatives
  /// The choice of training pairs when there are more than asked for.
  case trainingPairs
  /// The draws of the bootstrap.
  case bootstrap
  /// The split of labelled nodes.
  case labelledNodes
  /// The seed of a repeat.
  case repetition
  /// The trials of a search for parameters.
  case trials
}

extension SplitMix64 {
  /// Creates the generator for a purpose of the evaluation.
  init(seed: UInt64, for address: Address, _ index: Int = 0) {
    self.init(seed: seed, address.rawValue, UInt64(index))
  }

  /// Puts elements into a random order, each order equally likely.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, next(below: last + 1))
    }
  }
}
