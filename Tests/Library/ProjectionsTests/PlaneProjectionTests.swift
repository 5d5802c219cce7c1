import EmbeddingTables
import Errors
import Foundation
import Names
import Synchronization
import SampleEmbeddings
import Testing

@testable import Projections

@Suite struct PlaneProjectionTests {
  @Test(arguments: [1.0, 0.5])
  func `the tree's repulsion is that of all pairs, within its opening`(opening: Double) {
    var random = SmallRandom(state: 9)
    var points = (0..<400).map { _ in SIMD2<Float>(random.next() * 20, random.next() * 8) }
    points[7] = points[8]
    let tree = QuadTree(of: points)
    #expect(tree.order.sorted() == (0..<400).map { Int32($0) })
    for point in stride(from: 0, to: 400, by: 13) {
      var force = SIMD2<Float>(0, 0)
      var sum = 0.0
      for other in points {
        let offset = points[point] - other
        let kernel = 1 / (1 + (offset * offset).sum())
        force += offset * (kernel * kernel)
        sum += Double(kernel)
      }
      let found = tree.repulsion(
        on: points[point], squaredOpening: Float(opening * opening))
      #expect(abs(found.kernelSum / sum - 1) < 0.08 * opening)
      let error = found.force - force
      #expect((error * error).sum().squareRoot() < Float(opening) * 0.6)
    }
    // Without opening it is exact.
    let exact = tree.repulsion(on: points[0], squaredOpening: 0)
    let expected = points.reduce(0.0) {
      let offset = points[0] - $1
      return $0 + Double(1 / (1 + (offset * offset).sum()))
    }
    #expect(abs(exact.kernelSum - expected) < 1e-3)
  }

  @Test func `affinities are symmetric and sum to one`() throws {
    let groups = (0..<200).map { $0 % 5 }
    let embedding = SampleEmbeddings.embedding(of: groups, names: NameList(count: 200))
    let vectors = Array(copying: embedding.vectors)
    let table = try NeighborTable(
      of: vectors, dimensions: 8, count: 30, threadCount: 2)
    let affinities = try Affinities(of: table, perplexity: 10, threadCount: 2)
    #expect(abs(affinities.values.reduce(0, +) - 1) < 1e-4)
    for row in 0..<200 {
      for index in affinities.offsets[row]..<affinities.offsets[row + 1] {
        let column = Int(affinities.columns[index])
        let back = (affinities.offsets[column]..<affinities.offsets[column + 1]).first {
          affinities.columns[$0] == Int32(row)
        }
        #expect(back.map { affinities.values[$0] == affinities.values[index] } == true)
      }
    }
  }

  @Test func `t-SNE keeps more neighbors than two principal components, and separates groups`()
    throws
  {
    let groups = (0..<600).map { $0 % 12 }
    let embedding = SampleEmbeddings.embedding(
      of: groups, names: NameList(count: 600), dimensions: 16)
    func quality(_ method: PlaneProjection.Method) throws -> ProjectionQuality {
      var options = PlaneProjection.Options()
      options.method = method
      let projection = try PlaneProjection(of: embedding, options: options)
      return try ProjectionQuality(of: projection.coordinates, for: embedding)
    }
    let linear = try quality(.pca)
    let neighbors = try quality(.tsne)
    #expect(neighbors.trustworthiness > 0.97)
    #expect(neighbors.trustworthiness > linear.trustworthiness)
    #expect(neighbors.keptShare > linear.keptShare + 0.1)
    #expect(neighbors.continuity > 0.9)
  }

  @Test func `quality is that of scikit-learn and of plain counting`() throws {
    // scikit-learn 1.9: trustworthiness(x, y, n_neighbors=2) of these rows.
    let vectors: [Float] = [0, 1, 3, 6, 10, 15, 21, 28]
    let embedding = Embedding(names: NameList(count: 8), dimensions: 1, vectors: vectors)
    let kept = try ProjectionQuality(
      of: vectors.map { SIMD2(Double($0), 0) }, for: embedding, neighborCount: 2)
    #expect(kept.trustworthiness == 1)
    #expect(kept.continuity == 1)
    #expect(kept.keptShare == 1)
    #expect(kept.strayRows == [])
    let shuffled: [Float] = [0, 10, 1, 28, 3, 21, 6, 15]
    let lost = try ProjectionQuality(
      of: shuffled.map { SIMD2(Double($0), 0) }, for: embedding, neighborCount: 2)
    #expect(abs(lost.trustworthiness - Self.trustworthiness(vectors, shuffled)) < 1e-9)
    #expect(abs(lost.continuity - Self.trustworthiness(shuffled, vectors)) < 1e-9)
  }

  /// The definition, word for word, for points on a line and two neighbors.
  private static func trustworthiness(_ before: [Float], _ after: [Float]) -> Double {
    let count = before.count
    func order(_ values: [Float], from row: Int) -> [Int] {
      (0..<count).filter { $0 != row }.sorted {
        let distances = (abs(values[$0] - values[row]), abs(values[$1] - values[row]))
        return distances.0 == distances.1 ? $0 < $1 : distances.0 < distances.1
      }
    }
    var sum = 0
    for row in 0..<count {
      let ranks = order(before, from: row)
      for other in order(after, from: row).prefix(2) where !ranks.prefix(2).contains(other) {
        sum += (ranks.firstIndex(of: other) ?? 0) + 1 - 2
      }
    }
    let scale: Double = 2 / Double(count * 2 * (2 * count - 7))
    return 1 - scale * Double(sum)
  }

  @Test func `an aligned map lies where the map before lay`() throws {
    let groups = (0..<120).map { $0 % 4 }
    let names = NameList(count: 120)
    let embedding = SampleEmbeddings.embedding(of: groups, names: names)
    for method in PlaneProjection.Method.allCases {
      var options = PlaneProjection.Options()
      options.method = method
      let before = try PlaneProjection(of: embedding, options: options).embedding
      // The same places, mirrored and (where axes mean nothing) turned, as another run gives them.
      let turned = Embedding(
        names: names, dimensions: 2,
        vectors: (0..<120).flatMap { row -> [Float] in
          let x: Float = before[row][0]
          let y: Float = before[row][1]
          if method == .pca { return [-y, x] }
          let turnedX: Float = x * 0.6 - y * 0.8
          let turnedY: Float = -x * 0.8 - y * 0.6
          return [turnedX, turnedY]
        })
      options.previous = turned
      let aligned = try PlaneProjection(of: embedding, options: options).embedding
      for index in turned.vectors.indices {
        #expect(abs(aligned.vectors[index] - turned.vectors[index]) < 1e-2)
      }
    }
  }

  @Test func `a map of other nodes cannot be aligned with`() throws {
    let embedding = SampleEmbeddings.embedding(of: [0, 1, 0, 1], names: NameList(count: 4))
    var options = PlaneProjection.Options()
    options.previous = Embedding(
      names: try #require(NameList(["0", "x"])), dimensions: 2, vectors: [0, 0, 1, 1])
    #expect(
      throws: ProjectionError("the map to align with has 1 of the 4 nodes: 2 are needed")
    ) { try PlaneProjection(of: embedding, options: options) }
  }

  @Test func `wrong options are refused with what would be right`() throws {
    let embedding = SampleEmbeddings.embedding(of: [0, 1, 0, 1], names: NameList(count: 4))
    var options = PlaneProjection.Options()
    options.method = .tsne
    for perplexity in [0.5, -1, .nan, .infinity] {
      options.perplexity = perplexity
      #expect(
        throws: OptionError(
          option: "perplexity", value: "\(perplexity)", accepted: "at least 1")
      ) { try PlaneProjection(of: embedding, options: options) }
    }
    options.perplexity = 30
    #expect(throws: OptionError(option: "threadCount", value: "0", accepted: "at least 1")) {
      try PlaneProjection(of: embedding, options: options, threadCount: 0)
    }
    options.components = (1, .max)
    #expect(throws: ProjectionError("there is no component \(Int.max): the vectors have 8")) {
      try PlaneProjection(of: embedding, options: options)
    }
  }

  @Test func `vectors and points that do not fit together are refused`() throws {
    let method = StochasticNeighborEmbedding()
    let start: [SIMD2<Float>] = [SIMD2(0, 0), SIMD2(1, 0)]
    #expect(throws: ProjectionError.self) {
      try method.place([1, 2, 3], dimensions: 2, from: start)
    }
    #expect(throws: ProjectionError.self) {
      try method.place([1, 2], dimensions: 2, from: [SIMD2(0, 0)])
    }
    #expect(throws: ProjectionError.self) {
      try method.place([1, 2, .nan, 4], dimensions: 2, from: start)
    }
    #expect(throws: OptionError.self) { try method.place([], dimensions: 0, from: start) }
    let embedding = SampleEmbeddings.embedding(of: [0, 1, 0, 1], names: NameList(count: 4))
    #expect(throws: ProjectionError("1 points for 4 vectors: give one a vector")) {
      try ProjectionQuality(of: [.zero], for: embedding)
    }
    #expect(throws: OptionError.self) {
      try ProjectionQuality(
        of: [.zero, .zero, .zero, .zero], for: embedding, neighborCount: 0)
    }
    #expect(throws: ProjectionError("1 points for 4 names: give one a name")) {
      try PlaneAlignment([.zero], names: NameList(count: 4), previous: embedding)
    }
  }

  @Test func `an awaited projection is the same, and tells of all of its rounds`() async throws {
    let embedding = SampleEmbeddings.embedding(
      of: (0..<60).map { $0 % 3 }, names: NameList(count: 60))
    var options = PlaneProjection.Options()
    options.method = .tsne
    let told = Mutex<[ProjectionProgress]>([])
    let awaited = try await PlaneProjection(of: embedding, options: options) { progress in
      told.withLock { $0.append(progress) }
    }
    let blocking = try { try PlaneProjection(of: embedding, options: options, threadCount: 1) }()
    #expect(awaited.coordinates == blocking.coordinates)
    let rounds = told.withLock { $0.filter { $0.stage == .rounds } }
    #expect(rounds.map(\.completedCount) == Array(1...1000))
    #expect(rounds.allSatisfy { $0.totalCount == 1000 })
    #expect(told.withLock { $0.first?.stage } == .neighbors)
  }

  @Test(arguments: [ProjectionProgress.Stage.neighbors, .rounds])
  func `a canceled projection ends without places`(
    stage: ProjectionProgress.Stage
  ) async throws {
    let embedding = SampleEmbeddings.embedding(
      of: (0..<400).map { $0 % 3 }, names: NameList(count: 400))
    var options = PlaneProjection.Options()
    options.method = .tsne
    let (reached, continuation) = AsyncStream<Void>.makeStream()
    let task = Task { [options] in
      try await PlaneProjection(of: embedding, options: options) { progress in
        if progress.stage == stage { continuation.yield() }
      }
    }
    for await _ in reached { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `quality and components see that their task is canceled`() async throws {
    let embedding = SampleEmbeddings.embedding(of: [0, 1, 0, 1], names: NameList(count: 4))
    let places = [SIMD2<Double>](repeating: .zero, count: 4)
    let task = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      #expect(throws: CancellationError.self) {
        try ProjectionQuality(of: places, for: embedding)
      }
      #expect(throws: CancellationError.self) { try PrincipalComponents(of: embedding) }
    }
    await task.value
  }
}
