internal import Graphs

/// The row of a node, split into three parts by their relation to the previous node.
///
/// The parts are the edge back, the edges to common neighbors, and the rest. Only the first two are
/// listed; the rest consists of the runs of arcs between them, whose weight is known without
/// visiting them.
///
/// Drawing from the parts is exact for any factors and weights, and rejects nothing.
struct SplitRow {
  /// A factor of the weights of the rest; the weights for several factors add up.
  struct RestFactor {
    let factor: Double
    let sums: WeightSums
  }

  /// Consecutive arcs, and their total weight.
  private struct Run {
    let arcs: Range<Int>
    let weight: Double
    /// The sums of which the weight is a multiple.
    let sums: WeightSums?
  }

  private let node: Node
  private let row: Range<Int>
  private let common: CommonNeighbors
  /// The arc back to the previous node, or nil if there is none.
  private let backArc: Int?

  /// Splits the row of a node.
  ///
  /// - Parameters:
  ///   - node: The node to step from.
  ///   - previous: The previous node.
  ///   - graph: The graph.
  /// - Complexity: O(*m* log(*n* / *m*)) for nodes of degrees *m* ≤ *n*.
  init(of node: Node, after previous: Node, in graph: Graph) {
    self.node = node
    row = graph.row(of: node)
    common = CommonNeighbors(row, graph.row(of: previous), in: graph)
    backArc = graph.index(ofEdgeFrom: node, to: previous)
  }

  /// The number of entries that were compared to split the row.
  var work: Int { common.work }

  /// Draws an arc of the row.
  ///
  /// - Parameters:
  ///   - generator: The source of randomness.
  ///   - back: The weight of the arc back, times its factor.
  ///   - near: The weight of an arc to a common neighbor, times its factor; the second argument is
  ///     the arc from the previous node to that neighbor.
  ///   - rest: The factors of the rest.
  /// - Returns: The arc, as an index into `allNeighbors`.
  /// - Complexity: O(*k* log *n*) for *k* common neighbors and a row of *n* arcs.
  func draw(
    using generator: inout SplitMix64, back: (_ arc: Int) -> Double,
    near: (_ arc: Int, _ arcBefore: Int) -> Double, rest: [RestFactor]
  ) -> Int {
    var runs: [Run] = []
    var start = row.lowerBound
    func appendRest(to end: Int) {
      guard start < end else { return }
      for part in rest {
        let weight = part.factor * part.sums.sum(start..<end, of: node)
        runs.append(Run(arcs: start..<end, weight: weight, sums: part.sums))
      }
    }
    func appendListed(_ arc: Int, _ weight: Double) {
      appendRest(to: arc)
      runs.append(Run(arcs: arc..<arc + 1, weight: weight, sums: nil))
      start = arc + 1
    }
    var isBackListed = backArc == nil
    for (arc, arcBefore) in zip(common.arcs, common.otherArcs) {
      if let backArc, !isBackListed, backArc <= arc {
        appendListed(backArc, back(backArc))
        isBackListed = true
      }
      // A previous node with a self-loop is a common neighbor, too; its arc is the arc back.
      if arc != backArc { appendListed(arc, near(arc, arcBefore)) }
    }
    if let backArc, !isBackListed { appendListed(backArc, back(backArc)) }
    appendRest(to: row.upperBound)
    return draw(from: runs, using: &generator)
  }

  private func draw(from runs: [Run], using generator: inout SplitMix64) -> Int {
    let total = runs.reduce(0) { $0 + $1.weight }
    var place = generator.nextUnit() * total
    for run in runs {
      if place < run.weight { return arc(of: run, at: place) }
      place -= run.weight
    }
    // Rounding put the position beyond the end: it belongs to the last run that has any weight.
    guard let last = runs.last(where: { $0.weight > 0 }) else { return row.upperBound - 1 }
    return arc(of: last, at: last.weight)
  }

  /// The arc at a position within the weight of a run.
  private func arc(of run: Run, at place: Double) -> Int {
    guard let sums = run.sums else { return run.arcs.lowerBound }
    let share = place / run.weight
    return sums.arc(in: run.arcs, of: node, at: share * sums.sum(run.arcs, of: node))
  }
}
