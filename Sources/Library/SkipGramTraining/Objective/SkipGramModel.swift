internal import EmbeddingTables
internal import Graphs

/// The vectors that result from training.
public struct SkipGramModel: ~Copyable {
  private let tables: BlockTables

  init(tables: consuming BlockTables) {
    self.tables = tables
  }

  /// The number of nodes.
  public var nodeCount: Int { tables.layout.nodeCount }
  /// The number of components of a vector.
  public var dimensions: Int { tables.centers.dimensions }

  /// The nodes' vectors: `nodeCount` × `dimensions`, row after row.
  public borrowing func vectors() -> [Float] {
    tables.layout.elements(of: tables.centers)
  }

  /// The context vectors of the nodes: `nodeCount` × `dimensions`, row after row.
  ///
  /// The product of one node's vector with another's context vector is large if walks often pair
  /// the two. With hierarchical softmax, the rows belong to inner nodes of the tree instead of
  /// nodes.
  public borrowing func contextVectors() -> [Float] {
    tables.layout.elements(of: tables.contexts)
  }

  /// The nodes' vectors, from a model that is consumed: its context vectors are freed first.
  ///
  /// - Returns: `nodeCount` × `dimensions` numbers, row after row.
  public consuming func takeVectors() -> [Float] {
    tables.takeCenters()
  }
}

extension BlockTables {
  /// The center vectors in the order of the nodes; all other tables are freed first.
  consuming func takeCenters() -> [Float] {
    let layout = layout
    let centers = onlyCenters()
    return layout.elements(of: centers)
  }

  /// The center vectors; everything else is freed when the call returns, and not before.
  private consuming func onlyCenters() -> EmbeddingTable { centers }
}

extension BlockLayout {
  /// The rows of a table in the order of the nodes.
  func elements(of table: borrowing EmbeddingTable) -> [Float] {
    var elements: [Float] = []
    elements.reserveCapacity(nodeCount * table.dimensions)
    for node in 0..<nodeCount {
      let row = table[self.row(of: Node(node))]
      for index in row.indices { elements.append(row[index]) }
    }
    return elements
  }
}
