import Foundation
import Testing

@testable import NodeMaps

@Suite struct OutlineTests {
  @Test func `an area has an outline, and a hole in it has none`() {
    // Hills in a ring around an empty middle, and a lonely one.
    var grid = DensityGrid(over: Box(x: 0, y: 0, width: 300, height: 200), cell: 3)
    let ring = (0..<24).map { step in
      let angle = Double(step) / 24 * 2 * .pi
      return Point(x: 100 + 60 * cos(angle), y: 100 + 60 * sin(angle))
    }
    grid.addHills(at: ring + [Point(x: 250, y: 100)], radius: 8, joined: true)
    #expect(grid.contours(at: 0.22).count == 3)
    let outlines = grid.outlines(at: 0.22, step: 3)
    #expect(outlines.count == 2)
    #expect(outlines.allSatisfy { $0.count % 3 == 1 && $0.first == $0.last })
    // The lonely hill reaches 14 points from its top: some 600 square points.
    #expect(grid.outlines(at: 0.22, smallestArea: 300, step: 3).count == 2)
    #expect(grid.outlines(at: 0.22, smallestArea: 2000, step: 3).count == 1)
  }
}
