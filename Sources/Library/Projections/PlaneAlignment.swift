public import EmbeddingTables
public import Names
internal import SystemLibrary

/// Turns points of a plane such that they are close to earlier points with the same names.
///
/// The axes of principal components may only be mirrored and exchanged, so that they keep their
/// meaning; other points are also rotated and scaled, as in the orthogonal Procrustes problem (P.
/// H. Schönemann, Psychometrika 1966).
public struct PlaneAlignment: Sendable {
  /// How axes change: which one becomes the first, and the signs of both.
  public struct AxisChange: Equatable, Sendable {
    /// Whether the second axis becomes the first.
    public let isExchanged: Bool
    /// The factors, 1 or -1, of the new first and second coordinate.
    public let signs: SIMD2<Double>

    /// Applies the change to a point.
    ///
    /// - Parameter point: The point before the change.
    /// - Returns: The point after the change.
    public func callAsFunction(_ point: SIMD2<Double>) -> SIMD2<Double> {
      (isExchanged ? SIMD2(point.y, point.x) : point) * signs
    }
  }

  private let common: [(now: SIMD2<Double>, before: SIMD2<Double>)]
  private let centerNow: SIMD2<Double>
  private let centerBefore: SIMD2<Double>

  /// Compares points with earlier ones.
  ///
  /// - Parameters:
  ///   - coordinates: The current points.
  ///   - names: Their names, one per point.
  ///   - previous: The earlier points: two or more coordinates per name, of which the first two are
  ///     used.
  /// - Throws: `ProjectionError` if the numbers of points and names differ, if `previous` has fewer
  ///   than two coordinates per name, or if fewer than two names are in both.
  public init(
    _ coordinates: [SIMD2<Double>], names: NameList, previous: Embedding
  ) throws(ProjectionError) {
    guard coordinates.count == names.count else {
      throw ProjectionError("\(coordinates.count) points for \(names.count) names: give one a name")
    }
    guard previous.dimensions >= 2 else {
      throw ProjectionError(
        "the map to align with has \(previous.dimensions) coordinate a node, not 2")
    }
    common = coordinates.indices.compactMap { row in
      guard let place = previous.vector(named: names[row]), place.allSatisfy(\.isFinite) else {
        return nil
      }
      return (coordinates[row], SIMD2(Double(place[0]), Double(place[1])))
    }
    guard common.count >= 2 else {
      throw ProjectionError(
        "the map to align with has \(common.count) of the \(names.count) nodes: 2 are needed")
    }
    let scale = 1 / Double(common.count)
    centerNow = common.reduce(.zero) { $0 + $1.now } * scale
    centerBefore = common.reduce(.zero) { $0 + $1.before } * scale
  }

  /// The sums of products of current and earlier coordinates, relative to their centers.
  private var products: (xx: Double, xy: Double, yx: Double, yy: Double) {
    common.reduce(into: (xx: 0, xy: 0, yx: 0, yy: 0)) { sums, pair in
      let now = pair.now - centerNow
      let before = pair.before - centerBefore
      sums.xx += now.x * before.x
      sums.xy += now.x * before.y
      sums.yx += now.y * before.x
      sums.yy += now.y * before.y
    }
  }

  /// The change of axes that brings the points closest to the earlier ones.
  public var axisChange: AxisChange {
    let sums = products
    let kept = abs(sums.xx) + abs(sums.yy)
    let exchanged = abs(sums.yx) + abs(sums.xy)
    func sign(_ value: Double) -> Double { value < 0 ? -1 : 1 }
    return exchanged > kept
      ? AxisChange(isExchanged: true, signs: SIMD2(sign(sums.yx), sign(sums.xy)))
      : AxisChange(isExchanged: false, signs: SIMD2(sign(sums.xx), sign(sums.yy)))
  }

  /// Rotates, mirrors, scales and shifts points as it brings the compared points closest to the
  /// earlier ones.
  ///
  /// - Parameter coordinates: The points, in the coordinates of those that were compared.
  /// - Returns: The points, in the coordinates of the earlier ones.
  public func turned(_ coordinates: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let sums = products
    // The best rotation has the angle of the sum of all products as complex numbers; the best
    // rotation with a reflection has that of the products with the first factor conjugated.
    let turn = (cos: sums.xx + sums.yy, sin: sums.xy - sums.yx)
    let mirror = (cos: sums.xx - sums.yy, sin: sums.xy + sums.yx)
    let isMirrored = hypot(mirror.cos, mirror.sin) > hypot(turn.cos, turn.sin)
    let best = isMirrored ? mirror : turn
    let spread = common.reduce(0) { sum, pair in
      let now = pair.now - centerNow
      return sum + now.x * now.x + now.y * now.y
    }
    guard spread > 0 else { return coordinates }
    let (cosine, sine) = (best.cos / spread, best.sin / spread)
    return coordinates.map { place in
      var offset = place - centerNow
      if isMirrored { offset.y = -offset.y }
      return SIMD2(cosine * offset.x - sine * offset.y, sine * offset.x + cosine * offset.y)
        + centerBefore
    }
  }
}
