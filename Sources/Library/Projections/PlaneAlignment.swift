public import EmbeddingTables
public import Names
internal import SystemLibrary

/// Turns points of a plane such that they lie where points of the same names lay before.
///
/// The axes of principal components may only be mirrored and exchanged, so that they keep their
/// meaning; other points are also turned and scaled, as in the orthogonal Procrustes problem
/// (P. H. Schönemann, Psychometrika 1966).
public struct PlaneAlignment: Sendable {
  /// How axes change: which one becomes the first, and the signs of both.
  public struct AxisChange: Equatable, Sendable {
    /// Whether the second axis becomes the first.
    public let isExchanged: Bool
    /// The factors, 1 or -1, of the new first and second coordinate.
    public let signs: SIMD2<Double>

    /// A point after the change.
    ///
    /// - Parameter point: The point before it.
    /// - Returns: The point after it.
    public func callAsFunction(_ point: SIMD2<Double>) -> SIMD2<Double> {
      (isExchanged ? SIMD2(point.y, point.x) : point) * signs
    }
  }

  private let common: [(now: SIMD2<Double>, before: SIMD2<Double>)]
  private let centerNow: SIMD2<Double>
  private let centerBefore: SIMD2<Double>

  /// Compares points with those before.
  ///
  /// - Parameters:
  ///   - coordinates: The points now.
  ///   - names: Their names, one a point.
  ///   - previous: The points before: two or more coordinates a name, of which the first two count.
  /// - Throws: `ProjectionError` when the numbers of points and names differ, when `previous` has
  ///   fewer than two coordinates a name, or when fewer than two names are in both.
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

  /// The sums of products of coordinates now and before, about their centers.
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

  /// The mirroring and the exchange of axes that bring the points closest to those before.
  public var axisChange: AxisChange {
    let sums = products
    let kept = abs(sums.xx) + abs(sums.yy)
    let exchanged = abs(sums.yx) + abs(sums.xy)
    func sign(_ value: Double) -> Double { value < 0 ? -1 : 1 }
    return exchanged > kept
      ? AxisChange(isExchanged: true, signs: SIMD2(sign(sums.yx), sign(sums.xy)))
      : AxisChange(isExchanged: false, signs: SIMD2(sign(sums.xx), sign(sums.yy)))
  }

  /// Points turned, mirrored, scaled and moved as brings the compared ones closest to those before.
  ///
  /// - Parameter coordinates: The points, in the coordinates of those that were compared.
  /// - Returns: The points in the coordinates of those before.
  public func turned(_ coordinates: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let sums = products
    // The best turn has the angle of the sum of all products as complex numbers; the best mirrored
    // turn that of the products with the first conjugated.
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
