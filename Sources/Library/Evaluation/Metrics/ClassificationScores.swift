/// How well predicted labels agree with the true ones.
struct ClassificationScores: Sendable, Equatable {
  /// The counts of each label.
  let labels: [LabelCounts]
  /// The share of nodes whose predicted labels are exactly the true ones.
  let accuracy: Double

  /// Compares predictions with the truth.
  ///
  /// - Parameters:
  ///   - predicted: For each node, its predicted labels without repeats.
  ///   - actual: For each node, its true labels without repeats.
  ///   - labelCount: The number of labels; every label is less than it.
  /// - Throws: `MetricError.noPositives` when there is no node.
  /// - Precondition: There are as many predictions as truths.
  init(predicted: [[Int]], actual: [[Int]], labelCount: Int) throws(MetricError) {
    precondition(predicted.count == actual.count, "one prediction a node")
    guard !actual.isEmpty else { throw .noPositives }
    var labels = [LabelCounts](repeating: LabelCounts(), count: labelCount)
    var exact = 0
    for (predicted, actual) in zip(predicted, actual) {
      let guesses = Set(predicted)
      let truth = Set(actual)
      for label in guesses {
        if truth.contains(label) {
          labels[label].truePositives += 1
        } else {
          labels[label].falsePositives += 1
        }
      }
      for label in truth.subtracting(guesses) { labels[label].falseNegatives += 1 }
      if guesses == truth { exact += 1 }
    }
    self.labels = labels
    accuracy = Double(exact) / Double(actual.count)
  }

  /// F1 of the counts of all labels taken together: frequent labels weigh more.
  var microF1: Double { labels.reduce(into: LabelCounts()) { $0 += $1 }.f1 }

  /// The mean of the labels' F1: each label weighs the same, also one that no node of the test has
  /// and none was given, with F1 0.
  var macroF1: Double { labels.reduce(0) { $0 + $1.f1 } / Double(max(1, labels.count)) }
}
