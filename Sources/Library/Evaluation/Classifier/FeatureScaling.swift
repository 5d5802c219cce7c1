/// The transformation that brings the columns of a matrix to mean 0 and standard deviation 1.
///
/// The means and deviations are those of the training examples; the same numbers are applied to
/// test examples. A column that is constant in training is only shifted.
struct FeatureScaling: Sendable {
  private let means: [Double]
  private let factors: [Double]

  /// Measures the columns of a matrix.
  ///
  /// - Parameter matrix: The training examples; at least one row.
  init(of matrix: FeatureMatrix) {
    let count = Double(matrix.rowCount)
    var means = [Double](repeating: 0, count: matrix.columnCount)
    for row in 0..<matrix.rowCount {
      let start = row * matrix.columnCount
      for column in 0..<matrix.columnCount { means[column] += matrix.elements[start + column] }
    }
    for column in means.indices { means[column] /= count }
    var squares = [Double](repeating: 0, count: matrix.columnCount)
    for row in 0..<matrix.rowCount {
      let start = row * matrix.columnCount
      for column in 0..<matrix.columnCount {
        let distance = matrix.elements[start + column] - means[column]
        squares[column] += distance * distance
      }
    }
    self.means = means
    factors = zip(squares, means).map { square, mean in
      let deviation = (square / count).squareRoot()
      // Rounding gives a constant column a deviation of this order.
      return deviation > 1e-12 * abs(mean) ? 1 / deviation : 1
    }
  }

  /// Shifts and scales the columns of a matrix.
  func apply(to matrix: inout FeatureMatrix) {
    for row in 0..<matrix.rowCount {
      let start = row * matrix.columnCount
      for column in 0..<matrix.columnCount {
        matrix.elements[start + column] =
          (matrix.elements[start + column] - means[column]) * factors[column]
      }
    }
  }

  /// The weights and the intercept that give, on unscaled features, the scores of a model on scaled
  /// ones.
  func unscaled(_ model: LogisticRegression) -> (weights: [Double], intercept: Double) {
    let weights = zip(model.weights, factors).map { $0 * $1 }
    return (weights, zip(weights, means).reduce(model.intercept) { $0 - $1.0 * $1.1 })
  }
}
