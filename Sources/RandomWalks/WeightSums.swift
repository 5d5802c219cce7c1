internal import Graphs

/// Sums of the weights of runs of arcs, without adding them one by one and without subtracting.
///
/// Arcs are grouped by 64, groups again by 64, and so on; the sum of a run takes at most 126 numbers
/// of each level. Nothing is ever subtracted, so a heavy arc beside a run costs it no digits. On an
/// unweighted graph, where a run's sum is its length, there are no groups.
///
/// Memory: an eighth of a byte an arc of a weighted graph.
struct WeightSums: Sendable {
  private static let fanOut = 64

  private let graph: Graph
  /// The sums of groups of arcs, of groups of groups, and so on.
  private let groups: [[Double]]

  /// Adds up the weights of a graph.
  ///
  /// - Complexity: O(*n*) for *n* arcs.
  init(_ graph: Graph) {
    self.graph = graph
    let weights = graph.allWeights
    var groups: [[Double]] = []
    var entryCount = weights.count
    while entryCount > Self.fanOut {
      let groupCount = (entryCount + Self.fanOut - 1) / Self.fanOut
      groups.append(
        (0..<groupCount).map { group in
          var sum = 0.0
          for entry in group * Self.fanOut..<min(entryCount, (group + 1) * Self.fanOut) {
            sum += groups.last?[entry] ?? Double(weights[entry])
          }
          return sum
        })
      entryCount = groupCount
    }
    self.groups = groups
  }

  /// The sum of the weights of a run of arcs.
  ///
  /// - Complexity: O(log *n*) for a run of *n* arcs.
  func sum(_ arcs: Range<Int>) -> Double {
    graph.isWeighted ? sum(arcs, level: 0) : Double(arcs.count)
  }

  /// The arc of a run at which the sum of the weights, from the run's start, exceeds a number.
  ///
  /// - Parameters:
  ///   - arcs: A run that is not empty.
  ///   - place: A number below the run's sum, and not negative.
  /// - Returns: An arc of the run.
  /// - Complexity: O(log *n*) for a run of *n* arcs.
  func arc(of arcs: Range<Int>, at place: Double) -> Int {
    guard graph.isWeighted else {
      return min(arcs.lowerBound + Int(place), arcs.upperBound - 1)
    }
    var place = place
    // Rounding may leave a place beyond the last arc.
    return find(arcs, level: 0, &place) ?? arcs.upperBound - 1
  }

  /// An entry of a level: an arc's weight or a group's sum.
  private func entry(_ index: Int, level: Int) -> Double {
    level == 0 ? Double(graph.allWeights[index]) : groups[level - 1][index]
  }

  private func entryCount(level: Int) -> Int {
    level == 0 ? graph.arcCount : groups[level - 1].count
  }

  /// The whole groups within a run of a level's entries.
  private func groups(in entries: Range<Int>, level: Int) -> Range<Int>? {
    guard level < groups.count else { return nil }
    let first = (entries.lowerBound + Self.fanOut - 1) / Self.fanOut
    let end = entries.upperBound / Self.fanOut
    return first < end ? first..<end : nil
  }

  private func sum(_ entries: Range<Int>, level: Int) -> Double {
    guard let whole = groups(in: entries, level: level) else {
      return entries.reduce(0) { $0 + entry($1, level: level) }
    }
    return sum(entries.lowerBound..<whole.lowerBound * Self.fanOut, level: level)
      + sum(whole, level: level + 1)
      + sum(whole.upperBound * Self.fanOut..<entries.upperBound, level: level)
  }

  /// Finds an arc of a run of a level's entries, and takes the sum of what lies before it from
  /// `place`.
  private func find(_ entries: Range<Int>, level: Int, _ place: inout Double) -> Int? {
    guard let whole = groups(in: entries, level: level) else {
      return scan(entries, level: level, &place).map { descend(to: $0, level: level, &place) }
    }
    let head = entries.lowerBound..<whole.lowerBound * Self.fanOut
    let tail = whole.upperBound * Self.fanOut..<entries.upperBound
    if let entry = scan(head, level: level, &place) {
      return descend(to: entry, level: level, &place)
    }
    if let arc = find(whole, level: level + 1, &place) { return arc }
    return scan(tail, level: level, &place).map { descend(to: $0, level: level, &place) }
  }

  /// The arc below an entry of a level.
  private func descend(to entry: Int, level: Int, _ place: inout Double) -> Int {
    var entry = entry
    for level in (0..<level).reversed() {
      let last = min((entry + 1) * Self.fanOut, entryCount(level: level)) - 1
      entry = scan(entry * Self.fanOut..<last, level: level, &place) ?? last
    }
    return entry
  }

  /// The entry, of at most 126, at which the sum exceeds `place`.
  private func scan(_ entries: Range<Int>, level: Int, _ place: inout Double) -> Int? {
    for index in entries {
      let sum = entry(index, level: level)
      if place < sum { return index }
      place -= sum
    }
    return nil
  }
}
