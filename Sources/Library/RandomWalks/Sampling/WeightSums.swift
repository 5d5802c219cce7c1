internal import Algorithms
internal import Graphs

/// Sums of the weights of runs of arcs, neither adding all arcs one by one nor subtracting.
///
/// Arcs are grouped by 64, groups again by 64, and so on; the sum of a run takes at most 126
/// numbers of each level. Since nothing is ever subtracted, a heavy arc next to a run costs it no
/// digits. On an unweighted graph, where the sum of a run is its length, there are no groups.
///
/// With a floor for each node, arcs that weigh less than the floor of their source count 0.
///
/// Memory: an eighth of a byte per arc of a weighted graph.
struct WeightSums: Sendable {
  private static let fanOut = 64

  private let graph: Graph
  /// The minimum weight of an arc to count, by source node; empty if all arcs count.
  private let floors: [Float]
  /// The sums of groups of arcs, of groups of groups, and so on.
  private let groups: [[Double]]

  /// Adds up the weights of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - floors: The minimum weight of an arc to count, by source node; empty if all arcs count,
  ///     and for an unweighted graph.
  /// - Complexity: O(*n*) for *n* arcs.
  init(_ graph: Graph, floors: [Float] = []) {
    self.graph = graph
    self.floors = floors
    var groups: [[Double]] = []
    if graph.isWeighted {
      var sums = [Double](repeating: 0, count: Self.groupCount(graph.arcCount))
      for node in 0..<graph.nodeCount {
        let floor = floors.isEmpty ? 0 : floors[node]
        for arc in graph.row(of: Node(node)) {
          let weight = graph.allWeights[arc]
          if weight >= floor { sums[arc / Self.fanOut] += Double(weight) }
        }
      }
      groups.append(sums)
      while let entries = groups.last, entries.count > Self.fanOut {
        var sums = [Double](repeating: 0, count: Self.groupCount(entries.count))
        for (index, entry) in entries.enumerated() { sums[index / Self.fanOut] += entry }
        groups.append(sums)
      }
    }
    self.groups = groups
  }

  /// The number of bytes of the sums.
  var byteCount: Int { groups.reduce(0) { $0 + 8 * $1.count } }

  private static func groupCount(_ entryCount: Int) -> Int {
    entryCount.dividedRoundingUp(by: fanOut)
  }

  /// The sum of the weights of a run of a node's arcs.
  ///
  /// - Complexity: O(log *n*) for a run of *n* arcs.
  func sum(_ arcs: Range<Int>, of node: Node) -> Double {
    graph.isWeighted ? sum(arcs, level: 0, floor: floor(of: node)) : Double(arcs.count)
  }

  /// The arc of a run at which the cumulative weight exceeds a number.
  ///
  /// - Parameters:
  ///   - arcs: A nonempty run of the node's arcs.
  ///   - node: The node.
  ///   - place: A number in 0..<(sum of the run).
  /// - Returns: An arc of the run.
  /// - Complexity: O(log *n*) for a run of *n* arcs.
  func arc(in arcs: Range<Int>, of node: Node, at place: Double) -> Int {
    guard graph.isWeighted else {
      return min(arcs.lowerBound + Int(place), arcs.upperBound - 1)
    }
    var place = place
    // Rounding may leave a position beyond the last arc.
    return find(arcs, level: 0, floor: floor(of: node), &place) ?? arcs.upperBound - 1
  }

  private func floor(of node: Node) -> Float { floors.isEmpty ? 0 : floors[Int(node)] }

  /// An entry of a level: the weight of an arc or the sum of a group.
  private func entry(_ index: Int, level: Int, floor: Float) -> Double {
    if level > 0 { return groups[level - 1][index] }
    let weight = graph.allWeights[index]
    return weight >= floor ? Double(weight) : 0
  }

  private func entryCount(level: Int) -> Int {
    level == 0 ? graph.arcCount : groups[level - 1].count
  }

  /// The whole groups within a run of a level's entries.
  private func groups(in entries: Range<Int>, level: Int) -> Range<Int>? {
    guard level < groups.count else { return nil }
    let first = entries.lowerBound.dividedRoundingUp(by: Self.fanOut)
    let end = entries.upperBound / Self.fanOut
    return first < end ? first..<end : nil
  }

  private func sum(_ entries: Range<Int>, level: Int, floor: Float) -> Double {
    guard let whole = groups(in: entries, level: level) else {
      return entries.reduce(0) { $0 + entry($1, level: level, floor: floor) }
    }
    return sum(entries.lowerBound..<whole.lowerBound * Self.fanOut, level: level, floor: floor)
      + sum(whole, level: level + 1, floor: floor)
      + sum(whole.upperBound * Self.fanOut..<entries.upperBound, level: level, floor: floor)
  }

  /// Finds an arc in a run of a level's entries, and subtracts from `place` the sum of what
  /// precedes it.
  private func find(_ entries: Range<Int>, level: Int, floor: Float, _ place: inout Double) -> Int?
  {
    guard let whole = groups(in: entries, level: level) else {
      return scan(entries, level: level, floor: floor, &place).map {
        descend(to: $0, level: level, floor: floor, &place)
      }
    }
    let head = entries.lowerBound..<whole.lowerBound * Self.fanOut
    let tail = whole.upperBound * Self.fanOut..<entries.upperBound
    if let entry = scan(head, level: level, floor: floor, &place) {
      return descend(to: entry, level: level, floor: floor, &place)
    }
    if let arc = find(whole, level: level + 1, floor: floor, &place) { return arc }
    return scan(tail, level: level, floor: floor, &place).map {
      descend(to: $0, level: level, floor: floor, &place)
    }
  }

  /// The arc below an entry of a level.
  private func descend(to entry: Int, level: Int, floor: Float, _ place: inout Double) -> Int {
    var entry = entry
    for level in (0..<level).reversed() {
      let last = min((entry + 1) * Self.fanOut, entryCount(level: level)) - 1
      entry = scan(entry * Self.fanOut..<last, level: level, floor: floor, &place) ?? last
    }
    return entry
  }

  /// The entry, among at most 126, at which the cumulative sum exceeds `place`.
  private func scan(_ entries: Range<Int>, level: Int, floor: Float, _ place: inout Double) -> Int?
  {
    for index in entries {
      let sum = entry(index, level: level, floor: floor)
      if place < sum { return index }
      place -= sum
    }
    return nil
  }
}
