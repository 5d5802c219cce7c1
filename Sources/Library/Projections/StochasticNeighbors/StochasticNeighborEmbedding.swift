internal import Errors
public import Parallel

/// Places points on a plane such that near vectors become near points: t-SNE.
///
/// L. van der Maaten, G. Hinton: Visualizing Data using t-SNE, JMLR 2008; L. van der Maaten:
/// Accelerating t-SNE using Tree-Based Algorithms, JMLR 2014. As in openTSNE, the points start at
/// their first two principal components and the learning rate is the number of points divided by
/// the exaggeration (D. Kobak, P. Berens, Nature Communications 2019; A. Belkina et al., same).
public struct StochasticNeighborEmbedding: Sendable {
  /// The effective number of neighbors of a point, at least 1; it is limited to a third of the
  /// number of points.
  public var perplexity = 30.0
  /// The factor by which attraction is stronger at first, more than 0.
  public var exaggeration: Float = 12
  /// The number of rounds with exaggeration.
  public var exaggeratedRoundCount = 250
  /// The number of rounds after those.
  public var roundCount = 750
  /// The angle, in radians, below which a square of points is treated as a whole; 0 treats each
  /// point by itself.
  public var opening: Float = 0.5

  /// Creates the default settings.
  public init() {}

  /// The perplexity used for a number of points: at most a third of them.
  public func perplexity(forCount count: Int) -> Double {
    max(1, min(perplexity, Double(count - 1) / 3))
  }

  /// Checks the settings.
  ///
  /// - Throws: `OptionError` for the first that is out of range.
  func validate() throws(OptionError) {
    try OptionError.require(
      perplexity >= 1 && perplexity.isFinite, "perplexity", perplexity, "at least 1")
    try OptionError.require(
      exaggeration > 0 && exaggeration.isFinite, "exaggeration", exaggeration, "more than 0")
    try OptionError.require(
      exaggeratedRoundCount >= 0, "exaggeratedRoundCount", exaggeratedRoundCount, "at least 0")
    try OptionError.require(roundCount >= 0, "roundCount", roundCount, "at least 0")
    try OptionError.require(
      opening >= 0 && opening.isFinite, "opening", opening, "at least 0")
  }

  /// Places points.
  ///
  /// The work stops early if the current task is canceled.
  ///
  /// - Parameters:
  ///   - vectors: *n* × `dimensions` finite numbers, at least 2 rows.
  ///   - dimensions: The number of components.
  ///   - start: Two finite coordinates per row; their scale does not matter.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of the work.
  /// - Returns: Two coordinates per row.
  /// - Throws: `OptionError` for a setting out of range; `ProjectionError` if there are fewer than
  ///   2 points, if the arrays do not match or a number is not finite; `CancellationError` if the
  ///   current task is canceled.
  /// - Complexity: O(*n*² · *d*) for the neighbors, O(*n* log *n*) per round.
  public func place(
    _ vectors: [Float], dimensions: Int, from start: [SIMD2<Float>],
    threadCount: Int = processorCount, progress: @escaping ProjectionProgress.Report = { _ in }
  ) throws -> [SIMD2<Float>] {
    try validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    try OptionError.require(dimensions >= 1, "dimensions", dimensions, "at least 1")
    let count = start.count
    guard count >= 2, vectors.count / dimensions == count, vectors.count % dimensions == 0 else {
      throw ProjectionError(
        "\(vectors.count) numbers are not \(count) vectors of \(dimensions) dimensions, 2 or more")
    }
    guard vectors.allSatisfy(\.isFinite), start.allSatisfy({ $0.x.isFinite && $0.y.isFinite })
    else {
      throw ProjectionError("the vectors or the first places have numbers that are not finite")
    }
    let perplexity = perplexity(forCount: count)
    let neighborCount = max(1, min(count - 1, Int(3 * perplexity)))
    let table = try NeighborTable(
      of: vectors, dimensions: dimensions, count: neighborCount, threadCount: threadCount,
      progress: progress)
    let affinities = try Affinities(
      of: table, perplexity: perplexity, threadCount: threadCount)
    var state = MovingPoints(start: Self.scaled(start, to: 1e-4))
    let (totalCount, overflows) = exaggeratedRoundCount.addingReportingOverflow(roundCount)
    for round in 0..<(overflows ? Int.max : totalCount) {
      let isExaggerated = round < exaggeratedRoundCount
      let forces = try PointForces(
        affinities: affinities, exaggeration: isExaggerated ? exaggeration : 1, opening: opening,
        threadCount: threadCount
      ).forces(on: state.points)
      state.move(
        along: forces, rate: max(200, Float(count) / exaggeration),
        momentum: isExaggerated ? 0.5 : 0.8)
      progress(
        ProjectionProgress(stage: .rounds, completedCount: round + 1, totalCount: totalCount))
    }
    return state.points
  }

  /// Places points asynchronously.
  ///
  /// - Parameters:
  ///   - vectors: *n* × `dimensions` finite numbers, at least 2 rows.
  ///   - dimensions: The number of components.
  ///   - start: Two finite coordinates per row; their scale does not matter.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of the work.
  /// - Returns: Two coordinates per row.
  /// - Throws: What the other method throws; `CancellationError` within a tenth of a second of the
  ///   task's cancellation.
  public func place(
    _ vectors: [Float], dimensions: Int, from start: [SIMD2<Float>],
    threadCount: Int = processorCount, progress: @escaping ProjectionProgress.Report = { _ in }
  ) async throws -> [SIMD2<Float>] {
    try await awaited {
      try place(
        vectors, dimensions: dimensions, from: start, threadCount: threadCount, progress: progress)
    }
  }

  /// Points shifted to the origin and scaled to a given standard deviation along the first axis.
  private static func scaled(_ points: [SIMD2<Float>], to deviation: Double) -> [SIMD2<Float>] {
    var mean = SIMD2<Double>(0, 0)
    for point in points { mean += SIMD2<Double>(point) }
    mean /= Double(points.count)
    var variance = 0.0
    for point in points {
      let offset = Double(point.x) - mean.x
      variance += offset * offset
    }
    variance /= Double(points.count)
    let scale = variance > 0 ? deviation / variance.squareRoot() : 1
    return points.enumerated().map { index, point in
      // Equal vectors would never separate: each start is moved by a ten-thousandth of the spread.
      let angle = Double(index &* 2_654_435_761 & 0xffff) / 65_536
      let nudge = SIMD2<Double>(angle - 0.5, (angle * 7).truncatingRemainder(dividingBy: 1) - 0.5)
      let place = (SIMD2<Double>(point) - mean) * scale + nudge * deviation * 1e-4
      return SIMD2<Float>(Float(place.x), Float(place.y))
    }
  }
}
