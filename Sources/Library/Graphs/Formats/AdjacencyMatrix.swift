internal import Names
internal import Text

/// The entries of a square matrix, each of which is an edge from its row's node to its column's.
struct AdjacencyMatrix {
  /// The number of rows and of columns.
  let size: Int
  private var entries: [Entry] = []

  private struct Entry {
    let row: Node
    let column: Node
    let weight: Float
  }

  init(size: Int) {
    self.size = size
  }

  /// Adds an entry; one that is 0 is no edge.
  ///
  /// - Throws: `LineFault` for one that is negative or not finite.
  mutating func add(
    row: Int, column: Int, _ value: Double, _ options: EdgeListOptions, line: Int? = nil
  ) throws(LineFault) {
    guard value != 0 else { return }
    let weight = try options.weight(value, line: line)
    add(row: Node(row), column: Node(column), weight: weight)
  }

  /// Adds an entry of a valid weight; one that is 0 is no edge.
  mutating func add(row: Node, column: Node, weight: Float) {
    if weight > 0 { entries.append(Entry(row: row, column: column, weight: weight)) }
  }

  /// Whether every entry equals the one on the other side of the diagonal.
  var isSymmetric: Bool {
    func sorted(_ chosen: [Entry], _ key: (Entry) -> UInt64) -> [(UInt64, Float)] {
      chosen.map { (key($0), $0.weight) }.sorted { $0 < $1 }
    }
    let above = sorted(entries.filter { $0.row < $0.column }) {
      UInt64($0.row) << 32 | UInt64($0.column)
    }
    let below = sorted(entries.filter { $0.row > $0.column }) {
      UInt64($0.column) << 32 | UInt64($0.row)
    }
    return above.count == below.count && zip(above, below).allSatisfy { $0 == $1 }
  }

  /// The graph of the matrix: undirected if it is symmetric.
  ///
  /// - Parameters:
  ///   - format: The format of the file.
  ///   - names: The names of the rows; nil for 0, 1, 2 and so on.
  ///   - options: How to interpret the edges.
  /// - Returns: The rows as nodes, in their order, and the entries as edges.
  /// - Throws: `LineFault` if the matrix is not symmetric, and no option says what this means.
  func graph(
    _ format: EdgeListSummary.Format, names: [String]?, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var graph = ListedGraph(format)
    graph.remark = "\(size) × \(size)"
    if let names {
      for name in names { _ = try graph.node(name) }
      guard graph.names.count == names.count else {
        throw LineFault(reason: .invalidFormat("gives the same name to two rows of its matrix"))
      }
    } else {
      try graph.addNodes(numbered: 0..<size)
    }
    let isSymmetric = isSymmetric
    guard isSymmetric || options.isDirected || options.ignoresDirections else {
      throw LineFault(reason: .asymmetricMatrix)
    }
    graph.isDirected = isSymmetric ? false : true
    for entry in entries where !isSymmetric || entry.row <= entry.column {
      graph.add(entry.row, entry.column, weight: entry.weight)
    }
    return graph
  }
}
