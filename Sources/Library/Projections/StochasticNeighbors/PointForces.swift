internal import Algorithms
internal import Parallel

/// The forces between points in the plane: a quarter of the gradient of t-SNE's loss.
///
/// L. van der Maaten, G. Hinton: Visualizing Data using t-SNE, JMLR 2008, appendix A.
struct PointForces: Sendable {
  let affinities: Affinities
  /// The factor of the attraction.
  let exaggeration: Float
  /// The angle, in radians, below which a square of points is treated as a whole.
  let opening: Float
  /// The maximum number of threads; it does not change the forces.
  let threadCount: Int

  /// The number of points whose forces are computed as one piece of work.
  private static let blockSize = 256

  /// Computes the forces on all points: attraction to neighbors minus repulsion from all.
  ///
  /// - Parameter points: As many points as the affinities have.
  /// - Returns: One force per point.
  /// - Throws: `CancellationError` if the current task is canceled.
  func forces(on points: [SIMD2<Float>]) throws(CancellationError) -> [SIMD2<Float>] {
    let tree = QuadTree(of: points)
    let blockCount = points.count.dividedRoundingUp(by: Self.blockSize)
    let blocks = try concurrentMapOrCancelled(blockCount, threadCount: threadCount) { block in
      Parts(
        on: tree.order[points.indices.chunk(block, ofSize: Self.blockSize)], points, affinities,
        tree, squaredOpening: opening * opening, exaggeration: exaggeration)
    }
    // A point's kernel with itself is not a repulsion.
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
}

/// The forces on a few points, before the repulsion is scaled by the sum over all.
private struct Parts: Sendable {
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
