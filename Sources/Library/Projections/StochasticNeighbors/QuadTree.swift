/// A tree of squares over points in the plane, each with the center and the number of its points.
///
/// J. Barnes, P. Hut: A Hierarchical O(N log N) Force-Calculation Algorithm, Nature 1986. Each
/// square is stored directly before the squares within it, so that traversing the tree needs no
/// stack.
struct QuadTree: Sendable {
  /// A square, or a position of one or more points.
  private struct Cell: Sendable {
    var x: Float
    var y: Float
    var count: Float
    /// The square of its width; negative for a position, which has no cells within.
    var squaredWidth: Float
    /// The index of the cell after all cells of this square.
    var next: Int32
  }

  private static let largestDepth = 40

  private var cells: [Cell] = []
  /// The points in the order of the squares, so that neighbors in this order are near in the plane.
  private(set) var order: [Int32]

  /// Builds a tree.
  ///
  /// - Parameter points: The coordinates of the points, finite.
  /// - Complexity: O(*n* log *n*) unless many points are very close together.
  init(of points: [SIMD2<Float>]) {
    order = (0..<Int32(points.count)).map { $0 }
    guard let first = points.first else { return }
    var low = first
    var high = first
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    let width = max(1e-12, max(high.x - low.x, high.y - low.y)) * 1.00001
    cells.reserveCapacity(points.count * 2)
    unsafe points.withUnsafeBufferPointer { points in
      var scratch = order
      unsafe order.withUnsafeMutableBufferPointer { order in
        unsafe scratch.withUnsafeMutableBufferPointer { scratch in
          unsafe Self.build(
            &cells, order, scratch, 0..<order.count, points, corner: low, width: width, depth: 0)
        }
      }
    }
  }

  /// Appends the cells of a square that contains the points of a range of `order`.
  private static func build(
    _ cells: inout [Cell], _ order: UnsafeMutableBufferPointer<Int32>,
    _ scratch: UnsafeMutableBufferPointer<Int32>, _ range: Range<Int>,
    _ points: UnsafeBufferPointer<SIMD2<Float>>, corner: SIMD2<Float>, width: Float, depth: Int
  ) {
    // SAFETY: `order` and `scratch` hold numbers of points; ranges lie within them.
    var sum = SIMD2<Double>(0, 0)
    for index in range {
      let point = unsafe points[Int(order[index])]
      sum += SIMD2<Double>(Double(point.x), Double(point.y))
    }
    let count = Double(range.count)
    let place = cells.count
    let isPlace = range.count == 1 || depth == largestDepth
    let center =
      range.count == 1
      ? unsafe points[Int(order[range.lowerBound])]
      : SIMD2<Float>(Float(sum.x / count), Float(sum.y / count))
    cells.append(
      Cell(
        x: center.x, y: center.y, count: Float(count),
        squaredWidth: isPlace ? -1 : width * width, next: 0))
    if !isPlace {
      let half = width / 2
      let middle = corner + half
      var ends = (0, 0, 0, 0)
      for index in range {
        switch unsafe quadrant(points[Int(order[index])], middle) {
        case 0: ends.0 += 1
        case 1: ends.1 += 1
        case 2: ends.2 += 1
        default: ends.3 += 1
        }
      }
      let starts = [
        range.lowerBound, range.lowerBound + ends.0, range.lowerBound + ends.0 + ends.1,
        range.upperBound - ends.3, range.upperBound,
      ]
      var next = (starts[0], starts[1], starts[2], starts[3])
      for index in range {
        let point = unsafe order[index]
        switch unsafe quadrant(points[Int(point)], middle) {
        case 0:
          unsafe scratch[next.0] = point
          next.0 += 1
        case 1:
          unsafe scratch[next.1] = point
          next.1 += 1
        case 2:
          unsafe scratch[next.2] = point
          next.2 += 1
        default:
          unsafe scratch[next.3] = point
          next.3 += 1
        }
      }
      for index in range { unsafe order[index] = scratch[index] }
      for quadrant in 0..<4 where starts[quadrant] < starts[quadrant + 1] {
        let offset = SIMD2<Float>(
          quadrant & 1 == 0 ? 0 : half, quadrant & 2 == 0 ? 0 : half)
        unsafe build(
          &cells, order, scratch, starts[quadrant]..<starts[quadrant + 1], points,
          corner: corner + offset, width: half, depth: depth + 1)
      }
    }
    cells[place].next = Int32(cells.count)
  }

  private static func quadrant(_ point: SIMD2<Float>, _ middle: SIMD2<Float>) -> Int {
    (point.x >= middle.x ? 1 : 0) + (point.y >= middle.y ? 2 : 0)
  }

  /// The repulsion of a point by all others under the kernel 1 / (1 + distance²).
  ///
  /// - Parameters:
  ///   - point: One of the tree's points.
  ///   - squaredOpening: The square of the angle below which a square is treated as a whole.
  /// - Returns: The sum of the squared kernels times the offsets, and the sum of the kernels
  ///   including the point's own, which is 1.
  func repulsion(
    on point: SIMD2<Float>, squaredOpening: Float
  ) -> (force: SIMD2<Float>, kernelSum: Double) {
    var force = SIMD2<Float>(0, 0)
    var sum: Float = 0
    var total = 0.0
    unsafe cells.withUnsafeBufferPointer { cells in
      var index = 0
      while index < cells.count {
        // SAFETY: `index` only moves to cells after it, up to their number.
        let cell = unsafe cells[index]
        let offset = point - SIMD2<Float>(cell.x, cell.y)
        let squaredDistance = offset.x * offset.x + offset.y * offset.y
        if cell.squaredWidth < squaredOpening * squaredDistance || cell.squaredWidth < 0 {
          let kernel = 1 / (1 + squaredDistance)
          let weighted = cell.count * kernel
          sum += weighted
          force += offset * (weighted * kernel)
          index = Int(cell.next)
        } else {
          index &+= 1
        }
      }
      total = Double(sum)
    }
    return (force, total)
  }
}
