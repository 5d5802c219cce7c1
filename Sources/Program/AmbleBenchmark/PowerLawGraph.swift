internal import RandomNumbers

/// A random graph with a power-law degree distribution, the same for the same seed.
///
/// D. Chakrabarti, Y. Zhan, C. Faloutsos: R-MAT: A Recursive Model for Graph Mining, SDM 2004, with
/// a = 0.57 and b = c = 0.19 as in Graph500. Node numbers are shuffled, so that a node's degree
/// does not follow from its number. Edges are undirected, distinct, in random order, and never
/// self-loops. Many nodes have no edges.
struct PowerLawGraph {
  /// The number of nodes, a power of two.
  let nodeCount: Int
  /// The source and the target of each edge.
  let edges: [(UInt32, UInt32)]

  /// Draws a graph.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, rounded up to a power of two.
  ///   - edgeCount: The number of edges; drawing takes long if it exceeds a quarter of all pairs.
  ///   - seed: The seed.
  init(nodeCount: Int, edgeCount: Int, seed: UInt64) {
    var scale = 1
    while 1 << scale < nodeCount { scale += 1 }
    precondition(edgeCount <= 1 << (2 * scale - 3), "a graph is not filled")
    self.nodeCount = 1 << scale
    var generator = SplitMix64(seed: seed)
    var numbers = (0..<UInt32(1 << scale)).map(\.self)
    generator.shuffle(&numbers)
    var keys: [UInt64] = []
    while keys.count < edgeCount {
      let missing = edgeCount - keys.count
      for _ in 0..<missing + missing / 8 + 64 {
        let (source, target) = Self.draw(scale: scale, using: &generator)
        guard source != target else { continue }
        let ends = (numbers[source], numbers[target])
        keys.append(UInt64(min(ends.0, ends.1)) << 32 | UInt64(max(ends.0, ends.1)))
      }
      keys.sort()
      var count = 0
      for key in keys where count == 0 || keys[count - 1] != key {
        keys[count] = key
        count += 1
      }
      keys.removeSubrange(count...)
    }
    generator.shuffle(&keys)
    edges = keys.prefix(edgeCount).map {
      (UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0))
    }
  }

  /// Draws a cell of the matrix, one bit of each end at a time.
  private static func draw(
    scale: Int, using generator: inout SplitMix64
  ) -> (source: Int, target: Int) {
    var source = 0
    var target = 0
    for _ in 0..<scale {
      let quadrant = generator.nextUnit()
      source = source << 1 | (quadrant >= 0.76 ? 1 : 0)
      target = target << 1 | (quadrant >= 0.57 && quadrant < 0.76 || quadrant >= 0.95 ? 1 : 0)
    }
    return (source, target)
  }

  /// The graph as the text of an edge list, with a tab between the nodes.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(16 * edges.count)
    for (source, target) in edges {
      text.append(contentsOf: "\(source)\t\(target)\n".utf8)
    }
    return text
  }
}
