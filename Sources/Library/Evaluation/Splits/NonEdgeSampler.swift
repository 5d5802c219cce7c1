internal import Graphs
internal import RandomNumbers

/// Draws pairs without an edge in the full graph, without repeats.
struct NonEdgeSampler {
  private let graph: Graph
  private let options: EdgeSplitOptions
  private let sides: Sides?
  private let isCold: [Bool]?
  private let hops: TwoHopPairs?
  /// The nodes that have an edge.
  private let connected: [Node]
  private var taken: Set<NodePair> = []
  private var generator: SplitMix64

  /// Prepares the sampling.
  ///
  /// - Parameters:
  ///   - graph: The full graph.
  ///   - incidence: Its edges.
  ///   - hops: The pairs with a common neighbor, for two-hop negatives.
  ///   - sides: The sides that negatives must join, if any.
  ///   - isCold: Tells which nodes are cold, if a negative must contain a cold node.
  ///   - options: The kind of negatives.
  ///   - seed: The seed of the choice.
  init(
    graph: Graph, incidence: EdgeIncidence, hops: TwoHopPairs?, sides: Sides?, isCold: [Bool]?,
    options: EdgeSplitOptions, seed: UInt64
  ) {
    self.graph = graph
    self.options = options
    self.sides = sides
    self.isCold = isCold
    self.hops = hops
    connected = (0..<Node(graph.nodeCount)).filter { !incidence[$0].isEmpty }
    generator = SplitMix64(seed: seed, for: .negatives)
  }

  /// Draws as many negatives as there are positives; possibly fewer if they are reversed edges.
  ///
  /// - Parameters:
  ///   - positives: The edges that the negatives will be compared with; at least one.
  ///   - involvingCold: Whether a negative must contain a cold node.
  ///   - isStrict: Whether too few negatives are an error; otherwise at least one is needed.
  /// - Returns: Pairs without an edge.
  /// - Throws: `EdgeSplitError.tooFewNegatives`, and `CancellationError` if the current task is
  ///   canceled.
  mutating func negatives(
    for positives: [NodePair], involvingCold: Bool, isStrict: Bool
  ) throws -> [NodePair] {
    guard options.negatives != .reversed else { return takeReversed(positives) }
    var negatives: [NodePair] = []
    negatives.reserveCapacity(positives.count)
    var attemptsLeft = 1_000_000 + 200 * positives.count
    while negatives.count < positives.count && attemptsLeft > 0 {
      attemptsLeft -= 1
      if attemptsLeft.isMultiple(of: 4096) { try Task.checkCancellation() }
      guard let candidate = candidate(for: positives, involvingCold: involvingCold) else {
        continue
      }
      let pair = candidate.normalized(isDirected: graph.isDirected)
      guard pair.source != pair.target, !graph.hasEdge(from: pair.source, to: pair.target),
        taken.insert(pair).inserted
      else { continue }
      negatives.append(pair)
    }
    guard negatives.count == positives.count || !isStrict && !negatives.isEmpty else {
      throw EdgeSplitError.tooFewNegatives(
        found: negatives.count, wanted: positives.count, kind: options.negatives.rawValue)
    }
    return negatives
  }

  private mutating func takeReversed(_ positives: [NodePair]) -> [NodePair] {
    positives.map(\.reversed).filter { pair in
      !graph.hasEdge(from: pair.source, to: pair.target) && taken.insert(pair).inserted
    }
  }

  /// A pair that may still be an edge; nil if the draw was rejected.
  private mutating func candidate(
    for positives: [NodePair], involvingCold: Bool
  ) -> NodePair? {
    if let hops {
      guard let pair = hops.draw(using: &generator) else { return nil }
      return !involvingCold || isCold(pair.source) || isCold(pair.target) ? pair : nil
    }
    let edge = oriented(positives)
    if involvingCold && options.negatives == .degreeMatched {
      // The cold end of one edge and the other end of another, so that pairs have two cold ends as
      // often as edges do.
      let other = oriented(positives)
      guard keepsSource(edge) == keepsSource(other) else { return nil }
      let pair =
        keepsSource(edge)
        ? NodePair(edge.source, other.target) : NodePair(other.source, edge.target)
      return sides.map { $0.areOpposite(pair.source, pair.target) } ?? true ? pair : nil
    }
    let pair = NodePair(
      replacement(for: edge.source, asTarget: false, in: positives),
      replacement(for: edge.target, asTarget: true, in: positives))
    return !involvingCold || isCold(pair.source) || isCold(pair.target) ? pair : nil
  }

  /// A random edge, in a random direction unless the graph is directed.
  private mutating func oriented(_ edges: [NodePair]) -> NodePair {
    let edge = edges[generator.next(below: edges.count)]
    return !graph.isDirected && generator.next(below: 2) == 0 ? edge.reversed : edge
  }

  /// Whether the source counts as the cold end of an edge; if both ends are cold, it does.
  private func keepsSource(_ edge: NodePair) -> Bool { isCold(edge.source) }

  /// A node to replace an end of an edge: any node, or one drawn from the ends of edges.
  private mutating func replacement(
    for node: Node, asTarget: Bool, in positives: [NodePair]
  ) -> Node {
    if options.negatives == .degreeMatched {
      let pair = positives[generator.next(below: positives.count)]
      if let sides {
        return sides.areOpposite(pair.source, node) ? pair.target : pair.source
      }
      let takesTarget = graph.isDirected ? asTarget : generator.next(below: 2) == 0
      return takesTarget ? pair.target : pair.source
    }
    let nodes = sides?.nodes(besides: node) ?? connected
    return nodes[generator.next(below: nodes.count)]
  }

  private func isCold(_ node: Node) -> Bool { isCold.map { $0[Int(node)] } ?? false }
}
