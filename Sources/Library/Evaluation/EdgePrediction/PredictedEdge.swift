/// A pair of nodes without an edge, and how likely an edge is missing there.
public struct PredictedEdge: Sendable, Equatable {
  /// The pair; where a node was asked for, it is the source.
  public let pair: NodePair
  /// The probability that the pair is an edge, if it were drawn from as many edges as other pairs.
  public let probability: Double

  /// Whether the edge comes before another: the likelier first, then the one of smaller nodes.
  func precedes(_ other: PredictedEdge) -> Bool {
    (other.probability, pair.source, pair.target)
      < (probability, other.pair.source, other.pair.target)
  }
}

/// The likeliest of many edges, in bounded memory.
struct LikeliestEdges: Sendable {
  private let count: Int
  private var edges: [PredictedEdge] = []

  /// - Parameter count: How many edges to keep, at least 1.
  init(count: Int) {
    self.count = count
  }

  mutating func insert(_ edge: PredictedEdge) {
    edges.append(edge)
    if edges.count >= 2 * count + 1024 { edges = sorted }
  }

  /// The likeliest edges, likeliest first.
  var sorted: [PredictedEdge] {
    Array(edges.sorted { $0.precedes($1) }.prefix(count))
  }
}
