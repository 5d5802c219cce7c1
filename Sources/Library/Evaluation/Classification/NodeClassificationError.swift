/// Labels or vectors that cannot be used for classification.
public enum NodeClassificationError: Error, Equatable, CustomStringConvertible {
  /// The labels are of another number of nodes than there are vectors.
  case wrongNodeCount(labels: Int, vectors: Int)
  /// No node has a label.
  case noLabelledNodes
  /// There is one label only: nothing can be told apart.
  case oneLabel(String)
  /// A share leaves no node to train on or none to test on.
  case tooFewNodes(share: Double, labelledCount: Int)
  /// A given split has no labelled node of a part.
  case emptyPart(String)
  /// The vector of a node has a component that is infinite or not a number.
  case notFinite(node: String)

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .wrongNodeCount(let labels, let vectors):
      "the labels are of \(labels) nodes, and there are \(vectors) vectors"
    case .noLabelledNodes: "no node with a vector has a label"
    case .oneLabel(let name):
      "every labelled node has the label '\(name)' and no other: there is nothing to tell apart"
    case .tooFewNodes(let share, let labelledCount):
      "a share of \(share) of \(labelledCount) labelled nodes leaves none to train on or none to "
        + "test on"
    case .emptyPart(let part): "the split has no labelled node to \(part) on"
    case .notFinite(let node):
      "the vector of node '\(node)' has a component that is infinite or not a number"
    }
  }
}
