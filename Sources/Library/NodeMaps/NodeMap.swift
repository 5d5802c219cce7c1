public import EmbeddingTables
internal import Errors
internal import Files
public import Graphs
internal import Parallel
public import Projections
internal import Text

/// A picture of an embedding: each node is a disc, near those with similar vectors.
///
/// ```swift
/// let map = try NodeMap(embedding, graph: graph, labels: labels)
/// try map.write(to: "map.svg")
/// ```
public struct NodeMap: Sendable {
  let scene: MapScene
  let content: MapContent
  private let embedding: Embedding
  private let threadCount: Int
  private let link: LinkTemplate?

  /// Makes a map.
  ///
  /// The work stops early if the current task is canceled.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - graph: The graph, for edges, sizes and communities; its nodes are matched by name.
  ///   - labels: The labels of the embedding's rows; of several, the first in the file is shown.
  ///   - options: What to show, and how it looks.
  ///   - progress: Receives the current stage.
  /// - Throws: `ProjectionError` if the embedding has a component that is not finite, or cannot be
  ///   projected as the options say; `MapError` if a node of the graph has no vector, if other
  ///   options do not match the data, or if drawing is impossible on this machine; `OptionError`
  ///   for a number out of range; `CancellationError` if the current task is canceled.
  public init(
    _ embedding: Embedding, graph: Graph? = nil, labels: NodeLabels? = nil,
    options: MapOptions = MapOptions(), progress: @escaping MapProgress.Report = { _ in }
  ) throws {
    let texts = labels.map { labels in
      (0..<Node(labels.nodeCount)).map { node in
        labels.first(of: node).map { labels.labelNames[Int($0)] }
      }
    }
    try self.init(
      embedding, graph: graph, labelTexts: texts, options: options,
      hasSeveralLabels: labels?.isMultiLabel ?? false, progress: progress)
  }

  /// Makes a map asynchronously.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - graph: The graph, for edges, sizes and communities; its nodes are matched by name.
  ///   - labels: The labels of the embedding's rows; of several, the first in the file is shown.
  ///   - options: What to show, and how it looks.
  ///   - progress: Receives the current stage.
  /// - Throws: What the other initializer throws; `CancellationError` as soon as the task is
  ///   canceled: a step that cannot be interrupted ends in the background.
  public init(
    _ embedding: Embedding, graph: Graph? = nil, labels: NodeLabels? = nil,
    options: MapOptions = MapOptions(), progress: @escaping MapProgress.Report = { _ in }
  ) async throws {
    self = try await awaitedOrAbandoned {
      try NodeMap(embedding, graph: graph, labels: labels, options: options, progress: progress)
    }
  }

  /// Makes a map with labels given as texts.
  package init(
    _ embedding: Embedding, graph: Graph?, labelTexts: [String?]?, options: MapOptions,
    hasSeveralLabels: Bool = false, progress: @escaping MapProgress.Report = { _ in }
  ) throws {
    try OptionError.require(
      options.threadCount >= 1, "threadCount", options.threadCount, "at least 1")
    try OptionError.require(options.edgeLimit >= 0, "edgeLimit", options.edgeLimit, "at least 0")
    self.embedding = embedding
    threadCount = options.threadCount
    var content = try MapContent(
      embedding, graph: graph, labels: labelTexts, options: options, progress: progress)
    if hasSeveralLabels {
      content.remarks.append("Of several labels a node shows the first in the file")
    }
    self.content = content
    link = try options.linkTemplate.map { try LinkTemplate($0) }
    try Task.checkCancellation()
    progress(.composition)
    scene = try MapComposer(
      content, theme: options.theme, isSizedByDegree: options.isSizedByDegree
    ).compose()
  }

  /// How well neighbors are preserved; nil unless the options request it.
  public var quality: ProjectionQuality? { content.quality }

  /// The places of the nodes as a two-dimensional embedding, for aligning the next map with this
  /// one.
  public var places: Embedding {
    Embedding(
      names: embedding.names, dimensions: 2,
      vectors: content.coordinates.flatMap { [Float($0.x), Float($0.y)] })
  }

  /// Draws the map.
  ///
  /// - Parameter format: The file format.
  /// - Returns: The bytes of the file: the same for the same input, on machines with the same
  ///   fonts.
  /// - Throws: `MapError` if Graphviz fails; `CancellationError` if the current task is canceled.
  public func draw(as format: MapFormat) throws -> [UInt8] {
    switch format {
    case .html:
      return try MapPage(
        scene: scene, content: content, link: link, nearest: nearestOnPage,
        remarks: remarks(on: .html)
      ).bytes()
    case .svg, .dot:
      var scene = scene
      try MapTooltips(content: content, embedding: embedding, threadCount: threadCount)
        .fill(&scene.discs)
      return try GraphvizDrawing.draw(scene, as: format)
    case .png, .pdf:
      return try GraphvizDrawing.draw(scene, as: format)
    }
  }

  /// Draws the map asynchronously.
  ///
  /// - Parameter format: The file format.
  /// - Returns: The bytes of the file: the same for the same input, on machines with the same
  ///   fonts.
  /// - Throws: `MapError` if Graphviz fails; `CancellationError` as soon as the task is canceled:
  ///   Graphviz, which cannot be interrupted, ends in the background.
  public func draw(as format: MapFormat) async throws -> [UInt8] {
    try await awaitedOrAbandoned { try draw(as: format) }
  }

  /// What a file in a format omits because of the number of nodes, one sentence each.
  ///
  /// Omissions from pictures are mentioned in their captions, and not here.
  ///
  /// - Parameter format: The file format.
  /// - Returns: The sentences; empty if nothing is omitted.
  public func remarks(on format: MapFormat) -> [String] {
    guard format == .html, !namesNearest else { return [] }
    let largest = NearestNodes.largestCount(dimensions: embedding.dimensions)
    return [
      "Nearest vectors are named up to \(largest.groupedText) nodes of "
        + "\(embedding.dimensions) dimensions"
    ]
  }

  private var namesNearest: Bool {
    NearestNodes.canBeFound(ofAll: embedding.count, dimensions: embedding.dimensions)
  }

  /// The nearest nodes of every node, for a page; nil if there are too many nodes to search all at
  /// once.
  private var nearestOnPage: NearestNodes? {
    get throws {
      guard namesNearest else { return nil }
      return try NearestNodes(
        of: Array(0..<embedding.count), in: embedding, threadCount: threadCount)
    }
  }

  /// Draws the map into a file, whose extension determines the format.
  ///
  /// - Parameter path: The file's path: `.svg`, `.png`, `.pdf`, `.dot` or `.html`.
  /// - Throws: `MapError` if the extension is none of these or Graphviz fails, `FileError` if the
  ///   file cannot be written.
  public func write(to path: String) throws {
    try Self.write(draw(as: MapFormat(path: path)), to: path)
  }

  /// Draws the map into a file asynchronously.
  ///
  /// - Parameter path: The file's path: `.svg`, `.png`, `.pdf`, `.dot` or `.html`.
  /// - Throws: What the other method throws; `CancellationError` as soon as the task is canceled.
  public func write(to path: String) async throws {
    try Self.write(await draw(as: MapFormat(path: path)), to: path)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    var file = try OutputFile(path)
    try file.write(bytes)
    try file.commit()
  }
}
