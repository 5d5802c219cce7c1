internal import Algorithms

/// A walk through layers of links toward a vector, and the memory of one thread for it.
///
/// The best rows found so far are the beam; the best of them whose links have not been followed is
/// next, until the links of all have been. It compares codes: what it finds is near, and has yet to
/// be measured.
///
/// The rows that links lead to lie anywhere in memory. So a step has two halves, and a thread that
/// has several searches in flight does the first half of each before the second of any: one asks
/// for the rows, the other uses them when they have come.
///
/// Yu. A. Malkov, D. A. Yashunin: Efficient and Robust Approximate Nearest Neighbor Search Using
/// Hierarchical Navigable Small World Graphs, IEEE TPAMI 2020, algorithm 2.
struct BeamSearch {
  /// What has been found, best first.
  private(set) var beam: [ScoredRow] = []
  private let codes: RowCodes
  private var query = RowCodes.Query()
  private var layer = 0
  private var width = 1
  /// The best row of the beam whose links have not been followed.
  private var next = 0
  /// A bit for each row, 1 for those in `seen`.
  private var isSeen: [UInt64]
  private var seen: [UInt32] = []
  /// The rows to be weighed: the first `chosenCount`.
  private var chosen: [UInt32]
  private var chosenCount = 0
  private var scores: [Float]

  /// Allocates the memory.
  ///
  /// - Parameters:
  ///   - codes: The rows.
  ///   - rowCount: Their number.
  ///   - capacity: The largest number of links that a row has.
  init(_ codes: RowCodes, rowCount: Int, capacity: Int) {
    self.codes = codes
    isSeen = [UInt64](repeating: 0, count: rowCount.dividedRoundingUp(by: 64))
    chosen = [UInt32](repeating: 0, count: max(capacity, 1))
    scores = [Float](repeating: 0, count: max(capacity, 1))
  }

  /// Begins at one row, above all layers.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - topLayer: The highest layer that it is on, which is to be entered first.
  ///   - query: The vector to be near to.
  mutating func start(at row: UInt32, topLayer: Int, toward query: RowCodes.Query) {
    self.query = query
    chosen[0] = row
    codes.score(chosen, count: 1, against: query, into: &scores)
    beam = [ScoredRow(score: scores[0], row: row)]
    layer = topLayer + 1
    next = beam.count
  }

  /// Enters a layer with the beam as it is.
  ///
  /// - Parameters:
  ///   - layer: The layer; the rows of the beam are on it.
  ///   - width: The number of rows to keep, at least 1; "ef" in the paper.
  mutating func enter(_ layer: Int, width: Int) {
    self.layer = layer
    self.width = width
    if beam.count > width { beam.removeLast(beam.count - width) }
    for row in seen { isSeen[Int(row / 64)] = 0 }
    seen.removeAll(keepingCapacity: true)
    for index in beam.indices {
      beam[index].isExpanded = false
      let row = beam[index].row
      isSeen[Int(row / 64)] |= 1 << UInt64(row % 64)
      seen.append(row)
    }
    next = 0
  }

  /// Searches a layer to its end.
  mutating func finishLayer(in links: LayeredLinks) {
    while choose(in: links) { weigh(in: links) }
  }

  /// Chooses the rows to weigh, on the layers below when the search has ended on this one.
  ///
  /// - Parameters:
  ///   - links: The links.
  ///   - lowestWidth: The number of rows to keep on the lowest layer; on others it is 1.
  /// - Returns: False when the search has ended on the lowest layer.
  mutating func chooseDownward(in links: LayeredLinks, lowestWidth: Int) -> Bool {
    while !choose(in: links) {
      if layer == 0 { return false }
      enter(layer - 1, width: layer == 1 ? lowestWidth : 1)
    }
    return true
  }

  /// Chooses the rows to weigh: those that the best row links to and that are new.
  ///
  /// - Returns: False when the links of all rows of the beam have been followed.
  private mutating func choose(in links: LayeredLinks) -> Bool {
    guard next < beam.count else { return false }
    beam[next].isExpanded = true
    chosenCount = unsafe chooseUnseen(links.places(of: beam[next].row, layer: layer))
    codes.prefetch(chosen, count: chosenCount)
    return true
  }

  /// Puts the chosen rows into the beam, where they are good enough.
  mutating func weigh(in links: LayeredLinks) {
    codes.score(chosen, count: chosenCount, against: query, into: &scores)
    for index in 0..<chosenCount {
      let candidate = ScoredRow(score: scores[index], row: chosen[index])
      if beam.count < width {
        beam.append(candidate)
      } else if !candidate.isBetter(than: beam[width - 1]) {
        continue
      }
      next = min(next, insert(candidate))
    }
    while next < beam.count, beam[next].isExpanded { next += 1 }
    if next < beam.count { links.prefetch(beam[next].row, layer: layer) }
  }

  /// Chooses the links that the search has not come across, and marks them.
  ///
  /// - Returns: The number of chosen links.
  private mutating func chooseUnseen(_ links: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = 0
    // SAFETY: they are the links of a row, no more than `chosen` has room for; links are rows, and
    // there is a bit for each. Whether a row was seen is as good as random: to ask it in a branch
    // would cost more than to mark it again.
    unsafe isSeen.withUnsafeMutableBufferPointer { isSeen in
      unsafe chosen.withUnsafeMutableBufferPointer { chosen in
        for place in 0..<links.count {
          let link = unsafe links[place]
          if link == LayeredLinks.none { break }
          let bit: UInt64 = 1 << UInt64(link % 64)
          let word = unsafe isSeen[Int(link / 64)]
          unsafe isSeen[Int(link / 64)] = word | bit
          unsafe chosen[count] = link
          count += word & bit == 0 ? 1 : 0
        }
      }
    }
    seen += chosen[..<count]
    return count
  }

  /// Puts a row in its place in the beam, over the last.
  ///
  /// - Returns: The place.
  private mutating func insert(_ candidate: ScoredRow) -> Int {
    let last = beam.count - 1
    // SAFETY: places are in 0...last; those from `place` on move on by one, over the last.
    return unsafe beam.withUnsafeMutableBufferPointer { beam in
      guard let base = beam.baseAddress else { return 0 }
      var place = 0
      var count = last
      while count > 0 {
        let half = (count + 1) / 2
        let isFurther = unsafe base[place + half - 1].isBetter(than: candidate)
        place += isFurther ? half : 0
        count = isFurther ? count - half : half - 1
      }
      unsafe (base + place + 1).update(from: base + place, count: last - place)
      unsafe base[place] = candidate
      return place
    }
  }
}
