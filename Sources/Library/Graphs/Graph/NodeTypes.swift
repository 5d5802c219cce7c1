public import Names
public import Text

/// The type of each node, such as user or item, author or paper.
///
/// A node has one type or none.
public struct NodeTypes: Sendable, Equatable {
  /// The names of the types, in the order in which they first appear.
  public let names: [String]
  /// The number of each node's type, an index into `names`; -1 for a node without a type.
  public let numbers: [Int32]

  /// The number of nodes, including those without a type.
  public var nodeCount: Int { numbers.count }

  /// Creates types from the name of each node's type.
  ///
  /// - Parameter types: One name per node, or nil for no type.
  public init(_ types: [String?]) {
    var names: [String] = []
    var places: [String: Int32] = [:]
    numbers = types.map { type in
      guard let type else { return -1 }
      if let place = places[type] { return place }
      places[type] = Int32(names.count)
      names.append(type)
      return Int32(names.count - 1)
    }
    self.names = names
  }

  /// Reads a file of types: each line holds a node and its type.
  ///
  /// Nodes that appear on no line have no type.
  ///
  /// - Parameters:
  ///   - table: The rows of the file.
  ///   - nodes: The names of the graph's nodes.
  /// - Throws: `TextTableError` for the first row that does not have two fields, names a node that
  ///   is not in the graph, or gives a node a second type.
  public init(_ table: TextTable, of nodes: NameList) throws(TextTableError) {
    var types = [String?](repeating: nil, count: nodes.count)
    for row in table.rows {
      guard row.fields.count == 2 else {
        throw table.error(
          row, "two fields are expected, a node and its type, not \(row.fields.count)")
      }
      guard let node = nodes.index(of: row.fields[0]) else {
        let name = row.fields[0]
        throw table.error(
          row, "the graph has no node \(Excerpt.quoted(name.utf8))\(nodes.hint(for: name))")
      }
      if let type = types[node], type != row.fields[1] {
        throw table.error(
          row,
          "\(Excerpt.quoted(row.fields[0].utf8)) has the type \(Excerpt.quoted(type.utf8)) already")
      }
      types[node] = row.fields[1]
    }
    self.init(types)
  }
}
