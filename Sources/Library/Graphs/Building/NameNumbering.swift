internal import Names
internal import Parallel
internal import Text

/// Numbers nodes that were read as names.
///
/// Names that are all integers are numbered in ascending order; otherwise names are numbered in the
/// order in which they first appear, in the edges and then in the file of nodes.
struct NameNumbering {
  let names: NameList
  /// The number of nodes that only the file of nodes mentions.
  let addedNodeCount: Int

  /// Renumbers the nodes of chunks, each of which has its own numbering.
  ///
  /// - Parameters:
  ///   - chunks: The edges, with their names.
  ///   - nodes: The rows of the file of nodes, or nil.
  ///   - threadCount: The maximum number of threads.
  init(of chunks: inout [EdgeChunk], nodes: TextTable?, threadCount: Int) {
    var builder = NameListBuilder()
    // The number of each chunk's names, chunk after chunk, so that the order is that of the file.
    var numbers = chunks.map { chunk in
      let names = chunk.names ?? NameListBuilder()
      return (0..<names.count).map { Node(builder.insert(names.utf8(of: $0))) }
    }
    let mentionedCount = builder.count
    for name in nodes?.nodeNames(besideIntegers: false) ?? [] {
      _ = builder.insert(Array(name.utf8).span)
    }
    addedNodeCount = builder.count - mentionedCount
    if let integers = builder.integers {
      let order = integers.indices.sorted { integers[$0] < integers[$1] }
      var ranks = [Node](repeating: 0, count: integers.count)
      for (rank, place) in order.enumerated() { ranks[place] = Node(rank) }
      names = NameList(ascending: order.map { integers[$0] })
      for chunk in numbers.indices { numbers[chunk] = numbers[chunk].map { ranks[Int($0)] } }
    } else {
      names = builder.build()
    }
    let final = numbers
    concurrentlyUpdate(&chunks, threadCount: threadCount) { index, chunk in
      let numbers = final[index]
      chunk.renumber { numbers[Int($0)] }
    }
  }
}
