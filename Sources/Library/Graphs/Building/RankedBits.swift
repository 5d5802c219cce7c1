internal import Algorithms

/// A set of integers that can tell how many of its members are less than a given one.
///
/// Memory: 12 bytes for every 64 possible members.
struct RankedBits: Sendable {
  private var words: [UInt64]
  /// The number of members before each word; available after `rank()`.
  private var ranks: [UInt32] = []

  /// Creates an empty set of integers less than `count`.
  init(count: Int) {
    words = [UInt64](repeating: 0, count: count.dividedRoundingUp(by: 64))
  }

  /// The number of members.
  var memberCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The members, in ascending order.
  var members: [UInt64] {
    var members: [UInt64] = []
    members.reserveCapacity(memberCount)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        members.append(UInt64(64 * index + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return members
  }

  mutating func insert(_ nodes: [Node]) {
    let nodes = nodes.span
    var words = words.mutableSpan
    for index in nodes.indices {
      let node = nodes[index]
      words[Int(node >> 6)] |= 1 << UInt64(node & 63)
    }
  }

  /// The union of two sets with the same bound.
  func union(_ other: RankedBits) -> RankedBits {
    var union = self
    for index in words.indices { union.words[index] |= other.words[index] }
    return union
  }

  /// Counts the members, as `rank(of:)` requires.
  mutating func rank() {
    ranks.removeAll()
    ranks.reserveCapacity(words.count)
    var count: UInt32 = 0
    for word in words {
      ranks.append(count)
      count += UInt32(word.nonzeroBitCount)
    }
  }

  /// The number of members that are less than a node.
  func rank(of node: Node) -> Node {
    let index = Int(node >> 6)
    let smaller = words[index] & ((1 << UInt64(node & 63)) - 1)
    return ranks[index] + UInt32(smaller.nonzeroBitCount)
  }
}
