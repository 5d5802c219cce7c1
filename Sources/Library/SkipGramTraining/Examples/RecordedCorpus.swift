internal import Algorithms
internal import Graphs
internal import RandomWalks

/// Walks that were read, with the seed of training on them.
struct RecordedCorpus: Corpus {
  let walks: RecordedWalks
  let seed: UInt64

  var nodeCount: Int { walks.nodeCount }
  var walkCount: Int { walks.walkCount }
  var walkLength: Int { max(1, walks.tokenCount.dividedRoundingUp(by: max(1, walkCount))) }
  var sampleWalkLimit: Int { walkCount }

  func append(walks range: Range<Int>, to nodes: inout [Node], ends: inout [Int]) {
    walks.append(walks: range, to: &nodes, ends: &ends)
  }

  func append(sampleWalk index: Int, of count: Int, to nodes: inout [Node]) {
    nodes.append(contentsOf: walks.walk(index * walkCount / count))
  }

  func nodeFrequencies(threadCount: Int) throws(CancellationError) -> [Int] {
    walks.nodeFrequencies
  }
}
