public import EmbeddingTables
internal import Errors
public import Names
public import Parallel
internal import Text

/// The vectors of an embedding as points of a plane.
///
/// ```swift
/// let projection = try PlaneProjection(of: embedding)
/// print(projection.method)  // PCA (41.7 % of variance)
/// ```
public struct PlaneProjection: Sendable {
  /// How to project vectors.
  public enum Method: String, CaseIterable, Sendable {
    /// Principal components: a linear view, whose axes and distances have a meaning.
    case pca
    /// t-SNE: keeps neighbors together; only small distances have a meaning.
    case tsne
  }

  /// How to project vectors, and how to orient the result.
  public struct Options: Sendable {
    /// How to project vectors.
    public var method = Method.pca
    /// The principal components to use as axes, counted from 1; t-SNE starts from them.
    public var components = (1, 2)
    /// The effective number of neighbors of a point in t-SNE, at least 1; it is limited to a third
    /// of the number of points.
    public var perplexity = 30.0
    /// Earlier points, two coordinates per name, to which the projection is aligned, so that nodes
    /// stay in place when an embedding is trained again.
    public var previous: Embedding?

    /// Creates the default options.
    public init() {}
  }

  /// The names of the points.
  public let names: NameList
  /// The points, one per vector.
  public let coordinates: [SIMD2<Double>]
  /// How the points were found: "PCA (41.7 % of variance)".
  public let method: String
  /// The meaning of the two axes, in words; empty if they have none.
  public let axes: [String]

  /// Projects an embedding.
  ///
  /// The work stops early if the current task is canceled.
  ///
  /// - Parameters:
  ///   - embedding: The vectors, two or more.
  ///   - options: How to project the vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of t-SNE.
  /// - Throws: `ProjectionError` if a vector has a component that is not finite, if there are too
  ///   few vectors or no such components, or if the points cannot be aligned with the earlier ones;
  ///   `OptionError` for a perplexity or a number of threads below 1; `CancellationError` if the
  ///   current task is canceled.
  /// - Complexity: That of `PrincipalComponents`, and for t-SNE that of
  ///   `StochasticNeighborEmbedding`.
  public init(
    of embedding: Embedding, options: Options = Options(), threadCount: Int = processorCount,
    progress: @escaping ProjectionProgress.Report = { _ in }
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let placement = Placement(
      embedding: embedding, options: options, threadCount: threadCount, progress: progress)
    let found = try options.method == .pca ? placement.byComponents() : placement.byNeighbors()
    names = embedding.names
    coordinates = found.coordinates
    method = found.method
    axes = found.axes
  }

  /// Projects an embedding asynchronously.
  ///
  /// - Parameters:
  ///   - embedding: The vectors, two or more.
  ///   - options: How to project the vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of t-SNE.
  /// - Throws: What the other initializer throws; `CancellationError` within a tenth of a second of
  ///   the task's cancellation, except while eigenvectors of more than about 500 dimensions are
  ///   computed.
  public init(
    of embedding: Embedding, options: Options = Options(), threadCount: Int = processorCount,
    progress: @escaping ProjectionProgress.Report = { _ in }
  ) async throws {
    self = try await awaited {
      try PlaneProjection(
        of: embedding, options: options, threadCount: threadCount, progress: progress)
    }
  }

  /// The points as a two-dimensional embedding, as `Options.previous` takes it.
  public var embedding: Embedding {
    Embedding(
      names: names, dimensions: 2,
      vectors: coordinates.flatMap { [Float($0.x), Float($0.y)] })
  }
}

/// Finds the points of a projection.
private struct Placement {
  let embedding: Embedding
  let options: PlaneProjection.Options
  let threadCount: Int
  let progress: ProjectionProgress.Report

  typealias Found = (coordinates: [SIMD2<Double>], method: String, axes: [String])

  /// The number of vectors from which on the search for neighbors uses fewer components.
  private static let reducedCount = 20_000
  private static let reducedDimensions = 50

  /// Points by two principal components.
  func byComponents() throws -> Found {
    var (coordinates, ratios) = try components()
    var (first, second) = options.components
    if let previous = options.previous {
      let change = try PlaneAlignment(coordinates, names: embedding.names, previous: previous)
        .axisChange
      coordinates = coordinates.map { change($0) }
      if change.isExchanged {
        (first, second) = (second, first)
        ratios.swapAt(0, 1)
      }
    }
    return (
      coordinates, "PCA (\((ratios[0] + ratios[1]).percentText) of variance)",
      zip([first, second], ratios).map { "PC\($0) · \($1.percentText)" }
    )
  }

  /// Points by t-SNE, which starts from two principal components.
  func byNeighbors() throws -> Found {
    var method = StochasticNeighborEmbedding()
    method.perplexity = options.perplexity
    if embedding.count > Self.reducedCount {
      method.opening = 0.8
      method.roundCount = 500
    }
    try method.validate()
    let start = try components().coordinates
    if let previous = options.previous {
      // Points that cannot be aligned are rejected before the long work, not after it.
      _ = try PlaneAlignment(start, names: embedding.names, previous: previous)
    }
    let (vectors, dimensions) = try neighborVectors()
    let places = try method.place(
      vectors, dimensions: dimensions, from: start.map { SIMD2<Float>($0) },
      threadCount: threadCount, progress: progress)
    var coordinates = places.map { SIMD2<Double>($0) }
    if let previous = options.previous {
      coordinates = try PlaneAlignment(coordinates, names: embedding.names, previous: previous)
        .turned(coordinates)
    }
    let perplexity = Int(method.perplexity(forCount: embedding.count).rounded())
    return (coordinates, "t-SNE, perplexity \(perplexity)", [])
  }

  /// The two requested components, and their shares of the variance.
  ///
  /// One-dimensional vectors have a second component of zeros.
  private func components() throws -> (coordinates: [SIMD2<Double>], ratios: [Double]) {
    let (first, second) = options.components
    guard first >= 1, second >= 1, first != second else {
      throw ProjectionError(
        "components \(first) and \(second) are no axes: take two different ones, from 1")
    }
    let last = max(first, second)
    guard last <= max(2, embedding.dimensions) else {
      throw ProjectionError(
        "there is no component \(last): the vectors have \(embedding.dimensions)")
    }
    let count = min(embedding.dimensions, last)
    let components = try PrincipalComponents(
      of: embedding, count: count, threadCount: threadCount)
    let projected = try components.transform(embedding.vectors, threadCount: threadCount)
    let coordinates = (0..<embedding.count).map { row in
      func coordinate(_ component: Int) -> Double {
        component <= count ? Double(projected[row * count + component - 1]) : 0
      }
      return SIMD2(coordinate(first), coordinate(second))
    }
    let ratios = [first, second].map { component in
      component <= count ? components.explainedVarianceRatio[component - 1] : 0
    }
    return (coordinates, ratios)
  }

  /// The vectors relative to their mean; only their first components if there are many vectors.
  private func neighborVectors() throws -> (numbers: [Float], dimensions: Int) {
    let dimensions =
      embedding.count > Self.reducedCount
      ? min(embedding.dimensions, Self.reducedDimensions) : embedding.dimensions
    // A rotation preserves all distances.
    let components = try PrincipalComponents(
      of: embedding, count: dimensions, threadCount: threadCount)
    return (try components.transform(embedding.vectors, threadCount: threadCount), dimensions)
  }
}
