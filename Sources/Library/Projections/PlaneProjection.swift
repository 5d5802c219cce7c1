public import EmbeddingTables
internal import Errors
public import Names
public import Parallel
internal import Text

/// Vectors as points of a plane.
///
/// ```swift
/// let projection = try PlaneProjection(of: embedding)
/// print(projection.method)  // PCA (41.7 % of variance)
/// ```
public struct PlaneProjection: Sendable {
  /// How vectors become points.
  public enum Method: String, CaseIterable, Sendable {
    /// Principal components: a linear view, whose axes and distances mean something.
    case pca
    /// t-SNE: keeps neighbors together; only near distances mean something.
    case tsne
  }

  /// How vectors become points, and where the points shall lie.
  public struct Options: Sendable {
    /// How vectors become points.
    public var method = Method.pca
    /// The principal components that are the axes, counted from 1; t-SNE starts from them.
    public var components = (1, 2)
    /// The effective number of neighbors of a point in t-SNE, at least 1; where it is more than a
    /// third of the points, that third is taken.
    public var perplexity = 30.0
    /// Points from before, two coordinates a name, that the projection is turned to: nodes stay
    /// where they were when an embedding is trained again.
    public var previous: Embedding?

    /// Creates the default options.
    public init() {}
  }

  /// The names of the points.
  public let names: NameList
  /// The points, one a vector.
  public let coordinates: [SIMD2<Double>]
  /// How the points were found, in words: "PCA (41.7 % of variance)".
  public let method: String
  /// What the two axes are, in words; empty where they mean nothing.
  public let axes: [String]

  /// Projects an embedding.
  ///
  /// The work ends early when it runs in a task that is canceled.
  ///
  /// - Parameters:
  ///   - embedding: The vectors, two or more.
  ///   - options: How vectors become points.
  ///   - threadCount: The largest number of threads; it does not change the result.
  ///   - progress: Is told how far t-SNE has come.
  /// - Throws: `ProjectionError` when a vector has a number that is not finite, when there are too
  ///   few vectors or no such components, or when the points cannot be aligned with those before;
  ///   `OptionError` for a perplexity or a number of threads below 1; `CancellationError` when the
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

  /// Projects an embedding without blocking the task that awaits it.
  ///
  /// - Parameters:
  ///   - embedding: The vectors, two or more.
  ///   - options: How vectors become points.
  ///   - threadCount: The largest number of threads; it does not change the result.
  ///   - progress: Is told how far t-SNE has come.
  /// - Throws: What the other initializer throws; `CancellationError` within a tenth of a second of
  ///   the task's cancellation, except while eigenvectors of more than some 500 dimensions are
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

  /// The points as an embedding of two dimensions, such as `Options.previous` takes.
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

  /// The number of vectors from which on neighbors are searched for among fewer components.
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
      // What cannot be aligned is refused before the long work, not after it.
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

  /// The two components that are asked for, and their shares of the variance.
  ///
  /// Vectors of one dimension have a second component of zeros.
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

  /// The vectors about their mean; of many, only their first components.
  private func neighborVectors() throws -> (numbers: [Float], dimensions: Int) {
    let dimensions =
      embedding.count > Self.reducedCount
      ? min(embedding.dimensions, Self.reducedDimensions) : embedding.dimensions
    // A rotation keeps all distances.
    let components = try PrincipalComponents(
      of: embedding, count: dimensions, threadCount: threadCount)
    return (try components.transform(embedding.vectors, threadCount: threadCount), dimensions)
  }
}
