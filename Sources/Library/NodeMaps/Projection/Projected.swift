internal import EmbeddingTables

/// Vectors as places on a plane.
struct Projected: Sendable {
  var coordinates: [Point]
  /// How the places were found, for the subtitle.
  var method: String
  /// The axes' captions; empty where axes mean nothing.
  var axes: [String]

  /// Projects an embedding as options ask.
  init(_ embedding: Embedding, options: MapOptions) throws(MapError) {
    var (first, second) = options.components
    guard first >= 1, second >= 1, first != second else {
      throw MapError(
        "components \(first) and \(second) are no axes: take two different ones, from 1")
    }
    let count = min(embedding.dimensions, max(first, second))
    let components = try PrincipalComponents(
      of: embedding, count: count, threadCount: options.threadCount)
    guard max(first, second) <= max(2, embedding.dimensions) else {
      throw MapError(
        "there is no component \(max(first, second)): the vectors have \(embedding.dimensions)")
    }
    let projected = components.transform(embedding.vectors, threadCount: options.threadCount)
    coordinates = (0..<embedding.count).map { row in
      func coordinate(_ component: Int) -> Double {
        component <= count ? Double(projected[row * count + component - 1]) : 0
      }
      return Point(x: coordinate(first), y: coordinate(second))
    }
    guard options.projection == .pca else {
      self = try Self.neighborMap(of: embedding, from: coordinates, options: options)
      return
    }
    var ratios = [first, second].map {
      $0 <= count ? components.explainedVarianceRatio[$0 - 1] : 0
    }
    if let previous = options.previous {
      let change = try MapAlignment(coordinates, names: embedding.names, previous: previous)
        .axisChange
      coordinates = coordinates.map { place in
        let axes = change.isExchanged ? (place.y, place.x) : (place.x, place.y)
        return Point(x: axes.0 * change.signs.0, y: axes.1 * change.signs.1)
      }
      if change.isExchanged {
        (first, second) = (second, first)
        ratios.swapAt(0, 1)
      }
    }
    method = "PCA (\(PlainText.percent(ratios[0] + ratios[1])) of variance)"
    axes = zip([first, second], ratios).map { "PC\($0) · \(PlainText.percent($1))" }
  }

  /// The number of vectors from which on neighbors are searched for among fewer components.
  private static let reducedCount = 20_000
  private static let reducedDimensions = 50

  private init(coordinates: [Point], method: String) {
    self.coordinates = coordinates
    self.method = method
    axes = []
  }

  /// Places an embedding by t-SNE.
  private static func neighborMap(
    of embedding: Embedding, from start: [Point], options: MapOptions
  ) throws(MapError) -> Projected {
    var method = StochasticNeighborEmbedding()
    method.threadCount = options.threadCount
    if embedding.count > reducedCount {
      method.opening = 0.8
      method.roundCount = 500
    }
    let vectors = neighborVectors(of: embedding, options: options)
    let places = method.place(
      vectors.numbers, dimensions: vectors.dimensions,
      from: start.map { SIMD2(Float($0.x), Float($0.y)) })
    var coordinates = places.map { Point(x: Double($0.x), y: Double($0.y)) }
    if let previous = options.previous {
      coordinates = try MapAlignment(coordinates, names: embedding.names, previous: previous)
        .turned(coordinates)
    }
    let perplexity = Int(method.perplexity(forCount: embedding.count).rounded())
    return Projected(
      coordinates: coordinates,
      method: "t-SNE, perplexity \(perplexity)")
  }

  /// The vectors about their mean; of many, only their first components.
  private static func neighborVectors(
    of embedding: Embedding, options: MapOptions
  ) -> (numbers: [Float], dimensions: Int) {
    let dimensions = min(
      embedding.dimensions,
      embedding.count > reducedCount ? reducedDimensions : embedding.dimensions)
    // A rotation keeps all distances; that the components exist was shown before.
    guard
      let components = try? PrincipalComponents(
        of: embedding, count: dimensions, threadCount: options.threadCount)
    else { preconditionFailure("the components exist") }
    return (
      components.transform(embedding.vectors, threadCount: options.threadCount), dimensions
    )
  }
}
