internal import CLinear
internal import Parallel

/// Examples in the layout of LIBLINEAR.
///
/// Only this file uses the library.
@safe struct LinearExamples: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: the memory is written only on creation; training reads it.

  private let rowCount: Int
  private let featureCount: Int
  private let nodes: UnsafeMutableBufferPointer<feature_node>
  private let rows: UnsafeMutableBufferPointer<UnsafeMutablePointer<feature_node>?>

  init(_ features: FeatureMatrix) {
    rowCount = features.rowCount
    featureCount = features.columnCount
    // The features, counted from 1, the constant feature for the intercept, and the end of the row.
    let stride = features.columnCount + 2
    unsafe nodes = .allocate(capacity: rowCount * stride)
    unsafe rows = .allocate(capacity: rowCount)
    for row in 0..<rowCount {
      let start = row * stride
      for column in 0..<featureCount {
        unsafe nodes.initializeElement(
          at: start + column,
          to: feature_node(
            index: Int32(column + 1), value: features.elements[row * featureCount + column]))
      }
      unsafe nodes.initializeElement(
        at: start + featureCount, to: feature_node(index: Int32(featureCount + 1), value: 1))
      unsafe nodes.initializeElement(
        at: start + featureCount + 1, to: feature_node(index: -1, value: 0))
      unsafe rows.initializeElement(at: row, to: nodes.baseAddress.map { unsafe $0 + start })
    }
  }

  deinit {
    unsafe nodes.deallocate()
    unsafe rows.deallocate()
  }

  /// Trains one model per question, on several threads.
  borrowing func train(
    answers: [[Bool]], cost: Double, tolerance: Double, threadCount: Int
  ) -> [LogisticRegression] {
    amble_linear_be_silent()
    return concurrentMap(answers.count, threadCount: threadCount) { question in
      let answers = answers[question]
      let yesCount = answers.count { $0 }
      guard yesCount > 0 && yesCount < rowCount else {
        return .constant(yesCount > 0, featureCount: featureCount)
      }
      // The library itself lowers the tolerance by the share of the rarer answer.
      return model(answers: answers, cost: cost, tolerance: tolerance)
    }
  }

  /// Trains a model for one question.
  ///
  /// The corresponding C function is `train`.
  private borrowing func model(
    answers: [Bool], cost: Double, tolerance: Double
  ) -> LogisticRegression {
    var targets = answers.map { $0 ? 1.0 : -1.0 }
    // SAFETY: the library reads the rows, which live as long as `self`, and the targets within the
    // call; it frees what it has returned.
    return unsafe targets.withUnsafeMutableBufferPointer { targets in
      var problem = unsafe problem(
        l: Int32(rowCount), n: Int32(featureCount + 1), y: targets.baseAddress,
        x: rows.baseAddress, bias: 1)
      var options = unsafe parameter()
      unsafe options.solver_type = Int32(L2R_LR)
      unsafe options.C = cost
      unsafe options.eps = tolerance
      guard let trained = unsafe CLinear.train(&problem, &options) else {
        preconditionFailure("LIBLINEAR returns a model")
      }
      var model: UnsafeMutablePointer<model>? = unsafe trained
      defer { unsafe free_and_destroy_model(&model) }
      // The weights belong to the class that comes first among the examples.
      let sign: Double = unsafe trained.pointee.label[0] > 0 ? 1 : -1
      let weights = (0...featureCount).map { unsafe sign * trained.pointee.w[$0] }
      return LogisticRegression(
        weights: Array(weights.dropLast()), intercept: weights[featureCount])
    }
  }
}
