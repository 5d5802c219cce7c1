internal import RandomWalks

/// A kind of walk that can be audited: the next step depends on the last two nodes at most.
enum AuditedStrategy: String, OptionChoice {
  case uniform
  case weighted
  case node2vec
  case node2vecPlus = "node2vec+"

  /// The same among all kinds of walks.
  var strategy: WalkStrategy {
    switch self {
    case .uniform: .uniform
    case .weighted: .weighted
    case .node2vec: .node2vec
    case .node2vecPlus: .node2vecPlus
    }
  }
}
