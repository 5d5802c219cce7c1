internal import EmbeddingTables
internal import Files
internal import Graphs
internal import Names
internal import Text

/// Which nodes may be answers.
struct AnswerFilter: Sendable {
  var type: String?
  var nodeTypesPath: String?
  var amongPath: String?
  var excludedEdges = GraphInput()

  static var commandLine: [Option<AnswerFilter>] {
    [
      .value(
        "--of-type", to: \.type,
        "Only nodes of this type: by --node-types, or by what precedes their names, such as i for "
          + "i:7 in the vectors of a two-sided graph.", valueName: "TYPE"),
      .value(
        "--node-types", to: \.nodeTypesPath,
        "For --of-type: a file with a node and its type a line.",
        valueName: "FILE", file: .reads),
      .value(
        "--among", to: \.amongPath, "Only the nodes in this file, a name a line.",
        valueName: "FILE", file: .reads),
      .value(
        "--exclude-edges", to: \.excludedEdges.path,
        "Leave out nodes that are linked to the one asked for in this edge list, in either "
          + "direction.", valueName: "FILE", property: "excludedEdges", file: .reads),
    ] + excludedReading
  }

  /// What the edge list may need to be read as the graph was.
  private static var excludedReading: [Option<AnswerFilter>] {
    GraphInput.commandLine.filter { option in
      ["--two-sided", "--side-names", "--columns", "--delimiter"].contains(option.names[0])
    }.map { $0.lifted(to: \.excludedEdges) }
  }

  /// Checks that every option has an effect.
  ///
  /// - Throws: `UsageError` for the first that has none.
  func validate() throws(UsageError) {
    guard nodeTypesPath == nil || type != nil else {
      throw UsageError("--node-types needs --of-type, the type of the answers")
    }
  }

  /// The vectors that may be answers.
  ///
  /// - Parameter embedding: All vectors.
  /// - Returns: The vectors of the type and of the file; all if neither is asked for.
  /// - Throws: The errors of the files, and `UsageError` if no vector is left.
  func candidates(of embedding: Embedding) throws -> Embedding {
    guard type != nil || amongPath != nil else { return embedding }
    var isAllowed = [Bool](repeating: true, count: embedding.count)
    if let type { keep(try isOfType(type, embedding.names), in: &isAllowed) }
    if let amongPath {
      var isNamed = [Bool](repeating: false, count: embedding.count)
      for name in try QueryNames([], file: amongPath, known: embedding.names).names {
        if let row = embedding.names.index(of: name) { isNamed[row] = true }
      }
      keep(isNamed, in: &isAllowed)
    }
    let rows = isAllowed.indices.filter { isAllowed[$0] }
    guard !rows.isEmpty else {
      throw UsageError(
        type.map { "no vector is one of type \(Excerpt.quoted($0.utf8))" }
          ?? "--among leaves no vector")
    }
    return embedding.rows(rows)
  }

  /// The nodes that are linked to each node in the edge list to be left out.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: Returns the names that are linked to a name; nil if there is no edge list.
  /// - Throws: The errors of reading.
  func linkedNames(threadCount: Int) throws -> ((_ name: String) -> [String])? {
    guard !excludedEdges.path.isEmpty else { return nil }
    let graph = try excludedEdges.read(threadCount: threadCount).graph
    return { name in
      guard let node = graph.names.index(of: name) else { return [] }
      let neighbors = graph.neighbors(of: Node(node))
      return neighbors.indices.map { graph.names[Int(neighbors[$0])] }
    }
  }

  private func isOfType(_ type: String, _ names: NameList) throws -> [Bool] {
    guard let nodeTypesPath else {
      let prefix = type.hasSuffix(":") ? type : "\(type):"
      return names.map { $0.hasPrefix(prefix) }
    }
    let types = try NodeTypes(TextTable(contentsOf: nodeTypesPath), of: names)
    guard let number = types.names.firstIndex(of: type) else {
      throw UsageError(
        "\(nodeTypesPath) has no type \(Excerpt.quoted(type.utf8)); it has "
          + types.names.prefix(10).map { Excerpt.quoted($0.utf8) }.joined(separator: ", "))
    }
    return types.numbers.map { $0 == Int32(number) }
  }

  private func keep(_ mask: [Bool], in isAllowed: inout [Bool]) {
    for row in isAllowed.indices where !mask[row] { isAllowed[row] = false }
  }
}
