internal import RandomNumbers

/// The purposes of an evaluation's random numbers; each purpose has its own sequences.
///
/// The raw value is the first coordinate of an address of the general purpose. Raw values determine
/// results and must never change or be reused.
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

  /// Shuffles elements, every order being equally likely, from the last position down.
  ///
  /// It is not `shuffle`, which would give another order and thus change existing splits.
  mutating func shuffleFromLast<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, next(below: last + 1))
    }
  }
}
