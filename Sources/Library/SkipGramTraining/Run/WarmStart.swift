public import EmbeddingTables
public import Graphs
public import Names

/// Vectors to start training from, instead of random ones.
///
/// An embedding holds the nodes' own vectors, but not their context vectors: those start from zero
/// in any case, and always move.
public struct WarmStart: Sendable {
  private let embedding: Embedding
  /// The row of each node in the embedding; -1 if it has none.
  private let rows: [Int]
  /// Which nodes keep their vectors; nodes without a vector in the embedding always move.
  public private(set) var isFrozen: [Bool]
  /// The share of the way back to its first vector by which each known node is pulled after every
  /// episode, in 0...1.
  public var anchoring = 0.0

  /// Finds the nodes of a graph in an embedding, by name.
  ///
  /// - Parameters:
  ///   - embedding: The vectors. Names that are not in the graph are ignored.
  ///   - graph: The graph to be trained on.
  public init(from embedding: Embedding, for graph: Graph) {
    self.init(from: embedding, for: graph.names)
  }

  /// Finds nodes in an embedding, by name.
  ///
  /// - Parameters:
  ///   - embedding: The vectors. Names that are no nodes are ignored.
  ///   - names: The names of the nodes to be trained, in their order.
  public init(from embedding: Embedding, for names: NameList) {
    self.embedding = embedding
    rows = names.map { embedding.names.index(of: $0) ?? -1 }
    isFrozen = [Bool](repeating: false, count: rows.count)
  }

  /// Makes nodes keep their vectors.
  ///
  /// - Parameter isFrozen: Returns whether a node keeps its vector; called for nodes that have one.
  public mutating func freeze(where isFrozen: (Node) -> Bool) {
    for node in rows.indices {
      self.isFrozen[node] = rows[node] >= 0 && isFrozen(Node(node))
    }
  }

  /// The number of components of the vectors.
  public var dimensions: Int { embedding.dimensions }

  /// The number of nodes that have a vector to start from.
  public var knownCount: Int { rows.count { $0 >= 0 } }

  /// Whether a node has a vector to start from.
  ///
  /// - Precondition: `node` is a node of the graph.
  public func knows(_ node: Node) -> Bool { rows[Int(node)] >= 0 }

  /// The initial vector of a node, or nil if it has none.
  func vector(of node: Int) -> [Float]? {
    let row = rows[node]
    guard row >= 0 else { return nil }
    let span = embedding[row]
    return span.indices.map { span[$0] }
  }

  /// Measures how far each node has moved from its initial vector.
  ///
  /// - Parameter vectors: The nodes' vectors after training, one row per node.
  /// - Returns: The Euclidean distance for each node; nil for nodes without an initial vector.
  public func movement(to vectors: [Float]) -> [Float?] {
    rows.indices.map { node in
      guard let start = vector(of: node) else { return nil }
      let end = vectors[node * dimensions..<(node + 1) * dimensions]
      return zip(start, end).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
  }
}
