internal import EmbeddingTables
internal import Names
internal import SystemLibrary

/// Turns a map such that nodes lie where they lay on a map before.
///
/// Principal components may only be mirrored and exchanged, so that the axes keep their meaning;
/// other maps are also turned and scaled, as in the orthogonal Procrustes problem
/// (P. H. Schönemann, Psychometrika 1966).
struct MapAlignment {
  /// How the axes of a map changed: which one is now the first, and the signs of both.
  struct AxisChange: Equatable {
    var isExchanged = false
    var signs = (1.0, 1.0)

    static func == (left: AxisChange, right: AxisChange) -> Bool {
      left.isExchanged == right.isExchanged && left.signs == right.signs
    }
  }

  private let common: [(now: Point, before: Point)]
  private let centerNow: Point
  private let centerBefore: Point

  /// Compares a map with one before.
  ///
  /// - Parameters:
  ///   - coordinates: The nodes' places.
  ///   - names: Their names.
  ///   - previous: Places from before: two or more coordinates a name.
  /// - Throws: `MapError` when fewer than two nodes are on both.
  init(_ coordinates: [Point], names: NameList, previous: Embedding) throws(MapError) {
    guard previous.dimensions >= 2 else {
      throw MapError("the map to align with has \(previous.dimensions) coordinate a node, not 2")
    }
    common = coordinates.indices.compactMap { row in
      guard let place = previous.vector(named: names[row]), place.allSatisfy(\.isFinite) else {
        return nil
      }
      return (coordinates[row], Point(x: Double(place[0]), y: Double(place[1])))
    }
    guard common.count >= 2 else {
      throw MapError(
        "the map to align with has \(common.count) of the \(names.count) nodes: 2 are needed")
    }
    let scale = 1 / Double(common.count)
    centerNow = common.reduce(Point(x: 0, y: 0)) { $0 + $1.now } * scale
    centerBefore = common.reduce(Point(x: 0, y: 0)) { $0 + $1.before } * scale
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

  /// The mirrorings and the exchange of axes that bring the maps closest.
  var axisChange: AxisChange {
    let sums = products
    let kept = abs(sums.xx) + abs(sums.yy)
    let exchanged = abs(sums.yx) + abs(sums.xy)
    func sign(_ value: Double) -> Double { value < 0 ? -1 : 1 }
    return exchanged > kept
      ? AxisChange(isExchanged: true, signs: (sign(sums.yx), sign(sums.xy)))
      : AxisChange(isExchanged: false, signs: (sign(sums.xx), sign(sums.yy)))
  }

  /// The places turned, mirrored, scaled and moved to lie closest to those before.
  func turned(_ coordinates: [Point]) -> [Point] {
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
      return Point(
        x: cosine * offset.x - sine * offset.y, y: sine * offset.x + cosine * offset.y)
        + centerBefore
    }
  }
}
