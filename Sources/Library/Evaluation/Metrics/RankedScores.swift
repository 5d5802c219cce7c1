/// The scores of positives and negatives in descending order, with equal scores grouped.
///
/// Metrics do not depend on the order in which equal scores were given: for the area under the
/// curve, a tie between a positive and a negative counts half; average precision and the curves
/// take all equal scores at once. With a constant score, the area is 0.5 and the average precision
/// is the share of positives. Scores for which a metric is undefined cause an error on creation.
public struct RankedScores: Sendable {
  /// The number of positives.
  public let positiveCount: Int
  /// The number of negatives.
  public let negativeCount: Int
  /// The items by descending score; the numbers of the positives come before those of the
  /// negatives.
  private let order: [UInt32]
  /// The end of each run of equal scores in `order`.
  private let groupEnds: [UInt32]

  /// Ranks scores.
  ///
  /// - Parameters:
  ///   - positives: The scores of the items that should score high.
  ///   - negatives: The scores of the items that should score low.
  /// - Throws: `MetricError` if either is empty or a score is not finite.
  /// - Complexity: O(*n* log *n*) for *n* scores.
  public init(positives: [Double], negatives: [Double]) throws(MetricError) {
    guard !positives.isEmpty else { throw .noPositives }
    guard !negatives.isEmpty else { throw .noNegatives }
    let scores = positives + negatives
    let notFinite = scores.count { !$0.isFinite }
    guard notFinite == 0 else { throw .notFinite(count: notFinite) }
    positiveCount = positives.count
    negativeCount = negatives.count
    let sorted = scores.enumerated().map { (score: $1, item: UInt32($0)) }
      .sorted { ($1.score, $0.item) < ($0.score, $1.item) }
    order = sorted.map(\.item)
    groupEnds = sorted.indices.filter {
      $0 + 1 == sorted.count || sorted[$0].score != sorted[$0 + 1].score
    }.map { UInt32($0 + 1) }
  }

  /// The area under the receiver operating characteristic (ROC) curve: the probability that a
  /// random positive scores higher than a random negative, with ties counting half.
  public var areaUnderCurve: Double { summary(weights: nil).areaUnderCurve }

  /// The average precision: the sum of precision times gain in recall over the distinct scores,
  /// without interpolation.
  public var averagePrecision: Double { summary(weights: nil).averagePrecision }

  /// Computes both metrics in one pass, counting every item as often as its weight says.
  ///
  /// - Parameter weights: One count per positive, then one per negative; nil counts each once. The
  ///   counts of each kind must have a positive sum.
  /// - Returns: The area and the average precision.
  func summary(weights: [UInt16]?) -> (areaUnderCurve: Double, averagePrecision: Double) {
    var positives = 0
    var negatives = 0
    var doubledWins = 0
    var precisionSum = 0.0
    var start = 0
    for end in groupEnds {
      var groupPositives = 0
      var groupNegatives = 0
      for place in start..<Int(end) {
        let item = Int(order[place])
        let weight = weights.map { Int($0[item]) } ?? 1
        if item < positiveCount { groupPositives += weight } else { groupNegatives += weight }
      }
      doubledWins += groupNegatives * (2 * positives + groupPositives)
      positives += groupPositives
      negatives += groupNegatives
      if groupPositives > 0 {
        precisionSum += Double(groupPositives) * Double(positives) / Double(positives + negatives)
      }
      start = Int(end)
    }
    return (
      Double(doubledWins) / (2 * Double(positives) * Double(negatives)),
      precisionSum / Double(positives)
    )
  }

  /// The true positive rate against the false positive rate, from (0, 0) to (1, 1), with one point
  /// for each distinct score.
  public var receiverOperatingCurve: [CurvePoint] {
    [CurvePoint(x: 0, y: 0)]
      + counts.map {
        CurvePoint(
          x: Double($0.negatives) / Double(negativeCount),
          y: Double($0.positives) / Double(positiveCount))
      }
  }

  /// The precision against the recall, from recall 0 (precision 1 by definition) to recall 1, with
  /// one point for each distinct score.
  public var precisionRecallCurve: [CurvePoint] {
    [CurvePoint(x: 0, y: 1)]
      + counts.map {
        CurvePoint(
          x: Double($0.positives) / Double(positiveCount),
          y: Double($0.positives) / Double($0.positives + $0.negatives))
      }
  }

  /// For each distinct score, the numbers of positives and negatives that score at least as high.
  private var counts: [(positives: Int, negatives: Int)] {
    var counts: [(positives: Int, negatives: Int)] = []
    var positives = 0
    var start = 0
    for end in groupEnds {
      positives += order[start..<Int(end)].count { $0 < positiveCount }
      counts.append((positives, Int(end) - positives))
      start = Int(end)
    }
    return counts
  }
}
