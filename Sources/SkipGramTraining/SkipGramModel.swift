internal import EmbeddingTables
internal import Graphs

/// The vectors that training ends with.
public struct SkipGramModel: ~Copyable {
  private let tables: BlockTables

  init(tables: consuming BlockTables) {
    self.tables = tables
  }

  /// The number of nodes.
  public var nodeCount: Int { tables.layout.nodeCount }
  /// The number of components of a vector.
  public var dimensions: Int { tables.centres.dimensions }

  /// The nodes' vectors: `nodeCount` × `dimensions`, row after row.
  public borrowing func vectors() -> [Float] { elements(of: tables.centres) }

  /// The nodes' vectors as contexts: `nodeCount` × `dimensions`, row after row.
  ///
  /// The product of one node's vector with another's context vector is high where the walks pair
  /// the two.
  public borrowing func contextVectors() -> [Float] { elements(of: tables.contexts) }

  private borrowing func elements(of table: borrowing EmbeddingTable) -> [Float] {
    var elements: [Float] = []
    elements.reserveCapacity(nodeCount * dimensions)
    for node in 0..<nodeCount {
      let row = table[tables.layout.row(of: Node(node))]
      for index in row.indices { elements.append(row[index]) }
    }
    return elements
  }
}
