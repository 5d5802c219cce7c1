import EmbeddingTables
import Testing

@Suite struct OptimizerParityTests {
  @Test(arguments: [1, 2])
  func `optimizers step as PyTorch's to 1e-6`(threadCount: Int) throws {
    let cases = try Fixture.read("optimizers.jsonl")
    #expect(cases.count >= 120)
    // The first case that differs ends the test: one fault is one issue.
    for (number, fixture) in cases.enumerated() {
      var table = try fixture.makeTable(threadCount: threadCount)
      let state = try Self.run(fixture, on: &table)
      try #require(agree(table.numbers(), try #require(fixture.tableAfter)), "case \(number)")
      let expected = try #require(fixture.state)
      try #require(state.count == expected.count, "case \(number)")
      try #require(
        zip(state, expected).allSatisfy { agree($0, $1) },
        "case \(number): the state of \(fixture.optimizer ?? "")")
    }
  }

  /// Runs the steps of a case.
  ///
  /// - Returns: The state of the optimizer, array by array.
  static func run(_ fixture: Fixture, on table: inout EmbeddingTable) throws -> [[Float]] {
    let (options, rows) = (fixture.options, 0..<fixture.rows)
    let rate = try #require(options.lr)
    let maximizes = options.maximize ?? false
    let gradients = try #require(fixture.steps).map { step in
      try SparseGradient(
        indices: step.indices,
        values: VectorArray(
          shape: [step.indices.count, fixture.dimensions], elements: step.values.numbers),
        rowCount: fixture.rows)
    }
    let isDense = fixture.isDense ?? false
    switch fixture.optimizer {
    case "sgd":
      let optimizer = try StochasticGradientDescent(learningRate: rate, maximizes: maximizes)
      for gradient in gradients {
        if isDense {
          try optimizer.step(&table, withDense: try gradient.dense())
        } else {
          try optimizer.step(&table, with: gradient)
        }
      }
      return []
    case "adagrad":
      var optimizer = try Adagrad(
        for: table, learningRate: rate, learningRateDecay: options.lrDecay ?? 0,
        initialAccumulator: options.initialAccumulatorValue ?? 0, epsilon: options.eps ?? 0,
        maximizes: maximizes)
      for gradient in gradients {
        if isDense {
          try optimizer.step(&table, withDense: try gradient.dense())
        } else {
          try optimizer.step(&table, with: gradient)
        }
      }
      return [rows.flatMap { optimizer[$0].numbers }]
    case "rowWiseAdagrad":
      var optimizer = try RowWiseAdagrad(
        for: table, learningRate: rate, epsilon: options.eps ?? 0, maximizes: maximizes)
      for gradient in gradients { try optimizer.step(&table, with: gradient) }
      return [rows.map { optimizer[$0] }]
    default:
      let betas = try #require(options.betas)
      var optimizer = try SparseAdam(
        for: table, learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: options.eps ?? 0,
        maximizes: maximizes)
      for gradient in gradients { try optimizer.step(&table, with: gradient) }
      return [
        rows.flatMap { optimizer.firstMoment(ofRow: $0).numbers },
        rows.flatMap { optimizer.secondMoment(ofRow: $0).numbers },
      ]
    }
  }
}
