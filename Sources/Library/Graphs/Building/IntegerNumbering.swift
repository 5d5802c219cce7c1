internal import Algorithms
internal import Names
internal import Parallel
internal import Text

/// Numbers nodes that were read as integers by their rank among all integers that occur.
struct IntegerNumbering {
  let names: NameList
  /// The number of nodes that only the file of nodes mentions.
  let addedNodeCount: Int

  /// Renumbers the nodes of a matrix, which are numbered from 1 to its size.
  init(ofMatrix chunks: inout [EdgeChunk], nodeCount: Int, threadCount: Int) {
    names = NameList(ascending: (0..<nodeCount).map { UInt64($0 + 1) })
    addedNodeCount = 0
    concurrentlyUpdate(&chunks, threadCount: threadCount) { _, chunk in chunk.renumber { $0 - 1 } }
  }

  /// Renumbers nodes; nil if their numbers are too sparse, or the file of nodes has names that are
  /// not integers.
  init?(of chunks: inout [EdgeChunk], nodes: TextTable?, threadCount: Int) {
    var declared: [Node] = []
    for name in nodes?.nodeNames(besideIntegers: true) ?? [] {
      guard let node = Node(name), String(node) == name, node < Node.max else { return nil }
      declared.append(node)
    }
    let edgeCount = chunks.reduce(0) { $0 + $1.edgeCount }
    let largest = Int(max(chunks.map(\.largestNode).max() ?? 0, declared.max() ?? 0))
    // A bit for each integer up to the largest: at most 8 MiB, or 8 bytes an edge.
    guard largest < max(1 << 26, 64 * edgeCount) else { return nil }
    var present = Self.members(of: chunks, below: largest + 1, threadCount: threadCount)
    let mentionedCount = present.memberCount
    present.insert(declared)
    present.rank()
    addedNodeCount = present.memberCount - mentionedCount
    guard present.memberCount <= largest else {
      names = NameList(count: present.memberCount)
      return
    }
    let ranks = present
    names = NameList(ascending: ranks.members)
    concurrentlyUpdate(&chunks, threadCount: threadCount) { _, chunk in
      chunk.renumber { ranks.rank(of: $0) }
    }
  }

  /// The nodes of all chunks.
  private static func members(
    of chunks: [EdgeChunk], below bound: Int, threadCount: Int
  ) -> RankedBits {
    // One set per thread, as long as all of them together stay small compared with the edges.
    let setCount = min(threadCount, max(1, chunks.count * 1024 * 64 / bound))
    let sets = concurrentMap(setCount, threadCount: threadCount) { index in
      var set = RankedBits(count: bound)
      for chunk in chunks.indices.part(index, of: setCount) {
        set.insert(chunks[chunk].nodes)
        set.insert(chunks[chunk].nodesOfDroppedEdges)
      }
      return set
    }
    return sets.dropFirst().reduce(sets[0]) { $0.union($1) }
  }
}
