public import Evaluation
public import Text

extension NodeClassificationReport {
  /// The report for programs: every option, the scores by share and by label.
  ///
  /// - Parameter context: Where the numbers come from.
  /// - Returns: An object; the same experiment is always the same text.
  public func json(_ context: ReportContext) -> JSONValue {
    [
      "experiment": "node-classification",
      "program": .string(context.program),
      "input": .object(context.input),
      "options": [
        "seed": .string(String(options.seed)),
        "training_shares": .array(parts.map { .double($0.trainingShare) }),
        "repeats": .integer(parts[0].microF1.count),
        "given_split": .boolean(isGivenSplit),
        "cost": .double(options.cost),
      ],
      "nodes": .integer(nodeCount),
      "labelled_nodes": .integer(labelledCount),
      "multi_label": .boolean(isMultiLabel),
      "shares": .array(parts.map(json)),
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
