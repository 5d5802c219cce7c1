import NodeEmbedding

/// Takes edges out and tries to find them.
func tryLinkPrediction(_ expectations: inout Expectations) throws {
  let graph = try Graph(contentsOf: "graphs/lesmis.edges")
  var options = LinkPredictionOptions()
  options.operators = [.hadamard, .cosine]
  options.split.testShare = 0.3
  let report = try LinkPrediction(options: options, threadCount: 2)
    .run(on: graph) { residual, seed in
      try DeepWalk(walkLength: 40, dimensions: 32, seed: seed).embed(residual.graph)
    }
  expectations.expect(report.splits.count == 1, "one split is made")
  expectations.expect(
    report.methods.contains {
      $0.method == .embedding(.cosine) && $0.areaUnderCurve.spread.mean > 0.6
    },
    "vectors tell edges from other pairs")
  print(report.text, terminator: "")
}
