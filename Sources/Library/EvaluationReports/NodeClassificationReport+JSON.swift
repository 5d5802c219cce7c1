public import Evaluation
package import Text

extension NodeClassificationReport {
  /// The report as JSON, for programs: every option, and the scores by share and by label.
  ///
  /// The same experiment always gives the same text.
  public var json: String { JSONWriter.text(of: .object(facts)) + "\n" }

  /// The report as JSON, including the origin of its numbers.
  ///
  /// - Parameter context: The origin of the numbers.
  /// - Returns: An object; the same experiment always gives the same text.
  package func json(_ context: ReportContext) -> JSONValue {
    let origin: [(name: String, value: JSONValue)] = [
      ("program", .string(context.program)), ("input", .object(context.input)),
    ]
    return .object(Array(facts.prefix(1)) + origin + facts.dropFirst())
  }

  private var facts: [(name: String, value: JSONValue)] {
    [
      ("experiment", "node-classification"),
      (
        "options",
        [
          "seed": .string(String(options.seed)),
          "training_shares": .array(parts.map { .double($0.trainingShare) }),
          "repeats": .integer(parts[0].microF1.count),
          "given_split": .boolean(isGivenSplit),
          "cost": .double(options.cost),
        ]
      ),
      ("nodes", .integer(nodeCount)),
      ("labeled_nodes", .integer(labeledCount)),
      ("multi_label", .boolean(isMultiLabel)),
      ("shares", .array(parts.map(json))),
    ]
  }

  private func json(_ part: Part) -> JSONValue {
    [
      "training_share": .double(part.trainingShare),
      "training_nodes": .integer(part.trainingCount),
      "test_nodes": .integer(part.testCount),
      "micro_f1": Self.json(part.microF1),
      "macro_f1": Self.json(part.macroF1),
      "accuracy": Self.json(part.accuracy),
      "labels": .array(
        zip(labelNames, part.labels).map { name, counts in
          [
            "label": .string(name),
            "precision": .double(counts.precision),
            "recall": .double(counts.recall),
            "f1": .double(counts.f1),
            "tested": .integer(counts.support),
          ]
        }),
    ]
  }

  private static func json(_ spread: Spread) -> JSONValue {
    ["mean": .double(spread.mean), "spread": .double(spread.deviation)]
  }
}
