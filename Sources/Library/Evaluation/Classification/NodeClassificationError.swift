internal import Text

/// Why labels or vectors cannot be used for classification.
public enum NodeClassificationError: Error, Equatable, CustomStringConvertible {
  /// The labels and the vectors differ in their numbers of nodes.
  case wrongNodeCount(labels: Int, vectors: Int)
  /// No node has a label.
  case noLabeledNodes
  /// There is only one label, so that there is nothing to distinguish.
  case oneLabel(String)
  /// A training share leaves no node to train on or no node to test on.
  case tooFewNodes(share: Double, labeledCount: Int)
  /// A part of a given split contains no labeled node.
  case emptyPart(String)
  /// A node has no vector.
  case unknownNode(Int, nodeCount: Int)
  /// A node is in both the training and the test part.
  case inBothParts(node: String)
  /// The vector of a node has a component that is not finite.
  case notFinite(node: String)

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .wrongNodeCount(let labels, let vectors):
      "the labels are of \(labels) nodes, and there are \(vectors) vectors"
    case .noLabeledNodes: "no node with a vector has a label"
    case .oneLabel(let name):
      "every labeled node has the label \(Excerpt.quoted(name.utf8)) and no other: "
        + "there is nothing to tell apart"
    case .tooFewNodes(let share, let labeledCount):
      "a share of \(share) of \(labeledCount) labeled nodes leaves none to train on or none to "
        + "test on"
    case .emptyPart(let part): "the split has no labeled node to \(part) on"
    case .unknownNode(let node, let nodeCount):
      "there is no node \(node): nodes are numbered from 0, and there are \(nodeCount)"
    case .inBothParts(let node):
      "node \(Excerpt.quoted(node.utf8)) is to be trained on and to be tested on"
    case .notFinite(let node):
      "the vector of node \(Excerpt.quoted(node.utf8)) has a component that "
        + "is infinite or not a number"
    }
  }
}
