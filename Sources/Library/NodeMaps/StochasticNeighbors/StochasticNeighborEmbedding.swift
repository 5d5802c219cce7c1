internal import Parallel

/// Places points on a plane such that near vectors are near points: t-SNE.
///
/// L. van der Maaten, G. Hinton: Visualizing Data using t-SNE, JMLR 2008; L. van der Maaten:
/// Accelerating t-SNE using Tree-Based Algorithms, JMLR 2014. As in openTSNE, the points start at
/// their first two principal components and the learning rate is the number of points divided by
/// the exaggeration (D. Kobak, P. Berens, Nature Communications 2019; A. Belkina et al., same).
struct StochasticNeighborEmbedding: Sendable {
  /// The effective number of neighbors of a point.
  var perplexity = 30.0
  /// How many times stronger the attraction is at first.
  var exaggeration: Float = 12
  /// The number of rounds with exaggeration, and after it.
  var exaggeratedRoundCount = 250
  var roundCount = 750
  /// The angle under which a square of points is looked at as a whole.
  var opening: Float = 0.5
  var threadCount = 1

  /// The number of points whose forces are computed as one piece of work.
  private static let blockSize = 256

  /// The perplexity that is used for a number of points: no more than a third of them.
  func perplexity(forCount count: Int) -> Double {
    max(1, min(perplexity, Double(count - 1) / 3))
  }

  /// Places points.
  ///
  /// - Parameters:
  ///   - vectors: `rowCount` × `dimensions` numbers, finite, at least 2 rows.
  ///   - dimensions: The number of components.
  ///   - start: Two coordinates a row; their scale plays no part.
  /// - Returns: Two coordinates a row: the same for every number of threads.
  /// - Complexity: O(*n*² · *d*) for the neighbors, O(*n* log *n*) a round.
  func place(_ vectors: [Float], dimensions: Int, from start: [SIMD2<Float>]) -> [SIMD2<Float>] {
    let count = start.count
    let perplexity = perplexity(forCount: count)
    let neighborCount = max(1, min(count - 1, Int(3 * perplexity)))
    let table = NeighborTable(
      of: vectors, dimensions: dimensions, count: neighborCount, threadCount: threadCount)
    let affinities = Affinities(of: table, perplexity: perplexity, threadCount: threadCount)
    var state = State(start: Self.scaled(start, to: 1e-4))
    for round in 0..<exaggeratedRoundCount + roundCount {
      let isExaggerated = round < exaggeratedRoundCount
      let forces = forces(
        on: state.points, affinities, exaggeration: isExaggerated ? exaggeration : 1)
      state.move(
        along: forces, rate: max(200, Float(count) / exaggeration),
        momentum: isExaggerated ? 0.5 : 0.8)
    }
    return state.points
  }

  /// The forces on all points: attraction to neighbors less repulsion from all.
  private func forces(
    on points: [SIMD2<Float>], _ affinities: Affinities, exaggeration: Float
  ) -> [SIMD2<Float>] {
    let tree = QuadTree(of: points)
    let blockCount = (points.count + Self.blockSize - 1) / Self.blockSize
    let blocks = concurrentMap(blockCount, threadCount: threadCount) { block in
      let range = block * Self.blockSize..<min(points.count, (block + 1) * Self.blockSize)
      return Forces(
        on: tree.order[range], points, affinities, tree, squaredOpening: opening * opening,
        exaggeration: exaggeration)
    }
    // A point's kernel with itself is no repulsion.
    let kernelSum = blocks.reduce(-Double(points.count)) { $0 + $1.kernelSum }
    let scale = Float(1 / max(1e-12, kernelSum))
    var forces = [SIMD2<Float>](repeating: SIMD2(0, 0), count: points.count)
    for (block, part) in blocks.enumerated() {
      for index in part.attraction.indices {
        let point = Int(tree.order[block * Self.blockSize + index])
        forces[point] = part.attraction[index] - part.repulsion[index] * scale
      }
    }
    return forces
  }

  /// Points moved to the origin and scaled to a standard deviation along the first axis.
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
      // Equal vectors would never part: each start is moved by a ten-thousandth of the spread.
      let angle = Double(index &* 2_654_435_761 & 0xffff) / 65_536
      let nudge = SIMD2<Double>(angle - 0.5, (angle * 7).truncatingRemainder(dividingBy: 1) - 0.5)
      let place = (SIMD2<Double>(point) - mean) * scale + nudge * deviation * 1e-4
      return SIMD2<Float>(Float(place.x), Float(place.y))
    }
  }
}

/// The forces on a few points, before the repulsion is scaled by the sum over all.
private struct Forces: Sendable {
  var attraction: [SIMD2<Float>] = []
  var repulsion: [SIMD2<Float>] = []
  var kernelSum = 0.0

  init(
    on rows: ArraySlice<Int32>, _ points: [SIMD2<Float>], _ affinities: Affinities,
    _ tree: QuadTree, squaredOpening: Float, exaggeration: Float
  ) {
    attraction.reserveCapacity(rows.count)
    repulsion.reserveCapacity(rows.count)
    for row in rows {
      let point = points[Int(row)]
      let pushed = tree.repulsion(on: point, squaredOpening: squaredOpening)
      repulsion.append(pushed.force)
      kernelSum += pushed.kernelSum
      var pull = SIMD2<Float>(0, 0)
      unsafe points.withUnsafeBufferPointer { points in
        for index in affinities.offsets[Int(row)]..<affinities.offsets[Int(row) + 1] {
          // SAFETY: columns are numbers of points.
          let offset = unsafe points[Int(affinities.columns[index])] - point
          let squaredDistance = offset.x * offset.x + offset.y * offset.y
          pull += offset * (affinities.values[index] / (1 + squaredDistance))
        }
      }
      attraction.append(pull * -exaggeration)
    }
  }
}

/// Points under way: their places, speeds and step sizes.
private struct State {
  var points: [SIMD2<Float>]
  private var speeds: [SIMD2<Float>]
  private var gains: [SIMD2<Float>]

  init(start: [SIMD2<Float>]) {
    points = start
    speeds = [SIMD2<Float>](repeating: SIMD2(0, 0), count: start.count)
    gains = [SIMD2<Float>](repeating: SIMD2(1, 1), count: start.count)
  }

  /// Moves the points against a gradient, with momentum and a gain for each coordinate that grows
  /// as long as it keeps its direction.
  mutating func move(along gradient: [SIMD2<Float>], rate: Float, momentum: Float) {
    var mean = SIMD2<Double>(0, 0)
    for index in points.indices {
      let turned = (gradient[index] * speeds[index]) .> SIMD2<Float>(0, 0)
      let grown = gains[index] + 0.2
      gains[index] = grown.replacing(with: gains[index] * 0.8, where: turned)
      gains[index] = pointwiseMax(gains[index], SIMD2(0.01, 0.01))
      speeds[index] = speeds[index] * momentum - gradient[index] * gains[index] * rate
      // No point jumps: a crowd at the start would fly apart.
      let length = (speeds[index].x * speeds[index].x + speeds[index].y * speeds[index].y)
        .squareRoot()
      if length > 5 { speeds[index] *= 5 / length }
      points[index] += speeds[index]
      mean += SIMD2<Double>(points[index])
    }
    mean /= Double(points.count)
    let shift = SIMD2<Float>(Float(mean.x), Float(mean.y))
    for index in points.indices { points[index] -= shift }
  }
}
