/// A walk through one layer of links towards a vector, and the memory of one thread for it.
///
/// The best rows found so far are the beam; the best of them whose links have not been followed is
/// next, until the links of all have been. Yu. A. Malkov, D. A. Yashunin: Efficient and Robust
/// Approximate Nearest Neighbor Search Using Hierarchical Navigable Small World Graphs, IEEE TPAMI
/// 2020, algorithm 2.
struct BeamSearch {
  /// What the last search found, best first.
  private(set) var beam: [ScoredRow] = []
  let scorer: RowScorer
  /// A bit for each row, all 0 between searches.
  private var isSeen: [UInt64]
  private var seen: [UInt32] = []
  private var chosen: [UInt32]
  private var scores: [Float]

  /// Allocates the memory of a thread.
  ///
  /// - Parameters:
  ///   - scorer: Scores the rows.
  ///   - capacity: The largest number of links that a row has.
  init(_ scorer: RowScorer, capacity: Int) {
    self.scorer = scorer
    isSeen = [UInt64](repeating: 0, count: (scorer.rowCount + 63) / 64)
    chosen = [UInt32](repeating: 0, count: max(capacity, 1))
    scores = [Float](repeating: 0, count: max(capacity, 1))
  }

  /// Begins a search at one row.
  mutating func start(at row: UInt32, towards vector: [Float]) {
    chosen[0] = row
    scorer.score(chosen, count: 1, against: vector, into: &scores)
    beam = scores[0].isFinite ? [ScoredRow(score: scores[0], row: row)] : []
  }

  /// Goes down to a layer, one best row at a time.
  mutating func descend(
    _ layers: some Sequence<Int>, towards vector: [Float], in links: LayeredLinks
  ) {
    for layer in layers { search(layer, towards: vector, width: 1, in: links) }
  }

  /// Searches a layer, beginning with the beam as it is.
  ///
  /// - Parameters:
  ///   - layer: The layer; the rows of the beam are on it.
  ///   - vector: The vector to be near to; under the cosine its length is 1.
  ///   - width: The number of rows to keep, at least 1; "ef" in the paper.
  ///   - links: The links.
  mutating func search(
    _ layer: Int, towards vector: [Float], width: Int, in links: LayeredLinks
  ) {
    if beam.count > width { beam.removeLast(beam.count - width) }
    for index in beam.indices {
      beam[index].isExpanded = false
      markSeen(beam[index].row)
    }
    var next = 0
    while next < beam.count {
      guard !beam[next].isExpanded else {
        next += 1
        continue
      }
      beam[next].isExpanded = true
      let count = chooseUnseenLinks(of: beam[next].row, layer: layer, in: links)
      scorer.score(chosen, count: count, against: vector, into: &scores)
      for index in 0..<count where scores[index].isFinite {
        let candidate = ScoredRow(score: scores[index], row: chosen[index])
        if let place = insert(candidate, width: width) { next = min(next, place) }
      }
    }
    for row in seen { isSeen[Int(row / 64)] = 0 }
    seen.removeAll(keepingCapacity: true)
  }

  private mutating func markSeen(_ row: UInt32) {
    isSeen[Int(row / 64)] |= 1 << UInt64(row % 64)
    seen.append(row)
  }

  private mutating func chooseUnseenLinks(
    of row: UInt32, layer: Int, in links: LayeredLinks
  ) -> Int {
    var count = 0
    for place in links.places(of: row, layer: layer) {
      let link = links.elements[place]
      guard link != LayeredLinks.none else { break }
      guard isSeen[Int(link / 64)] & 1 << UInt64(link % 64) == 0 else { continue }
      markSeen(link)
      chosen[count] = link
      count += 1
    }
    return count
  }

  /// Puts a row in its place in the beam; nil when it is not good enough.
  private mutating func insert(_ candidate: ScoredRow, width: Int) -> Int? {
    if beam.count == width {
      guard let last = beam.last, candidate.isBetter(than: last) else { return nil }
      beam.removeLast()
    }
    var low = 0
    var high = beam.count
    while low < high {
      let middle = (low + high) / 2
      if beam[middle].isBetter(than: candidate) { low = middle + 1 } else { high = middle }
    }
    beam.insert(candidate, at: low)
    return low
  }
}
