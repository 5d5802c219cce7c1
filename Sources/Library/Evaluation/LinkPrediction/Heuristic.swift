internal import Algorithms
internal import Parallel

/// A score of a pair of nodes that is computed from the edges around it, without learning.
///
/// Scores are computed on the residual graph. Weights of edges and self-loops are ignored. In a
/// directed graph, a common neighbor of *u* and *v* is a node *w* with *u* → *w* → *v*; the
/// neighbors of *u* are those that it leads to, the neighbors of *v* those that lead to it; the
/// degree of *w* counts edges in both directions.
///
/// D. Liben-Nowell, J. Kleinberg: The Link-Prediction Problem for Social Networks, JASIST 2007.
public enum Heuristic: String, CaseIterable, Sendable {
  /// The number of common neighbors.
  case commonNeighbors = "common-neighbors"
  /// The number of common neighbors as a share of the neighbors of either node.
  case jaccard
  /// The sum of 1 / log(degree) over the common neighbors. L. A. Adamic, E. Adar: Friends and
  /// Neighbors on the Web, Social Networks 2003.
  case adamicAdar = "adamic-adar"
  /// The product of the degrees.
  case preferentialAttachment = "preferential-attachment"
  /// The sum of 1 / degree over the common neighbors. T. Zhou, L. Lü, Y.-C. Zhang: Predicting
  /// Missing Links via Local Information, European Physical Journal B 2009.
  case resourceAllocation = "resource-allocation"
  /// The number of walks from one node to the other, of length 1 to `katzLength`, each weighted by
  /// `katzDamping` to the power of its length. L. Katz: A New Status Index Derived from Sociometric
  /// Analysis, Psychometrika 1953.
  case katz

  /// *β*, the damping factor for each step of a walk.
  public static let katzDamping = 0.005
  /// The maximum length of the walks that count, in steps.
  public static let katzLength = 3

  /// Scores pairs by every heuristic.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - residual: The graph without the edges to predict.
  ///   - threadCount: The maximum number of threads; it does not change the scores.
  /// - Returns: For each heuristic, in the order of `allCases`, one score per pair.
  /// - Throws: `CancellationError` if the current task is canceled.
  /// - Complexity: O(*d*) for each pair and O(Σ *d* of the neighbors) for each source, where *d*
  ///   are degrees.
  static func scores(
    of pairs: [NodePair], in residual: ResidualGraph, threadCount: Int
  ) throws(CancellationError) -> [[Double]] {
    let scorer = HeuristicScorer(of: residual.graph)
    let order = pairs.indices.sorted { (pairs[$0].source, $0) < (pairs[$1].source, $1) }
    // Few enough pairs for a chunk to take milliseconds, except around the largest hubs.
    let chunkSize = 256
    let chunks = try concurrentMapOrCancelled(
      pairs.count.dividedRoundingUp(by: chunkSize), threadCount: threadCount
    ) { chunk in
      let places = order[order.indices.chunk(chunk, ofSize: chunkSize)]
      return scorer.scores(of: places.map { pairs[$0] })
    }
    var scores = [[Double]](
      repeating: [Double](repeating: 0, count: pairs.count), count: allCases.count)
    for (place, values) in zip(order, chunks.joined()) {
      for (heuristic, value) in values.enumerated() { scores[heuristic][place] = value }
    }
    return scores
  }
}
