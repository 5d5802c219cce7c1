/// Moves apart discs that would hide each other.
enum DiscSpacing {
  /// The maximum number of nodes for which there is room to do so.
  static let largestNodeCount = 400

  /// Moves overlapping discs apart, each as little as necessary.
  ///
  /// - Parameters:
  ///   - centers: The centers of the discs.
  ///   - radii: Their radii.
  ///   - gap: The desired distance between rims.
  ///   - box: The box that discs must stay in.
  /// - Returns: The new centers.
  /// - Complexity: O(*n*²) per round, for at most 200 rounds.
  static func spread(_ centers: [Point], radii: [Double], gap: Double, within box: Box) -> [Point] {
    var places = centers
    for _ in 0..<200 {
      var isDone = true
      var moves = [Point](repeating: Point(x: 0, y: 0), count: places.count)
      for first in places.indices {
        for second in 0..<first {
          var offset = places[first] - places[second]
          let wanted = radii[first] + radii[second] + gap
          guard abs(offset.x) < wanted, abs(offset.y) < wanted else { continue }
          if offset.length < 0.01 {
            // Discs at the same place leave it in directions that depend only on their numbers.
            let angle = Double(first * 7 + second * 3)
            offset = Point(x: angle.truncatingRemainder(dividingBy: 5) - 2.1, y: 1.3) * 0.01
          }
          let distance = offset.length
          guard distance < wanted - 0.05 else { continue }
          isDone = false
          // The larger disc moves less.
          let push = offset * ((wanted - distance) / distance * 0.45)
          let share = radii[second] / (radii[first] + radii[second])
          moves[first] = moves[first] + push * share
          moves[second] = moves[second] - push * (1 - share)
        }
      }
      if isDone { break }
      for index in places.indices {
        let place = places[index] + moves[index]
        places[index] = Point(
          x: min(box.right - radii[index], max(box.x + radii[index], place.x)),
          y: min(box.bottom - radii[index], max(box.y + radii[index], place.y)))
      }
    }
    return places
  }
}
