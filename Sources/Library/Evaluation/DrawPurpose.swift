internal import RandomNumbers

/// What random numbers of an evaluation are drawn for; each purpose has sequences of its own.
///
/// The number is the first coordinate of an address of the general purpose. Numbers decide bytes:
/// one that is given away is never given to another purpose.
enum DrawPurpose: UInt64 {
  /// The order in which edges are removed.
  case edges = 0x4556_0001
  /// The pairs without an edge.
  case negatives = 0x4556_0002
  /// The choice of training pairs when there are more than asked for.
  case trainingPairs = 0x4556_0003
  /// The draws of the bootstrap.
  case bootstrap = 0x4556_0004
  /// The split of labeled nodes.
  case labeledNodes = 0x4556_0005
  /// The seed of a repetition.
  case repetition = 0x4556_0006
}

extension SplitMix64 {
  /// Creates the generator for a purpose of the evaluation.
  init(seed: UInt64, for purpose: DrawPurpose, _ index: Int = 0) {
    self.init(seed: seed, purpose: .general, purpose.rawValue, UInt64(index))
  }

  /// Puts elements into a random order, each order equally likely, from the last place on.
  ///
  /// It is not `shuffle`, which draws in another order: splits would change.
  mutating func shuffleFromLast<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, next(below: last + 1))
    }
  }
}
