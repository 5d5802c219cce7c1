import EmbeddingTables
import Foundation
import Names
import SampleEmbeddings
import Testing

@testable import NodeMaps

/// How nodes far out come nearer.
@Suite struct OutlierCompressionTests {
  /// Points of a disc twice as wide as high, and some far out on all sides.
  static func cloud(farCount: Int = 20) -> [Point] {
    var random = SmallRandom(state: 11)
    var points: [Point] = []
    while points.count < 4000 - farCount {
      let (x, y) = (Double(random.next()) * 2 - 1, Double(random.next()) * 2 - 1)
      if x * x + y * y <= 1 { points.append(Point(x: 20 * x + 7, y: 10 * y - 3)) }
    }
    for index in 0..<farCount {
      let angle = Double(index) / Double(farCount) * 2 * .pi
      let distance = 2 + Double(index % 7) * 5
      points.append(Point(x: 20 * cos(angle) * distance + 7, y: 10 * sin(angle) * distance - 3))
    }
    return points
  }

  @Test func `the core stays as it is, and the farthest node comes to lie on the rim`() {
    let points = Self.cloud()
    let outliers = OutlierCompression(points)
    let moved = points.filter { outliers.place($0) != $0 }
    #expect(moved.count == outliers.movedCount)
    #expect(moved.count == 40)
    // Lengths in units of the cloud's own ellipse.
    let radii = points.map { point in
      let place = outliers.place(point)
      return Point(x: (place.x - 7) / 20, y: (place.y + 3) / 10).length
    }
    let farthest = radii.max() ?? 0
    #expect(farthest > 1.1 && farthest < 1.25)
  }

  @Test func `nodes keep their direction, and on one ray their order`() {
    let outliers = OutlierCompression(Self.cloud())
    let center = Point(x: 7, y: -3)
    for angle in stride(from: 0.1, to: 6.2, by: 0.3) {
      var last = 0.0
      for distance in stride(from: 1.0, to: 600, by: 3) {
        let offset = Point(x: cos(angle) * distance, y: sin(angle) * distance)
        let place = outliers.place(center + offset) - center
        #expect(place.length > last)
        last = place.length
        let turn = (place.x * offset.y - place.y * offset.x) / (place.length * offset.length)
        // The middle of the cloud is not exactly that of its ellipse.
        #expect(abs(turn) < 0.05)
      }
    }
  }

  @Test func `nodes as far out in any direction come to lie on one ellipse`() {
    let outliers = OutlierCompression(Self.cloud())
    let radii = stride(from: 0.0, to: 6.2, by: 0.2).map { angle in
      let place = outliers.place(Point(x: 7 + 400 * cos(angle), y: -3 + 200 * sin(angle)))
      return Point(x: (place.x - 7) / 20, y: (place.y + 3) / 10).length
    }
    #expect((radii.max() ?? 9) / (radii.min() ?? 1) < 1.03)
  }

  @Test func `small maps and maps without outliers are left alone`() {
    let compact = Self.cloud(farCount: 0)
    let small = Array(Self.cloud().suffix(300))
    let equal = [Point](repeating: Point(x: 1, y: 2), count: 500)
    for points in [compact, small, equal, []] {
      let outliers = OutlierCompression(points)
      #expect(outliers.movedCount == 0)
      #expect(points.allSatisfy { outliers.place($0) == $0 })
    }
  }

  @Test func `the caption counts the nodes that are drawn in`() throws {
    let points = Self.cloud()
    let scene = try NodeMap(
      Embedding(
        names: NameList(count: points.count), dimensions: 2,
        vectors: points.flatMap { [Float($0.x), Float($0.y)] })
    ).scene
    let captions = scene.captions.map(\.text).joined(separator: " · ")
    #expect(
      captions.contains(
        "The outermost 40 nodes are drawn in toward the others, the more the farther out they are"))
  }
}
