/// The names of a graph's nodes, in the order of their numbers.
public struct NodeNames: Sendable {
  /// The number of nodes.
  public let count: Int

  /// Names that are the numbers themselves: "0", "1" and so on.
  ///
  /// - Parameter count: The number of nodes.
  public init(count: Int) {
    self.count = count
  }

  /// The name of a node.
  ///
  /// - Precondition: `node` is less than `count`.
  public subscript(node: Node) -> String {
    String(node)
  }

  /// The node of a name, or nil where no node is called so.
  public func node(named name: String) -> Node? {
    guard let node = Node(name), node < count, String(node) == name else { return nil }
    return node
  }
}
