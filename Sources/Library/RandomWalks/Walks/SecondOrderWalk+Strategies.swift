internal import Graphs
internal import Text

extension WalkStrategy {
  /// Steps by weight, *p* and *q*: `SecondOrderWalk`.
  public static let node2vec = WalkStrategy(
    "node2vec", "by weight, p and q", parameters: [.returnParameter, .inOutParameter],
    text: { $0.isUnbiased ? "p = q = 1 (DeepWalk)" : "\($0.biasText) (node2vec)" },
    audit: {
      AuditedSteps(
        $0, text: "p = \($0.returnParameter.shortText), q = \($0.inOutParameter.shortText)")
    },
    .onGraph { graph, options, threadCount in
      options.biasedWalk(on: graph, tieDeviation: nil, threadCount: threadCount)
    })

  /// Steps by weight, *p* and *q*, with a distance test that uses weights: `SecondOrderWalk`.
  public static let node2vecPlus = WalkStrategy(
    "node2vec+", "the same with a distance test that uses weights",
    parameters: [.returnParameter, .inOutParameter, .tieDeviation], impliedBy: .tieDeviation,
    text: { $0.plusText },
    audit: { AuditedSteps($0, tieDeviation: $0.tieDeviation ?? 0, text: $0.plusText) },
    .onGraph { graph, options, threadCount in
      options.biasedWalk(
        on: graph, tieDeviation: options.tieDeviation ?? 0, threadCount: threadCount)
    })
}

extension WalkOptions {
  /// Whether every factor of a step is 1, so that the previous node does not matter.
  fileprivate var isUnbiased: Bool { returnParameter == 1 && inOutParameter == 1 }

  fileprivate func biasedWalk(
    on graph: Graph, tieDeviation: Double?, threadCount: Int
  ) -> any RandomWalk {
    if isUnbiased { return FirstOrderWalk(on: graph, threadCount: threadCount) }
    return SecondOrderWalk(
      on: graph, returnParameter: returnParameter, inOutParameter: inOutParameter,
      tieDeviation: tieDeviation, threadCount: threadCount)
  }

  fileprivate var biasText: String {
    "p \(returnParameter.shortText), q \(inOutParameter.shortText)"
  }

  fileprivate var plusText: String {
    "\(biasText), gamma \((tieDeviation ?? 0).shortText) (node2vec+)"
  }
}
