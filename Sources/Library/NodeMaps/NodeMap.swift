public import EmbeddingTables
internal import Errors
internal import Files
public import Graphs
internal import Parallel
public import Projections
internal import Text

/// A picture of an embedding: each node a disc, near to those that its vector is near to.
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
  /// The work ends early when it runs in a task that is canceled.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - graph: The graph, for edges, sizes and communities; its nodes are found by their names.
  ///   - labels: The labels of the embedding's rows; of several the first is shown.
  ///   - options: What is shown and how it looks.
  ///   - progress: Is told what is under way.
  /// - Throws: `ProjectionError` when the embedding has a number that is not finite or cannot be
  ///   projected as options ask; `MapError` when a node of the graph has no vector, when other
  ///   options do not fit, or when nothing can be drawn here; `OptionError` for a number out of its
  ///   range; `CancellationError` when the current task is canceled.
  public init(
    _ embedding: Embedding, graph: Graph? = nil, labels: NodeLabels? = nil,
    options: MapOptions = MapOptions(), progress: @escaping MapProgress.Report = { _ in }
  ) throws {
    let texts = labels.map { labels in
      (0..<Node(labels.nodeCount)).map { node in
        labels[node].first.map { labels.labelNames[Int($0)] }
      }
    }
    try self.init(
      embedding, graph: graph, labelTexts: texts, options: options,
      hasSeveralLabels: labels?.isMultiLabel ?? false, progress: progress)
  }

  /// Makes a map without blocking the task that awaits it.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - graph: The graph, for edges, sizes and communities; its nodes are found by their names.
  ///   - labels: The labels of the embedding's rows; of several the first is shown.
  ///   - options: What is shown and how it looks.
  ///   - progress: Is told what is under way.
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

  /// Makes a map of labels given as texts.
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
    if hasSeveralLabels { content.remarks.append("Of several labels a node shows its first") }
    self.content = content
    link = try options.linkTemplate.map { try LinkTemplate($0) }
    try Task.checkCancellation()
    progress(.composition)
    scene = try MapComposer(
      content, theme: options.theme, isSizedByDegree: options.isSizedByDegree
    ).compose()
  }

  /// How far neighbors are kept; nil unless the options asked for it.
  public var quality: ProjectionQuality? { content.quality }

  /// The nodes' places as an embedding of two dimensions, to be kept for the next map's alignment.
  public var places: Embedding {
    Embedding(
      names: embedding.names, dimensions: 2,
      vectors: content.coordinates.flatMap { [Float($0.x), Float($0.y)] })
  }

  /// Draws the map.
  ///
  /// - Parameter format: The kind of file.
  /// - Returns: The file's bytes: the same for the same input, on a machine with the same fonts.
  /// - Throws: `MapError` when Graphviz fails; `CancellationError` when the current task is
  ///   canceled.
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

  /// Draws the map without blocking the task that awaits it.
  ///
  /// - Parameter format: The kind of file.
  /// - Returns: The file's bytes: the same for the same input, on a machine with the same fonts.
  /// - Throws: `MapError` when Graphviz fails; `CancellationError` as soon as the task is
  ///   canceled: Graphviz, which cannot be interrupted, ends in the background.
  public func draw(as format: MapFormat) async throws -> [UInt8] {
    try await awaitedOrAbandoned { try draw(as: format) }
  }

  /// What a file of a kind leaves out that one of fewer nodes would hold, one sentence each.
  ///
  /// What pictures leave out is in their captions, and not here.
  ///
  /// - Parameter format: The kind of file.
  /// - Returns: The sentences; none where nothing is left out.
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

  /// The nearest nodes of every node of a page; none where they are too many to be found at once.
  private var nearestOnPage: NearestNodes? {
    get throws {
      guard namesNearest else { return nil }
      return try NearestNodes(
        of: Array(0..<embedding.count), in: embedding, threadCount: threadCount)
    }
  }

  /// Draws the map into a file, whose extension says its kind.
  ///
  /// - Parameter path: The file's path: `.svg`, `.png`, `.pdf`, `.dot` or `.html`.
  /// - Throws: `MapError` when the extension is none of these or Graphviz fails, `FileError` when
  ///   the file cannot be written.
  public func write(to path: String) throws {
    try Self.write(draw(as: MapFormat(path: path)), to: path)
  }

  /// Draws the map into a file without blocking the task that awaits it.
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
