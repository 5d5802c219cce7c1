internal import Names
internal import ParallelLoops
internal import TextTables

/// Numbers for nodes that were read as integers: their rank among all that occur.
struct IntegerNumbering {
  let chunks: [EdgeChunk]
  let names: NameList
  /// The number of nodes that only the file of nodes mentions.
  let addedNodeCount: Int

  /// Numbers nodes; nil when they are spread too thinly, or the file of nodes has other names.
  init?(_ chunks: [EdgeChunk], nodes: TextTable?, layout: EdgeListLayout, threadCount: Int) {
    if let matrix = layout.matrix {
      names = NameList(ascending: (0..<matrix.nodeCount).map { UInt64($0 + 1) })
      self.chunks = concurrentMap(chunks.count, threadCount: threadCount) { index in
        chunks[index].mapped { $0 - 1 }
      }
      addedNodeCount = 0
      return
    }
    var declared: [Node] = []
    for name in nodes?.nodeNames(besideIntegers: true) ?? [] {
      guard let node = Node(name), String(node) == name, node < Node.max else { return nil }
      declared.append(node)
    }
    let largest = max(chunks.map(\.largestNode).max() ?? 0, declared.max() ?? 0)
    let edgeCount = chunks.reduce(0) { $0 + $1.edgeCount }
    // A bit for each integer up to the largest: at most 8 MiB, or 8 bytes an edge.
    guard Int(largest) < max(1 << 26, 64 * edgeCount) else { return nil }
    var present = RankedBits(count: Int(largest) + 1)
    for chunk in chunks {
      present.insert(chunk.nodes.span)
      present.insert(chunk.nodesOfDroppedEdges.span)
    }
    let mentionedCount = present.memberCount
    present.insert(declared.span)
    present.rank()
    addedNodeCount = present.memberCount - mentionedCount
    if present.memberCount == Int(largest) + 1 {
      names = NameList(count: present.memberCount)
      self.chunks = chunks
    } else {
      let ranks = present
      names = NameList(ascending: ranks.members)
      self.chunks = concurrentMap(chunks.count, threadCount: threadCount) { index in
        chunks[index].mapped { ranks.rank(of: $0) }
      }
    }
  }
}
