internal import Parallel
internal import RandomNumbers

/// Resamples the test pairs with replacement, to see how far metrics would vary.
///
/// Positives and negatives are drawn separately, each as many as there are. All rankings see the
/// same draws, so that differences between them are those of paired samples.
///
/// B. Efron, R. J. Tibshirani: An Introduction to the Bootstrap, 1993.
struct Bootstrap: Sendable {
  /// The number of draws.
  let sampleCount: Int
  let seed: UInt64
  let threadCount: Int

  /// Computes the metrics of rankings of the same pairs for each draw.
  ///
  /// - Parameter rankings: Rankings with the same numbers of positives and negatives.
  /// - Returns: A list of `sampleCount` pairs of metrics for each ranking.
  /// - Throws: `CancellationError` if the current task is canceled.
  /// - Complexity: O(*n*) per ranking and draw for *n* pairs.
  func metrics(
    of rankings: [RankedScores]
  ) throws(CancellationError) -> [[(areaUnderCurve: Double, averagePrecision: Double)]] {
    guard let first = rankings.first else { return [] }
    // A draw may take longer than a canceled task may go on.
    let cancellation = Cancellation()
    let draws = try concurrentMapOrCancelled(sampleCount, threadCount: threadCount) { sample in
      let weights = Self.weights(
        positiveCount: first.positiveCount, negativeCount: first.negativeCount, seed: seed,
        sample: sample)
      return rankings.map { ranking in
        cancellation.isRequested ? (0, 0) : ranking.summary(weights: weights)
      }
    }
    try cancellation.check()
    return rankings.indices.map { ranking in draws.map { $0[ranking] } }
  }

  /// Computes the means of values of the positives for each draw.
  ///
  /// - Parameter values: Lists of values of the same positives.
  /// - Returns: `sampleCount` means for each list.
  /// - Throws: `CancellationError` if the current task is canceled.
  func means(of values: [[Double]]) throws(CancellationError) -> [[Double]] {
    guard let first = values.first else { return [] }
    let draws = try concurrentMapOrCancelled(sampleCount, threadCount: threadCount) { sample in
      let weights = Self.weights(
        positiveCount: first.count, negativeCount: 0, seed: seed, sample: sample)
      return values.map { values in
        zip(values, weights).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(values.count)
      }
    }
    return values.indices.map { list in draws.map { $0[list] } }
  }

  /// How often each pair is drawn: first the positives, then the negatives.
  private static func weights(
    positiveCount: Int, negativeCount: Int, seed: UInt64, sample: Int
  ) -> [UInt16] {
    var generator = SplitMix64(seed: seed, for: .bootstrap, sample)
    var weights = [UInt16](repeating: 0, count: positiveCount + negativeCount)
    for _ in 0..<positiveCount { weights[generator.next(below: positiveCount)] += 1 }
    for _ in 0..<negativeCount {
      weights[positiveCount + generator.next(below: negativeCount)] += 1
    }
    return weights
  }
}
