internal import CGraphviz

/// A graph in Graphviz's memory, freed with this value.
///
/// It must only be used within `Graphviz.withLibrary(_:)`.
@safe struct GraphvizGraph: ~Copyable {
  /// A node of this graph.
  @safe struct NodeHandle {
    fileprivate let pointer: UnsafeMutablePointer<Agnode_t>
  }

  private let graph: UnsafeMutablePointer<Agraph_t>
  private var nodeAttributes: [String: UnsafeMutablePointer<Agsym_t>] =
    unsafe [:]
  private var edgeAttributes: [String: UnsafeMutablePointer<Agsym_t>] =
    unsafe [:]

  /// Creates an empty, undirected graph.
  ///
  /// The corresponding C function is `agopen`.
  init(name: String) throws(MapError) {
    guard let graph = unsafe amble_open_undirected(name) else {
      throw MapError("Graphviz has no memory for a graph")
    }
    unsafe self.graph = graph
  }

  deinit { unsafe agclose(graph) }

  /// Sets an attribute of the graph itself.
  ///
  /// The corresponding C function is `agattr`.
  mutating func setGraph(_ name: String, _ value: String) {
    _ = unsafe amble_graph_attribute(graph, name, value)
  }

  /// Declares an attribute of nodes, with its default value.
  mutating func declareForNodes(_ name: String, default value: String) {
    if let attribute = unsafe amble_node_attribute(graph, name, value) {
      unsafe nodeAttributes[name] = attribute
    }
  }

  /// Declares an attribute of edges, with its default value.
  mutating func declareForEdges(_ name: String, default value: String) {
    if let attribute = unsafe amble_edge_attribute(graph, name, value) {
      unsafe edgeAttributes[name] = attribute
    }
  }

  /// Adds a node.
  ///
  /// The corresponding C functions are `agnode` and `agxset`.
  ///
  /// - Precondition: The attributes are declared.
  mutating func addNode(_ name: String, _ attributes: [(String, String)]) throws(MapError)
    -> NodeHandle
  {
    guard let node = unsafe amble_add_node(graph, name) else {
      throw MapError("Graphviz has no memory for a node")
    }
    for (name, value) in attributes {
      guard let attribute = unsafe nodeAttributes[name] else {
        preconditionFailure("the attribute is declared")
      }
      unsafe amble_set(node, attribute, value)
    }
    return unsafe NodeHandle(pointer: node)
  }

  /// Adds an edge.
  ///
  /// The corresponding C functions are `agedge` and `agxset`.
  ///
  /// - Precondition: The attributes are declared.
  mutating func addEdge(
    _ source: NodeHandle, _ target: NodeHandle, _ attributes: [(String, String)]
  ) throws(MapError) {
    guard let edge = unsafe amble_add_edge(graph, source.pointer, target.pointer) else {
      throw MapError("Graphviz has no memory for an edge")
    }
    for (name, value) in attributes {
      guard let attribute = unsafe edgeAttributes[name] else {
        preconditionFailure("the attribute is declared")
      }
      unsafe amble_set(edge, attribute, value)
    }
  }

  /// The measured width of a node's label, in points, after the graph has been laid out.
  func labelWidth(of node: NodeHandle) -> Double {
    unsafe amble_label_width(node.pointer)
  }

  /// Calls a body with the address of the graph, which is valid during the call.
  func withPointer<Result>(
    _ body: (UnsafeMutablePointer<Agraph_t>) throws(MapError) -> Result
  ) throws(MapError) -> Result {
    try unsafe body(graph)
  }
}
