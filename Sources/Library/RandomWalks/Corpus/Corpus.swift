package import Graphs

/// Walks in a fixed order that vectors are trained on.
///
/// Nodes are numbers below `nodeCount`. Two kinds exist: walks that are made whenever they are
/// asked for, and walks that were read.
package protocol Corpus: Sendable {
  /// The number of nodes, including those in no walk.
  var nodeCount: Int { get }
  /// The number of walks.
  var walkCount: Int { get }
  /// About how many nodes a walk has, for reserving memory.
  var walkLength: Int { get }
  /// The seed of training on the walks.
  var seed: UInt64 { get }
  /// The largest number of walks by which the loss can be measured.
  var sampleWalkLimit: Int { get }

  /// Appends the nodes of consecutive walks to a buffer.
  ///
  /// - Parameters:
  ///   - walks: Which walks, within 0..<`walkCount`.
  ///   - nodes: The buffer to append to, one walk after another.
  ///   - ends: The buffer to which the end of each walk in `nodes` is appended.
  func append(walks: Range<Int>, to nodes: inout [Node], ends: inout [Int])

  /// Appends the nodes of one of the walks by which the loss is measured to a buffer.
  ///
  /// - Parameters:
  ///   - index: Which of them, in 0..<`count`.
  ///   - count: How many there are, at most `sampleWalkLimit`.
  ///   - nodes: The buffer to append to.
  func append(sampleWalk index: Int, of count: Int, to nodes: inout [Node])

  /// Counts how often each node occurs in all walks.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: One count per node.
  /// - Throws: `CancellationError` soon after the current task is canceled.
  func nodeFrequencies(threadCount: Int) throws(CancellationError) -> [Int]
}

extension WalkCorpus: Corpus {
  /// The number of nodes: the loss is measured by one more walk from some of them.
  package var sampleWalkLimit: Int { nodeCount }

  /// Appends a walk that is not in the corpus: one more repetition from a node.
  package func append(sampleWalk index: Int, of count: Int, to nodes: inout [Node]) {
    append(
      walkFrom: Node(index * nodeCount / count), repetition: walksPerNode, to: &nodes)
  }
}
