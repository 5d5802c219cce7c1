internal import Parallel

/// The metrics of all methods on one split, with those of the bootstrap's draws.
struct SplitResult: Sendable {
  struct Metric: Sendable {
    let value: Double
    /// The metric for each draw; the draws are the same for every method.
    let samples: [Double]
  }

  let methods: [PredictionMethod]
  let areas, precisions, reciprocalRanks: [Metric]
  /// For each requested rank, the share for each method.
  let hits: [[Metric]]
  let validationAreas: [Double]?
  let curves: [(receiver: [CurvePoint], precision: [CurvePoint])]

  /// Measures methods.
  ///
  /// - Parameters:
  ///   - methods: The methods that gave the scores.
  ///   - scores: For each method, one score per positive, then one per negative of the test.
  ///   - positiveCount: The number of positives.
  ///   - validationAreas: For each method, the area under the ROC curve on the validation edges.
  ///   - hitRanks: The ranks at which to count hits.
  ///   - bootstrap: The draws.
  /// - Throws: `LinkPredictionError.noMetric`, and `CancellationError` if the current task is
  ///   canceled.
  init(
    methods: [PredictionMethod], scores: [[Double]], positiveCount: Int,
    validationAreas: [Double]?, hitRanks: [Int], bootstrap: Bootstrap
  ) throws {
    let rankings = try concurrentMapOrCancelled(
      methods.count, threadCount: bootstrap.threadCount
    ) { method -> Result<(RankedScores, Ranks), MetricError> in
      let positives = Array(scores[method].prefix(positiveCount))
      let negatives = Array(scores[method].dropFirst(positiveCount))
      do throws(MetricError) {
        let pool = Array(negatives.prefix(LinkPredictionOptions.rankedNegativeCount))
        return .success(
          (
            try RankedScores(positives: positives, negatives: negatives),
            try Ranks(of: positives, among: pool)
          ))
      } catch {
        return .failure(error)
      }
    }
    var ranked: [RankedScores] = []
    var ranks: [Ranks] = []
    for (method, ranking) in zip(methods, rankings) {
      switch ranking {
      case .success(let success):
        ranked.append(success.0)
        ranks.append(success.1)
      case .failure(let error):
        throw LinkPredictionError.noMetric(method: method.title, reason: error)
      }
    }
    let draws = try bootstrap.metrics(of: ranked)
    areas = zip(ranked, draws).map { ranked, draws in
      Metric(value: ranked.areaUnderCurve, samples: draws.map(\.areaUnderCurve))
    }
    precisions = zip(ranked, draws).map { ranked, draws in
      Metric(value: ranked.averagePrecision, samples: draws.map(\.averagePrecision))
    }
    func means(_ values: [[Double]]) throws(CancellationError) -> [Metric] {
      zip(values, try bootstrap.means(of: values)).map { values, samples in
        Metric(value: Spread(of: values).mean, samples: samples)
      }
    }
    reciprocalRanks = try means(ranks.map { $0.values.map { 1 / $0 } })
    hits = try hitRanks.map { rank in
      try means(ranks.map { $0.values.map { $0 <= Double(rank) ? 1 : 0 } })
    }
    curves = ranked.map {
      (
        CurvePoint.thinned($0.receiverOperatingCurve, to: 200),
        CurvePoint.thinned($0.precisionRecallCurve, to: 200)
      )
    }
    self.methods = methods
    self.validationAreas = validationAreas
  }
}
