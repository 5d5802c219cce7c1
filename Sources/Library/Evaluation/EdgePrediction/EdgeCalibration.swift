internal import EmbeddingTables
internal import Graphs
internal import SystemLibrary

/// How the score of a pair and the degrees of its nodes make the probability of an edge.
///
/// It is a logistic regression on pairs that the scores were not learned from.
///
/// J. Platt: Probabilistic Outputs for Support Vector Machines, 1999; here with degrees beside the
/// score, since scores of vectors alone tell little about how many edges a node has.
struct EdgeCalibration: Sendable {
  private let scoreWeight: Double
  private let degreeWeights: (Double, Double)
  private let intercept: Double

  /// Learns the probabilities.
  ///
  /// - Parameters:
  ///   - sample: Edges that were held out, and other pairs.
  ///   - scorer: The scores of pairs.
  ///   - degrees: The degrees in the graph without the edges that were held out.
  ///   - cost: *C* of the logistic regression.
  init(on sample: PairSample, _ scorer: PairScorer, _ degrees: DegreeTerms, cost: Double) {
    let pairs = sample.positives + sample.negatives
    var elements: [Double] = []
    for pair in pairs {
      elements.append(scorer.score(of: pair))
      degrees.append(pair, to: &elements)
    }
    var features = FeatureMatrix(columnCount: 1 + degrees.count, elements: elements)
    let scaling = FeatureScaling(of: features)
    scaling.apply(to: &features)
    let answers = pairs.indices.map { $0 < sample.positives.count }
    let model = LogisticRegression.trainToTheEnd(
      on: features, answers: [answers], cost: cost, threadCount: 1)[0]
    let (weights, intercept) = scaling.unscaled(model)
    scoreWeight = weights[0]
    degreeWeights = (weights[1], weights.count > 2 ? weights[2] : 0)
    self.intercept = intercept
  }

  /// The probability of an edge.
  func probability(
    of pair: NodePair, _ scorer: PairScorer, _ degrees: DegreeTerms
  ) -> Double {
    let odds =
      intercept + scoreWeight * scorer.score(of: pair)
      + degrees.sum(of: pair, weights: degreeWeights)
    return 1 / (1 + exp(-odds))
  }
}
