internal import Algorithms

/// A search through layers of links toward a vector, with the memory of one thread for it.
///
/// The beam holds the best rows found so far. The best of them whose links have not been followed
/// is next, until the links of all have been followed. Since the search compares codes, what it
/// finds is only probably near and has yet to be measured.
///
/// The rows that links lead to are scattered over memory. A step therefore has two halves: the
/// first prefetches the rows, the second uses them once they have arrived. A thread with several
/// searches in flight does the first half of each before the second half of any.
///
/// Yu. A. Malkov, D. A. Yashunin: Efficient and Robust Approximate Nearest Neighbor Search Using
/// Hierarchical Navigable Small World Graphs, IEEE TPAMI 2020, algorithm 2.
struct BeamSearch {
  /// The rows found, best first.
  private(set) var beam: [ScoredRow] = []
  private let codes: RowCodes
  private var query = RowCodes.Query()
  private var layer = 0
  private var width = 1
  /// The best row of the beam whose links have not been followed.
  private var next = 0
  /// One bit per row, 1 for those in `seen`.
  private var isSeen: [UInt64]
  private var seen: [UInt32] = []
  /// The rows to score: the first `chosenCount`.
  private var chosen: [UInt32]
  private var chosenCount = 0
  private var scores: [Float]

  /// Allocates the memory.
  ///
  /// - Parameters:
  ///   - codes: The rows.
  ///   - rowCount: Their number.
  ///   - capacity: The maximum number of links of a row.
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
  ///   - topLayer: The highest layer of the row, which will be entered first.
  ///   - query: The vector to search for.
  mutating func start(at row: UInt32, topLayer: Int, toward query: RowCodes.Query) {
    self.query = query
    chosen[0] = row
    codes.score(chosen, count: 1, against: query, into: &scores)
    beam = [ScoredRow(score: scores[0], row: row)]
    layer = topLayer + 1
    next = beam.count
  }

  /// Enters a layer with the current beam.
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

  /// Chooses the rows to score, moving on to lower layers when the search of this one has ended.
  ///
  /// - Parameters:
  ///   - links: The links.
  ///   - lowestWidth: The number of rows to keep on the lowest layer; on others it is 1.
  /// - Returns: False if the search of the lowest layer has ended.
  mutating func chooseDownward(in links: LayeredLinks, lowestWidth: Int) -> Bool {
    while !choose(in: links) {
      if layer == 0 { return false }
      enter(layer - 1, width: layer == 1 ? lowestWidth : 1)
    }
    return true
  }

  /// Chooses the rows to score: new ones that the best row links to.
  ///
  /// - Returns: False if the links of all rows of the beam have been followed.
  private mutating func choose(in links: LayeredLinks) -> Bool {
    guard next < beam.count else { return false }
    beam[next].isExpanded = true
    chosenCount = unsafe chooseUnseen(links.places(of: beam[next].row, layer: layer))
    codes.prefetch(chosen, count: chosenCount)
    return true
  }

  /// Scores the chosen rows, and inserts those that are good enough into the beam.
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

  /// Chooses the links that the search has not seen yet, and marks them as seen.
  ///
  /// - Returns: The number of chosen links.
  private mutating func chooseUnseen(_ links: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = 0
    // SAFETY: these are the links of a row, which `chosen` has room for; links are rows, and each
    // row has a bit. Whether a row was seen is as good as random, so that a branch would cost more
    // than marking it again.
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

  /// Inserts a row into the beam; the last row drops out.
  ///
  /// - Returns: The position of the row.
  private mutating func insert(_ candidate: ScoredRow) -> Int {
    let last = beam.count - 1
    // SAFETY: positions are in 0...last; those from `place` on move up by one, overwriting the
    // last.
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
