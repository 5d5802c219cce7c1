/// The codes of nodes in a Huffman tree by frequency: frequent nodes have short codes.
///
/// Hierarchical softmax follows the path from the root to a node; at each inner node it predicts
/// the corresponding bit of the code. There is one inner node fewer than there are nodes.
struct HuffmanTree: Sendable {
  /// The inner nodes on each node's path, path after path, root first.
  private var innerNodes: [UInt32] = []
  /// The end of each node's path in `innerNodes`.
  private var ends: [Int] = []
  /// Bit *k* is the turn at the *k*-th inner node of a node's path.
  private var codes: [UInt64] = []

  /// Builds the tree.
  ///
  /// - Parameter frequencies: How often each node occurs; 0 counts as 1.
  /// - Complexity: O(*n* log *n*).
  init(frequencies: [Int]) {
    let count = frequencies.count
    // Two ascending queues: the leaves, and the inner nodes in the order in which they are made.
    let leaves = (0..<count).sorted {
      (max(1, frequencies[$0]), $0) < (max(1, frequencies[$1]), $1)
    }
    var weights: [Int] = []
    var parents = [Int](repeating: -1, count: 2 * count)
    var turns = [Bool](repeating: false, count: 2 * count)
    var leaf = 0
    var inner = 0
    func lightest() -> (vertex: Int, weight: Int) {
      let weight = leaf < count ? max(1, frequencies[leaves[leaf]]) : Int.max
      if inner < weights.count && weights[inner] < weight {
        inner += 1
        return (count + inner - 1, weights[inner - 1])
      }
      leaf += 1
      return (leaves[leaf - 1], weight)
    }
    for made in 0..<max(0, count - 1) {
      let first = lightest()
      let second = lightest()
      parents[first.vertex] = count + made
      parents[second.vertex] = count + made
      turns[second.vertex] = true
      weights.append(first.weight + second.weight)
    }
    for node in 0..<count {
      var way: [UInt32] = []
      var code: UInt64 = 0
      var vertex = node
      while parents[vertex] >= 0 {
        code = code << 1 | (turns[vertex] ? 1 : 0)
        vertex = parents[vertex]
        way.append(UInt32(vertex - count))
      }
      // A path of length n needs a sum of at least the n-th Fibonacci number, so that sums below
      // 2⁶³ allow no path of length 64 or more.
      precondition(way.count < UInt64.bitWidth, "a code is too long")
      innerNodes.append(contentsOf: way.reversed())
      ends.append(innerNodes.count)
      codes.append(code)
    }
  }

  /// The inner nodes on a node's path, root first; bit *k* of its code is the turn at the *k*-th.
  func way(to node: Int) -> (innerNodes: ArraySlice<UInt32>, code: UInt64) {
    (innerNodes[(node > 0 ? ends[node - 1] : 0)..<ends[node]], codes[node])
  }
}
