// Are vectors worth having? Half of the ties between the characters of Les Misérables are taken
// out; an embedding of what is left, and rules that need no embedding, are to find them again.
//
//     swift run -c release LesMiserablesLinks [--seed N]

import Foundation
import NodeEmbedding

func run(seed: UInt64) throws {
  let graph = try Graph(contentsOf: "graphs/lesmis.edges")
  var options = LinkPredictionOptions()
  options.operators = [.hadamard, .cosine]
  options.repetitionCount = 3
  options.seed = seed
  let report = try LinkPrediction(options: options, threadCount: 2)
    .run(on: graph) { residual, seed in
      // The edges of the test are not in `residual.graph`: nothing can be learned from them.
      try Node2Vec(inOutParameter: 0.5, dimensions: 32, seed: seed).embed(residual.graph)
    }

  print("The area under the curve, the mean of \(report.splits.count) splits:")
  for result in report.methods {
    let area = result.areaUnderCurve.spread
    print("  \(result.method.title): \(decimals(area.mean)) ± \(decimals(area.deviation))")
  }
  print(report.verdict.description)
}

func decimals(_ number: Double) -> String { String(format: "%.3f", number) }

/// The argument that follows a word.
func argument(after word: String) -> String? {
  CommandLine.arguments.drop { $0 != word }.dropFirst().first
}

try run(seed: argument(after: "--seed").flatMap { UInt64($0) } ?? 1)
