import EmbeddingTables
import Foundation
import Names
import Testing

@testable import NodeMaps

@Suite struct ProjectionTests {
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

  @Test func `affinities are symmetric, sum to one and have the perplexity`() {
    let groups = (0..<200).map { $0 % 5 }
    let embedding = Samples.embedding(of: groups, names: NameList(count: 200))
    let vectors = Array(copying: embedding.vectors)
    let table = NeighborTable(
      of: vectors, dimensions: 8, count: 30, threadCount: 2)
    let affinities = Affinities(of: table, perplexity: 10, threadCount: 2)
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
    let embedding = Samples.embedding(of: groups, names: NameList(count: 600), dimensions: 16)
    func quality(_ projection: MapOptions.Projection) throws -> ProjectionQuality {
      var options = MapOptions()
      options.projection = projection
      let places = try NodeMap.places(of: embedding, options: options)
      let coordinates = (0..<places.count).flatMap { [places[$0][0], places[$0][1]] }
      return ProjectionQuality(of: coordinates, for: embedding)
    }
    let linear = try quality(.pca)
    let neighbors = try quality(.tsne)
    #expect(neighbors.trustworthiness > 0.97)
    #expect(neighbors.trustworthiness > linear.trustworthiness)
    #expect(neighbors.keptShare > linear.keptShare + 0.1)
    #expect(neighbors.continuity > 0.9)
  }

  @Test func `quality is that of scikit-learn and of plain counting`() {
    // scikit-learn 1.9: trustworthiness(x, y, n_neighbors=2) of these rows.
    let vectors: [Float] = [0, 1, 3, 6, 10, 15, 21, 28]
    let embedding = Embedding(names: NameList(count: 8), dimensions: 1, vectors: vectors)
    let kept = ProjectionQuality(
      of: vectors.flatMap { [$0, 0] }, for: embedding, neighborCount: 2)
    #expect(kept.trustworthiness == 1)
    #expect(kept.continuity == 1)
    #expect(kept.keptShare == 1)
    #expect(kept.strayRows == [])
    let shuffled: [Float] = [0, 10, 1, 28, 3, 21, 6, 15]
    let lost = ProjectionQuality(
      of: shuffled.flatMap { [$0, 0] }, for: embedding, neighborCount: 2)
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
    let embedding = Samples.embedding(of: groups, names: names)
    for projection in MapOptions.Projection.allCases {
      var options = MapOptions()
      options.projection = projection
      let before = try NodeMap.places(of: embedding, options: options)
      // The same places, mirrored and (where axes mean nothing) turned, as another run gives them.
      let turned = Embedding(
        names: names, dimensions: 2,
        vectors: (0..<120).flatMap { row -> [Float] in
          let x: Float = before[row][0]
          let y: Float = before[row][1]
          if projection == .pca { return [-y, x] }
          let turnedX: Float = x * 0.6 - y * 0.8
          let turnedY: Float = -x * 0.8 - y * 0.6
          return [turnedX, turnedY]
        })
      options.previous = turned
      let aligned = try NodeMap.places(of: embedding, options: options)
      for index in turned.vectors.indices {
        #expect(abs(aligned.vectors[index] - turned.vectors[index]) < 1e-2)
      }
    }
  }

  @Test func `a map of other nodes cannot be aligned with`() throws {
    let embedding = Samples.embedding(of: [0, 1, 0, 1], names: NameList(count: 4))
    var options = MapOptions()
    options.previous = Embedding(
      names: try #require(NameList(["0", "x"])), dimensions: 2, vectors: [0, 0, 1, 1])
    #expect(
      throws: MapError("the map to align with has 1 of the 4 nodes: 2 are needed")
    ) { try NodeMap.places(of: embedding, options: options) }
  }
}
