public import Graphs
internal import RandomNumbers

/// A division of labeled nodes into those to train on and those to test on.
public struct NodeSplit: Sendable, Equatable {
  /// The nodes to train on, in ascending order.
  public let training: [Node]
  /// The nodes to test on, in ascending order.
  public let test: [Node]

  /// Creates a split from its parts.
  ///
  /// - Parameters:
  ///   - training: The nodes to train on.
  ///   - test: The nodes to test on.
  public init(training: [Node], test: [Node]) {
    self.training = training.sorted()
    self.test = test.sorted()
  }

  /// Splits the labeled nodes at random, stratified by label.
  ///
  /// The nodes are ordered by label, at random within a label, and every stretch of that order
  /// contributes the same share. The nodes of each label are thus split according to the share, to
  /// within one node. A node with several labels counts for the rarest of them. The only node of a
  /// label is trained on with the share as probability; otherwise it is tested on, and its label
  /// cannot be predicted.
  ///
  /// - Parameters:
  ///   - labels: The labels.
  ///   - share: The share to train on, above 0 and below 1.
  ///   - seed: The seed of the choice.
  ///   - repetition: The number of the split among those of the seed.
  /// - Throws: `NodeClassificationError.tooFewNodes`.
  init(
    of labels: NodeLabels, share: Double, seed: UInt64, repetition: Int
  ) throws(NodeClassificationError) {
    var generator = SplitMix64(seed: seed, for: .labeledNodes, repetition)
    var nodes = labels.labeledNodes
    generator.shuffleFromLast(&nodes)
    var counts = [Int](repeating: 0, count: labels.labelCount)
    for node in nodes { for label in labels[node] { counts[Int(label)] += 1 } }
    func stratum(_ node: Node) -> (memberCount: Int, label: NodeLabels.Label) {
      labels[node].map { (counts[Int($0)], $0) }.min { $0 < $1 } ?? (0, 0)
    }
    let strata = nodes.map(stratum)
    let order = nodes.indices.sorted {
      (strata[$0].memberCount, strata[$0].label, $0) < (
        strata[$1].memberCount, strata[$1].label, $1
      )
    }
    var training: [Node] = []
    var test: [Node] = []
    // The number of training nodes is exact: the running sum of the share advances in whole steps.
    let wanted = (Double(nodes.count) * share).rounded()
    var sum = generator.nextUnit() * Double(nodes.count)
    for place in order {
      sum += wanted
      if sum >= Double(nodes.count) {
        sum -= Double(nodes.count)
        training.append(nodes[place])
      } else {
        test.append(nodes[place])
      }
    }
    guard !training.isEmpty, !test.isEmpty else {
      throw .tooFewNodes(share: share, labeledCount: nodes.count)
    }
    self.init(training: training, test: test)
  }
}
