/// A method that scores the pairs of a test: an embedding with an operator, or a heuristic.
public enum PredictionMethod: Sendable, Hashable {
  /// The embedding, with an operator.
  case embedding(EdgeOperator)
  /// A score without learning.
  case heuristic(Heuristic)

  /// The name in options and files: "hadamard", "adamic-adar".
  public var identifier: String {
    switch self {
    case .embedding(let edgeOperator): edgeOperator.rawValue
    case .heuristic(let heuristic): heuristic.rawValue
    }
  }

  /// The name in text: "Hadamard", "Adamic–Adar".
  public var title: String {
    switch self {
    case .embedding(.hadamard): "Hadamard"
    case .embedding(.average): "average"
    case .embedding(.weightedL1): "weighted L1"
    case .embedding(.weightedL2): "weighted L2"
    case .embedding(.dot): "dot product"
    case .embedding(.cosine): "cosine"
    case .embedding(.euclidean): "Euclidean distance"
    case .heuristic(.commonNeighbors): "common neighbors"
    case .heuristic(.jaccard): "Jaccard"
    case .heuristic(.adamicAdar): "Adamic–Adar"
    case .heuristic(.preferentialAttachment): "preferential attachment"
    case .heuristic(.resourceAllocation): "resource allocation"
    case .heuristic(.katz): "Katz"
    }
  }

  /// Whether the method needs no embedding.
  public var isHeuristic: Bool {
    if case .heuristic = self { true } else { false }
  }
}
