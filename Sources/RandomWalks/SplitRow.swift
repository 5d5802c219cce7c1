internal import Graphs

/// The row of a node in three parts, by where a step leads as seen from the node before.
///
/// The parts are the edge back, the edges to common neighbors, and the rest. Only the first two are
/// listed: the rest is the runs of arcs between them, whose weight is known without looking at them.
///
/// Drawing from the parts is exact for any factors and weights; it never rejects.
struct SplitRow {
  private let row: Range<Int>
  private let common: CommonNeighbors
  /// The arc back to the node before, or nil where there is none.
  private let backArc: Int?

  /// Splits the row of a node.
  ///
  /// - Parameters:
  ///   - node: The node to step from.
  ///   - previous: The node before.
  ///   - graph: The graph.
  /// - Complexity: O(*m* log(*n* / *m*)) for nodes of degrees *m* ≤ *n*.
  init(of node: Node, after previous: Node, in graph: Graph) {
    row = graph.row(of: node)
    common = CommonNeighbors(row, graph.row(of: previous), in: graph)
    backArc = graph.index(ofEdgeFrom: node, to: previous)
  }

  /// The number of entries that were compared to split the row.
  var work: Int { common.work }

  /// Draws an arc of the row.
  ///
  /// - Parameters:
  ///   - factors: What the weights of the parts are multiplied by.
  ///   - sums: The sums of the graph's weights.
  ///   - generator: The source of randomness.
  /// - Returns: The arc, among all arcs.
  /// - Complexity: O(*k* log *n*) for *k* common neighbors and a row of *n* arcs.
  func draw(
    _ factors: StepFactors, _ sums: WeightSums, using generator: inout SplitMix64
  ) -> Int {
    // Common neighbors and the arc back cut the row into runs.
    var runs: [(arcs: Range<Int>, weight: Double)] = []
    var start = row.lowerBound
    for arc in listedArcs {
      runs.append(run(start..<arc, factors.out, sums))
      let factor = arc == backArc ? factors.back : 1
      runs.append(run(arc..<arc + 1, factor, sums))
      start = arc + 1
    }
    runs.append(run(start..<row.upperBound, factors.out, sums))

    let total = runs.reduce(0) { $0 + $1.weight }
    var place = generator.nextUnit() * total
    for run in runs where run.weight > 0 {
      if place < run.weight {
        return sums.arc(of: run.arcs, at: place / run.weight * sums.sum(run.arcs))
      }
      place -= run.weight
    }
    // Rounding left the place beyond the end: it belongs to the last run that weighs anything.
    guard let last = runs.last(where: { $0.weight > 0 }) else { return row.upperBound - 1 }
    return last.arcs.upperBound - 1
  }

  private func run(
    _ arcs: Range<Int>, _ factor: Double, _ sums: WeightSums
  ) -> (arcs: Range<Int>, weight: Double) {
    (arcs, arcs.isEmpty ? 0 : factor * sums.sum(arcs))
  }

  /// The arcs to common neighbors and back, in ascending order.
  private var listedArcs: [Int] {
    guard let backArc else { return common.arcs }
    var arcs = common.arcs
    let place = arcs.firstIndex { $0 >= backArc } ?? arcs.count
    // The node before is a common neighbor itself where it has a self-loop.
    if place == arcs.count || arcs[place] != backArc { arcs.insert(backArc, at: place) }
    return arcs
  }
}
