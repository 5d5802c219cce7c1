internal import EmbeddingTables
internal import Graphs
internal import Names
internal import Projections
internal import Text

extension MapContent {
  /// Collects what a map shows from an embedding and its graph.
  init(
    _ embedding: Embedding, graph: Graph?, labels: [String?]?, options: MapOptions,
    progress: @escaping MapProgress.Report
  ) throws {
    guard embedding.count >= 2 else {
      throw MapError("the embedding has \(embedding.count) vectors: a map needs 2 or more")
    }
    if let labels, labels.count != embedding.count {
      throw MapError("\(labels.count) labels for \(embedding.count) vectors: give one a vector")
    }
    if let titles = options.nodeTitles, titles.count != embedding.count {
      throw MapError("\(titles.count) titles for \(embedding.count) vectors: give one a vector")
    }
    let names = embedding.names.enumerated().map { options.nodeTitles?[$0] ?? $1 }
    let projection = try PlaneProjection(
      of: embedding, options: options.projection, threadCount: options.threadCount
    ) { progress(.projection($0)) }
    try Task.checkCancellation()
    progress(.grouping)
    let place = try graph.map { graph throws(MapError) in
      try Self.rows(of: graph, in: embedding)
    }
    var degrees: [Int] = []
    var edges: [MapEdge] = []
    var allEdges: [MapEdge] = []
    var drawableCount = 0
    if let graph, let place {
      degrees = Self.degrees(of: graph, place: place, rowCount: names.count)
      (edges, drawableCount) = EdgeSelection.edges(
        of: graph, limit: options.edgeLimit, place: place)
      if names.count > SuperNodes.largestSingleCount {
        allEdges = EdgeSelection.edges(of: graph, limit: drawableCount, place: place).edges
      }
    }
    let coloring = try Self.coloring(
      embedding, names: names, graph: graph, place: place, degrees: degrees, labels: labels,
      options: options)

    self.names = names
    coordinates = projection.coordinates.map { Point(x: $0.x, y: $0.y) }
    self.degrees = degrees
    self.edges = edges
    self.allEdges = allEdges
    edgeCount = drawableCount
    edgeLimit = options.edgeLimit
    self.coloring = coloring
    title = PlainText.singleLine(options.title)
    let counts =
      names.count.groupedText + " nodes"
      + (graph.map { ", \($0.edgeCount.groupedText) edges" } ?? "")
    subtitle = [
      counts, PlainText.singleLine(options.method ?? Self.method(of: embedding)),
      projection.method,
    ].joined(separator: " · ")
    axes = projection.axes
    remarks = []
    links = []
    if let template = options.linkTemplate {
      let template = try LinkTemplate(template)
      links = embedding.names.map { template.link(to: $0) }
    }
    if options.measuresQuality, embedding.count >= ProjectionQuality.leastCount {
      show(
        try ProjectionQuality(
          of: projection.coordinates, for: embedding, threadCount: options.threadCount
        ) { progress(.measurement($0)) })
    }
  }

  /// How an embedding was made, as far as its metadata tells.
  private static func method(of embedding: Embedding) -> String {
    let dimensions = "\(embedding.dimensions) dimensions"
    guard let p = embedding.metadata["p"].flatMap({ Double($0) }),
      let q = embedding.metadata["q"].flatMap({ Double($0) })
    else { return dimensions }
    return p == 1 && q == 1
      ? "DeepWalk, \(dimensions)"
      : "node2vec (p \(DecimalWriter.text(p)), q \(DecimalWriter.text(q))), \(dimensions)"
  }

  /// The row of each of a graph's nodes.
  private static func rows(of graph: Graph, in embedding: Embedding) throws(MapError) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(graph.nodeCount)
    var missing: [String] = []
    for name in graph.names {
      if let row = embedding.names.index(of: name) {
        rows.append(row)
      } else {
        missing.append(name)
      }
    }
    guard missing.isEmpty else {
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      throw MapError(
        "the embedding has no vector for \(Excerpt.quoted(missing[0].utf8))\(others): "
          + "is it that of this graph?"
      )
    }
    return rows
  }

  /// The number of edges at each row; in a directed graph, edges that leave a node and edges that
  /// lead to it both count.
  private static func degrees(of graph: Graph, place: [Int], rowCount: Int) -> [Int] {
    var degrees = [Int](repeating: 0, count: rowCount)
    for node in 0..<Node(graph.nodeCount) {
      degrees[place[Int(node)]] += graph.degree(of: node)
      guard graph.isDirected else { continue }
      let targets = graph.neighbors(of: node)
      for index in targets.indices where targets[index] != node {
        degrees[place[Int(targets[index])]] += 1
      }
    }
    return degrees
  }

  private static func coloring(
    _ embedding: Embedding, names: [String], graph: Graph?, place: [Int]?, degrees: [Int],
    labels: [String?]?, options: MapOptions
  ) throws -> Coloring {
    func communities(_ graph: Graph, _ place: [Int]) throws -> Coloring {
      let found = try CommunityDetection.communities(of: graph, seed: options.seed)
      var ofRow = [Int](repeating: -1, count: names.count)
      for (node, row) in place.enumerated() { ofRow[row] = found[node] }
      // Rows that are not in the graph are communities of their own.
      var next = (found.max() ?? -1) + 1
      for row in ofRow.indices where ofRow[row] < 0 {
        ofRow[row] = next
        next += 1
      }
      return .groups(NodeGroups(communities: ofRow, degrees: degrees, names: names))
    }
    switch options.coloring {
    case .automatic:
      if let labels { return .groups(NodeGroups(labels: labels, title: options.labelTitle)) }
      if let graph, let place { return try communities(graph, place) }
      return .uniform
    case .label:
      guard let labels else { throw MapError("there are no labels to color nodes by") }
      return .groups(NodeGroups(labels: labels, title: options.labelTitle))
    case .community:
      guard let graph, let place else { throw MapError("communities need the graph's edges") }
      return try communities(graph, place)
    case .degree:
      guard graph != nil else { throw MapError("degrees need the graph's edges") }
      return .numbers(degrees.map { Double($0) }, title: "Degree")
    case .numbers(let numbers, let title):
      guard numbers.count == names.count else {
        throw MapError("\(numbers.count) numbers for \(names.count) vectors: give one a vector")
      }
      if let row = numbers.firstIndex(where: { !$0.isFinite }) {
        throw MapError(
          "the number of \(Excerpt.quoted(names[row].utf8)) is \(numbers[row]): "
            + "colors need finite ones"
        )
      }
      return .numbers(numbers, title: PlainText.singleLine(title))
    }
  }

  /// Adds a remark on how well neighbors are preserved, and marks nodes that have lost theirs.
  private mutating func show(_ found: ProjectionQuality) {
    quality = found
    var remark =
      "Trustworthiness \(DecimalWriter.text(found.trustworthiness)), continuity "
      + "\(DecimalWriter.text(found.continuity)), \(found.keptShare.percentText) "
      + "of \(found.neighborCount) neighbors kept"
    if let stray = found.strayRows, !stray.isEmpty {
      doubtful = Set(stray)
      remark += "; \(stray.count.groupedText) nodes that kept none are pale"
    }
    remarks.append(remark)
  }
}
