/// A linear model of the probability of a positive answer.
///
/// It minimizes ½‖*w*‖² + *C* Σ log(1 + exp(−*y*(*w*·*x* + *b*))), where the intercept *b* is
/// regularized like the weights, by LIBLINEAR's trust-region Newton method (solver 0): the
/// objective of scikit-learn's `LogisticRegression(solver="liblinear")`. The method draws no random
/// numbers and shares nothing between calls, so that models can be trained on several threads at
/// once.
///
/// R.-E. Fan et al.: LIBLINEAR: A Library for Large Linear Classification, JMLR 2008. C.-J. Lin,
/// R. C. Weng, S. S. Keerthi: Trust Region Newton Method for Large-Scale Logistic Regression, JMLR
/// 2008.
struct LogisticRegression: Sendable {
  /// The weight of each feature.
  let weights: [Double]
  /// The score if all features are 0.
  let intercept: Double

  /// Trains one model for each of several questions about the same examples.
  ///
  /// A call of LIBLINEAR cannot be interrupted; it is abandoned if the task is canceled.
  ///
  /// - Parameters:
  ///   - features: One row per example; at least one.
  ///   - answers: For each question, whether the answer is yes for each example.
  ///   - cost: *C*, the weight of errors relative to the size of the weights; positive.
  ///   - tolerance: The norm of the gradient at which to stop, relative to its initial norm and to
  ///     the share of the rarer answer.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  /// - Returns: One model per question. If all answers to a question are the same, its model has
  ///   weights 0 and an intercept of plus or minus infinity, so that it always gives that answer.
  /// - Throws: `CancellationError` if the current task is canceled.
  /// - Precondition: Every feature is finite, and every question has an answer for each example.
  /// - Complexity: 16 bytes of memory for each element of `features`.
  static func train(
    on features: FeatureMatrix, answers: [[Bool]], cost: Double = 1, tolerance: Double = 0.001,
    threadCount: Int
  ) throws(CancellationError) -> [LogisticRegression] {
    try finishedUnlessCancelled {
      trainToTheEnd(
        on: features, answers: answers, cost: cost, tolerance: tolerance, threadCount: threadCount)
    }
  }

  /// Trains models like `train`, whether or not the current task is canceled.
  static func trainToTheEnd(
    on features: FeatureMatrix, answers: [[Bool]], cost: Double, tolerance: Double = 0.001,
    threadCount: Int
  ) -> [LogisticRegression] {
    precondition(cost > 0 && tolerance > 0, "the cost and the tolerance are positive")
    precondition(answers.allSatisfy { $0.count == features.rowCount }, "an answer an example")
    precondition(features.elements.allSatisfy(\.isFinite), "features are finite")
    let examples = LinearExamples(features)
    return examples.train(
      answers: answers, cost: cost, tolerance: tolerance, threadCount: threadCount)
  }

  /// A model that always gives the same answer.
  static func constant(_ answer: Bool, featureCount: Int) -> LogisticRegression {
    LogisticRegression(
      weights: [Double](repeating: 0, count: featureCount),
      intercept: answer ? .infinity : -.infinity)
  }

  /// The score of an example: the logarithm of the odds of a yes.
  ///
  /// - Parameter example: As many numbers as there are weights.
  /// - Returns: A number that is positive if yes is more likely.
  func score(_ example: some Collection<Double>) -> Double {
    zip(weights, example).reduce(intercept) { $0 + $1.0 * $1.1 }
  }

  /// The scores of all rows of a matrix.
  func scores(_ matrix: FeatureMatrix) -> [Double] {
    (0..<matrix.rowCount).map { row in
      var sum = intercept
      let start = row * matrix.columnCount
      for column in 0..<matrix.columnCount {
        sum += weights[column] * matrix.elements[start + column]
      }
      return sum
    }
  }
}
