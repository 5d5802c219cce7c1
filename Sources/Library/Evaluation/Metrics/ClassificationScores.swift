/// How well predicted labels agree with the true labels.
struct ClassificationScores: Sendable, Equatable {
  /// The counts of each label.
  let labels: [LabelCounts]
  /// The share of nodes for which exactly the true labels were predicted.
  let accuracy: Double

  /// Compares predictions with the truth.
  ///
  /// - Parameters:
  ///   - predicted: For each node, its predicted labels without repeats.
  ///   - actual: For each node, its true labels without repeats.
  ///   - labelCount: The number of labels; every label is less than it.
  /// - Throws: `MetricError.noPositives` if there are no nodes.
  /// - Precondition: `predicted` and `actual` have the same length.
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

  /// The F1 score of the counts of all labels together: frequent labels weigh more.
  var microF1: Double { labels.reduce(into: LabelCounts()) { $0 += $1 }.f1 }

  /// The mean of the F1 scores of the labels: each label weighs the same.
  ///
  /// A label that no test node has and none was given counts with F1 0.
  var macroF1: Double { labels.reduce(0) { $0 + $1.f1 } / Double(max(1, labels.count)) }
}
