/// The result of an experiment in link prediction.
public struct LinkPredictionReport: Sendable {
  /// The sizes of a split.
  public struct Split: Sendable, Equatable {
    /// The seed of the split and of the embedding.
    public let seed: UInt64
    /// The number of edges that the embedding learned from.
    public let residualEdgeCount: Int
    /// The numbers of edges and of other pairs used to train classifiers.
    public let trainingCounts: [Int]
    /// The numbers of edges and of other pairs used to choose parameters.
    public let validationCounts: [Int]
    /// The numbers of edges and of other pairs of the test.
    public let testCounts: [Int]
    /// The number of edges excluded from the test because they have no common neighbor.
    public let leftOutCount: Int
    /// Whether the graph is bipartite and negatives join its two sides.
    public let joinsTwoSides: Bool
  }

  /// The settings of the experiment.
  public let options: LinkPredictionOptions
  /// The splits.
  public let splits: [Split]
  /// The results of each method: the embedding with each operator, then the heuristics.
  public let methods: [MethodResult]
  /// How the embedding compares with the best heuristic.
  public let verdict: Verdict

  init(options: LinkPredictionOptions, splits: [Split], results: [SplitResult]) {
    self.options = options
    self.splits = splits
    func measurement(_ metric: (SplitResult) -> SplitResult.Metric) -> Measurement {
      let metrics = results.map(metric)
      return Measurement(
        spread: Spread(of: metrics.map(\.value)),
        interval: .mean(of: metrics.map { Interval(of: $0.samples) }))
    }
    let first = results[0]
    methods = first.methods.indices.map { index in
      MethodResult(
        method: first.methods[index],
        areaUnderCurve: measurement { $0.areas[index] },
        averagePrecision: measurement { $0.precisions[index] },
        hits: options.hitRanks.indices.map { rank in
          (options.hitRanks[rank], measurement { $0.hits[rank][index] })
        },
        meanReciprocalRank: measurement { $0.reciprocalRanks[index] },
        validationArea: first.validationAreas == nil
          ? nil : Spread(of: results.compactMap { $0.validationAreas?[index] }).mean,
        receiverOperatingCurve: first.curves[index].receiver,
        precisionRecallCurve: first.curves[index].precision)
    }
    verdict = Self.verdict(on: methods, results: results)
  }

  private static func verdict(on methods: [MethodResult], results: [SplitResult]) -> Verdict {
    func best(_ indices: [Int], by value: (MethodResult) -> Double) -> Int {
      // The first of equal ones.
      indices.reduce(indices[0]) { value(methods[$1]) > value(methods[$0]) ? $1 : $0 }
    }
    let embeddings = methods.indices.filter { !methods[$0].method.isHeuristic }
    let heuristics = methods.indices.filter { methods[$0].method.isHeuristic }
    let isValidated = methods[0].validationArea != nil
    let chosen = isValidated ? best(embeddings) { $0.validationArea ?? 0 } : embeddings[0]
    let rival = best(heuristics) { $0.areaUnderCurve.spread.mean }
    let differences = Spread(of: results.map { $0.areas[chosen].value - $0.areas[rival].value })
    let errors = results.map { result in
      Spread(of: zip(result.areas[chosen].samples, result.areas[rival].samples).map { $0 - $1 })
        .deviation
    }
    return Verdict(
      method: methods[chosen].method, heuristic: methods[rival].method,
      difference: differences.mean,
      margin: 1.96 * max(Spread(of: errors).mean, differences.deviation),
      isChosenByValidation: isValidated)
  }
}
