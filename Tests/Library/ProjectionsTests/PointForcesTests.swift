import SampleEmbeddings
import SystemLibrary
import Testing

@testable import Projections

@Suite struct PointForcesTests {
  static let count = 12

  /// Points at random places within a square.
  static func points(seed: UInt64, width: Float) -> [SIMD2<Float>] {
    var random = SmallRandom(state: seed)
    return (0..<count).map { _ in SIMD2(random.next() * width, random.next() * width) }
  }

  static let affinities = {
    let vectors = points(seed: 4, width: 1).flatMap { [$0.x, $0.y] }
    let table = try? NeighborTable(
      of: vectors, dimensions: 2, count: count - 1, threadCount: 1, progress: { _ in })
    return table.flatMap { try? Affinities(of: $0, perplexity: 3, threadCount: 1) }
  }()

  /// The affinity of each two points, with a factor.
  static func matrix(_ affinities: Affinities, factor: Double) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<count {
      for index in affinities.offsets[row]..<affinities.offsets[row + 1] {
        matrix[row][Int(affinities.columns[index])] += Double(affinities.values[index]) * factor
      }
    }
    return matrix
  }

  /// The part of the loss that depends on the places: −Σ *p* ln *q*, where *q* is 1 / (1 + *d*²)
  /// over its sum, and the factor of *p* does not change what *q* is compared with.
  static func loss(_ affinities: [[Double]], _ places: [SIMD2<Double>]) -> Double {
    var kernelSum = 0.0
    var attraction = 0.0
    for first in 0..<count {
      for second in 0..<count where second != first {
        let offset = places[first] - places[second]
        let kernel = 1 / (1 + (offset * offset).sum())
        kernelSum += kernel
        attraction -= affinities[first][second] * log(kernel)
      }
    }
    return attraction + log(kernelSum)
  }

  @Test(arguments: [1, 12] as [Float], [0.5, 4, 30] as [Float])
  func `forces are a quarter of the slope of the loss`(exaggeration: Float, width: Float) throws {
    let affinities = try #require(Self.affinities)
    let points = Self.points(seed: 7, width: width)
    let forces = try PointForces(
      affinities: affinities, exaggeration: exaggeration, opening: 0, threadCount: 2
    ).forces(on: points)
    let matrix = Self.matrix(affinities, factor: Double(exaggeration))
    let places = points.map { SIMD2<Double>($0) }
    var largestError = 0.0
    for point in 0..<Self.count {
      for axis in 0..<2 {
        var above = places
        var below = places
        above[point][axis] += 1e-5
        below[point][axis] -= 1e-5
        let slope = (Self.loss(matrix, above) - Self.loss(matrix, below)) / 2e-5
        largestError = max(largestError, abs(4 * Double(forces[point][axis]) - slope))
      }
    }
    #expect(largestError < 1e-5 * Double(exaggeration))
  }

  @Test(arguments: [(0, 1), (1, 12)] as [(Int, Float)])
  func `attraction is exaggerated in the first rounds, and only there`(
    exaggeratedRoundCount: Int, factor: Float
  ) throws {
    var method = StochasticNeighborEmbedding()
    method.perplexity = 3
    method.opening = 0
    method.exaggeratedRoundCount = 0
    method.roundCount = 0
    let vectors = Self.points(seed: 4, width: 1).flatMap { [$0.x, $0.y] }
    func places() throws -> [SIMD2<Float>] {
      try method.place(
        vectors, dimensions: 2, from: Self.points(seed: 7, width: 1), threadCount: 1)
    }
    let start = try places()
    method.exaggeratedRoundCount = exaggeratedRoundCount
    method.roundCount = 1 - exaggeratedRoundCount
    let end = try places()
    let table = try NeighborTable(
      of: vectors, dimensions: 2, count: 9, threadCount: 1, progress: { _ in })
    let forces = try PointForces(
      affinities: try Affinities(of: table, perplexity: 3, threadCount: 1), exaggeration: factor,
      opening: 0, threadCount: 1
    ).forces(on: start)
    // A first step is the rate, 200, with a gain of 1.2, against the forces; they sum to 0.
    let error = zip(end, zip(start, forces)).map { end, before in
      let expected = before.0 - before.1 * 240
      return max(abs(end.x - expected.x), abs(end.y - expected.y))
    }.max()
    #expect(error ?? .infinity < 1e-6)
  }
}
