import Testing

@testable import Evaluation

@Suite struct LogisticRegressionTests {
  struct Expectation: Decodable {
    let cost: Double
    let columnCount: Int
    let features: [Double]
    let answers: [Bool]
    let weights: [Double]
    let intercept: Double
  }

  @Test func `weights agree with those of scikit-learn's liblinear`() throws {
    let expected = try Fixture.read("logistic.json", as: [Expectation].self)
    #expect(expected.count == 3)
    for expected in expected {
      let model = try LogisticRegression.train(
        on: FeatureMatrix(columnCount: expected.columnCount, elements: expected.features),
        answers: [expected.answers], cost: expected.cost, tolerance: 1e-8, threadCount: 1)[0]
      #expect(agrees(model.weights, expected.weights, within: 1e-4))
      #expect(agrees([model.intercept], [expected.intercept], within: 1e-4))
    }
  }

  @Test func `the sign does not depend on which answer comes first`() throws {
    let features = FeatureMatrix(columnCount: 1, elements: [-2, -1, 1, 2])
    for answers in [[false, false, true, true], [true, true, false, false]] {
      let model = try LogisticRegression.train(on: features, answers: [answers], threadCount: 1)[0]
      #expect((model.score([2]) > 0) == answers[3])
      #expect((model.score([-2]) > 0) == answers[0])
      #expect(model.scores(features).map { $0 > 0 } == answers)
    }
  }

  @Test func `the number of threads does not change a bit`() throws {
    let elements = (0..<300).map { Double(($0 * 7919) % 101) / 50 - 1 }
    let features = FeatureMatrix(columnCount: 5, elements: elements)
    let answers = (2..<9).map { divisor in (0..<60).map { ($0 * 31 / 7) % divisor == 0 } }
    func weights(threadCount: Int) throws -> [[Double]] {
      try LogisticRegression.train(on: features, answers: answers, threadCount: threadCount)
        .map(\.weights)
    }
    let expected = try weights(threadCount: 1)
    #expect(expected.count == 7)
    for _ in 0..<20 { #expect(try weights(threadCount: 4) == expected) }
  }

  @Test func `answers that are all the same make a model that always gives them`() throws {
    let features = FeatureMatrix(columnCount: 1, elements: [1, 2])
    let models = try LogisticRegression.train(
      on: features, answers: [[true, true], [false, false]], threadCount: 1)
    #expect(models.map { $0.score([5]) } == [.infinity, -.infinity])
  }

  @Test func `scaling brings columns to mean 0 and deviation 1`() {
    var matrix = FeatureMatrix(columnCount: 2, elements: [1, 7, 3, 7, 5, 7, 7, 7])
    FeatureScaling(of: matrix).apply(to: &matrix)
    let root = 5.0.squareRoot()
    #expect(
      agrees(matrix.elements, [-3 / root, 0, -1 / root, 0, 1 / root, 0, 3 / root, 0]))
  }

  @Test func `a model of scaled features gives the same scores on those before scaling`() {
    let matrix = FeatureMatrix(columnCount: 3, elements: [1, 7, 20, 3, 7, -40, 5, 7, 90, 7, 7, 10])
    let scaling = FeatureScaling(of: matrix)
    var scaled = matrix
    scaling.apply(to: &scaled)
    let model = LogisticRegression(weights: [0.5, -2, 3], intercept: 0.25)
    let (weights, intercept) = scaling.unscaled(model)
    let scores = stride(from: 0, to: 12, by: 3).map { start in
      (0..<3).reduce(intercept) { $0 + weights[$1] * matrix.elements[start + $1] }
    }
    #expect(agrees(scores, model.scores(scaled), within: 1e-12))
  }
}
