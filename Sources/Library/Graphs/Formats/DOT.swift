internal import Names
internal import Text

/// Graphviz's DOT: nodes, edges and chains of them, subgraphs, and attributes in brackets.
enum DOT: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.dot

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    var tokens = DOTTokens(bytes)
    do {
      var token = try tokens.next()
      if token?.isWord("strict", of: tokens) == true { token = try tokens.next() }
      guard
        token?.isWord("graph", of: tokens) == true || token?.isWord("digraph", of: tokens) == true
      else { return false }
      token = try tokens.next()
      if case .name? = token { token = try tokens.next() }
      return token == .symbol(UInt8(ascii: "{"))
    } catch {
      return false
    }
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var reader = DOTReader(bytes, options)
    return try reader.read()
  }
}

private struct DOTReader: ~Escapable {
  private let options: EdgeListOptions
  private var tokens: DOTTokens
  private var token: DOTTokens.Token?
  private var graph = ListedGraph(.dot)
  private var names: [String?] = []
  private var isStrict = false
  private var strictEdges: Set<UInt64> = []
  private var depth = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    self.options = options
    tokens = DOTTokens(bytes)
  }

  mutating func read() throws(LineFault) -> ListedGraph {
    try advance()
    if isWord("strict") {
      isStrict = true
      try advance()
    }
    guard isWord("graph") || isWord("digraph") else {
      throw tokens.fault("'graph' or 'digraph' is needed here")
    }
    graph.isDirected = isWord("digraph")
    try advance()
    if case .name? = token { try advance() }
    _ = try readBody(weight: 1)
    guard token == nil else { throw tokens.fault("there is more after the graph") }
    names += Array(repeating: nil, count: max(0, graph.names.count - names.count))
    graph.nameByLabels(names)
    return graph
  }

  private mutating func advance() throws(LineFault) { token = try tokens.next() }

  private func isWord(_ word: String) -> Bool { token?.isWord(word, of: tokens) == true }

  private func isSymbol(_ symbol: Character) -> Bool {
    symbol.asciiValue.map { token == .symbol($0) } ?? false
  }

  private mutating func take(_ symbol: Character) throws(LineFault) {
    guard isSymbol(symbol) else { throw tokens.fault("'\(symbol)' is needed here") }
    try advance()
  }

  /// Reads statements in braces, and returns the nodes in them.
  private mutating func readBody(weight: Float) throws(LineFault) -> [Node] {
    depth += 1
    guard depth < 100 else { throw tokens.fault("subgraphs are nested too deep") }
    var members: [Node] = []
    // What new edges weigh.
    var weight = weight
    try take("{")
    while !isSymbol("}") {
      guard token != nil else { throw tokens.fault("the file ends within a graph") }
      if isSymbol(";") || isSymbol(",") {
        try advance()
      } else if isWord("graph") || isWord("node") {
        try advance()
        _ = try readAttributes()
      } else if isWord("edge") {
        try advance()
        weight = try readAttributes().weight ?? weight
      } else {
        members += try readStatement(weight: weight)
      }
    }
    try take("}")
    depth -= 1
    return members
  }

  /// Reads a node, a chain of edges, a subgraph or an attribute, and returns the nodes in it.
  private mutating func readStatement(weight: Float) throws(LineFault) -> [Node] {
    let line = tokens.line
    var operands: [[Node]] = []
    repeat {
      if !operands.isEmpty { try takeEdge() }
      if isSymbol("{") || isWord("subgraph") {
        operands.append(try readSubgraph(weight: weight))
      } else {
        guard case .name(let name)? = token else { throw tokens.fault("a node is needed here") }
        try advance()
        if operands.isEmpty, isSymbol("=") {
          try advance()
          guard case .name? = token else { throw tokens.fault("a value is needed here") }
          try advance()
          return []
        }
        operands.append([try graph.node(tokens.text(of: name), line: line)])
        try skipPort()
      }
    } while isEdge
    let (ownWeight, name) = try readAttributes()
    if operands.count == 1, operands[0].count == 1, let name {
      let node = Int(operands[0][0])
      names += Array(repeating: nil, count: max(0, node + 1 - names.count))
      names[node] = name
    }
    for (sources, targets) in zip(operands, operands.dropFirst()) {
      for source in sources {
        for target in targets { add(source, target, ownWeight ?? weight, line) }
      }
    }
    return operands.flatMap { $0 }
  }

  private var isEdge: Bool { token == .edge(isDirected: true) || token == .edge(isDirected: false) }

  private mutating func takeEdge() throws(LineFault) {
    guard token == .edge(isDirected: graph.isDirected == true) else {
      throw tokens.fault("edges are '--' in a graph and '->' in a digraph")
    }
    try advance()
  }

  private mutating func readSubgraph(weight: Float) throws(LineFault) -> [Node] {
    if isWord("subgraph") {
      try advance()
      if case .name? = token { try advance() }
    }
    let members = try readBody(weight: weight)
    var seen: Set<Node> = []
    return members.filter { seen.insert($0).inserted }
  }

  private mutating func skipPort() throws(LineFault) {
    while isSymbol(":") {
      try advance()
      guard case .name? = token else { throw tokens.fault("a port is needed here") }
      try advance()
    }
  }

  /// Reads attributes in brackets; returns the weight and the name, if they are among them.
  private mutating func readAttributes() throws(LineFault) -> (weight: Float?, name: String?) {
    var weight: Float?
    var name: String?
    while isSymbol("[") {
      try advance()
      while !isSymbol("]") {
        guard case .name(let key)? = token else { throw tokens.fault("']' is needed here") }
        let line = tokens.line
        try advance()
        if isSymbol("=") {
          try advance()
          guard case .name(let value)? = token else { throw tokens.fault("a value is needed here") }
          try advance()
          if tokens.text(of: key) == "weight" {
            weight = try options.weight(Array(tokens.text(of: value).utf8).span, line: line)
          } else if tokens.text(of: key) == "name" {
            name = tokens.text(of: value)
          }
        }
        if isSymbol(",") || isSymbol(";") { try advance() }
      }
      try advance()
    }
    return (weight, name)
  }

  private mutating func add(_ source: Node, _ target: Node, _ weight: Float, _ line: Int) {
    if isStrict {
      let ends = graph.isDirected == true || source <= target ? (source, target) : (target, source)
      guard strictEdges.insert(UInt64(ends.0) << 32 | UInt64(ends.1)).inserted else { return }
    }
    graph.add(source, target, weight: weight, line: line)
  }
}
