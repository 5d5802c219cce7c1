public import Evaluation
package import Text

extension LinkPredictionReport {
  /// The report as JSON, for programs: every option, seed and count, and every metric with its
  /// interval.
  ///
  /// The same experiment always gives the same text.
  public var json: String { JSONWriter.text(of: .object(facts)) + "\n" }

  /// The report as JSON, including the origin of its numbers.
  ///
  /// - Parameter context: The origin of the numbers.
  /// - Returns: An object; the same experiment always gives the same text.
  package func json(_ context: ReportContext) -> JSONValue {
    let origin: [(name: String, value: JSONValue)] = [
      ("program", .string(context.program)), ("graph", .object(context.input)),
      ("embedding", .object(context.parameters)),
    ]
    return .object(Array(facts.prefix(1)) + origin + facts.dropFirst())
  }

  private var facts: [(name: String, value: JSONValue)] {
    [
      ("experiment", "link-prediction"),
      ("options", optionsJSON),
      ("splits", .array(splits.map(Self.json))),
      ("methods", .array(methods.map(Self.json))),
      ("verdict", verdictJSON),
    ]
  }

  private var verdictJSON: JSONValue {
    [
      "method": .string(verdict.method.identifier),
      "chosen_by": .string(verdict.isChosenByValidation ? "validation" : "order"),
      "heuristic": .string(verdict.heuristic.identifier),
      "auc_difference": .double(verdict.difference),
      "margin": .double(verdict.margin),
      "finding": .string(verdict.finding.rawValue),
      "text": .string(verdict.description),
    ]
  }

  private var optionsJSON: JSONValue {
    [
      "seed": .string(String(options.seed)),
      "split": .string(options.split.kind.rawValue),
      "test_share": .double(options.split.testShare),
      "validation_share": .double(options.split.validationShare),
      "classifier_share": .double(options.split.classifierShare),
      "negatives": .string(options.split.negatives.rawValue),
      "respects_sides": .boolean(options.split.respectsSides),
      "largest_training_count": options.split.largestTrainingCount.map { .integer($0) } ?? nil,
      "operators": .array(options.operators.map { .string($0.rawValue) }),
      "repeats": .integer(options.repetitionCount),
      "cost": .double(options.cost),
      "bootstrap_samples": .integer(options.bootstrapSampleCount),
      "ranked_negatives": .integer(LinkPredictionOptions.rankedNegativeCount),
      "katz_damping": .double(Heuristic.katzDamping),
      "katz_length": .integer(Heuristic.katzLength),
    ]
  }

  private static func json(_ split: Split) -> JSONValue {
    func counts(_ counts: [Int]) -> JSONValue {
      ["edges": .integer(counts[0]), "others": .integer(counts[1])]
    }
    return [
      "seed": .string(String(split.seed)),
      "residual_edges": .integer(split.residualEdgeCount),
      "training": counts(split.trainingCounts),
      "validation": counts(split.validationCounts),
      "test": counts(split.testCounts),
      "left_out": .integer(split.leftOutCount),
      "joins_two_sides": .boolean(split.joinsTwoSides),
    ]
  }

  private static func json(_ result: MethodResult) -> JSONValue {
    [
      "method": .string(result.method.identifier),
      "kind": result.method.isHeuristic ? "heuristic" : "embedding",
      "auc": json(result.areaUnderCurve),
      "average_precision": json(result.averagePrecision),
      "hits": .object(result.hits.map { (name: String($0.rank), value: json($0.share)) }),
      "mrr": json(result.meanReciprocalRank),
      "validation_auc": result.validationArea.map { .double($0) } ?? nil,
    ]
  }

  private static func json(_ measurement: Measurement) -> JSONValue {
    [
      "mean": .double(measurement.spread.mean),
      "low": .double(measurement.interval.low),
      "high": .double(measurement.interval.high),
      "standard_error": .double(measurement.interval.standardError),
      "spread": .double(measurement.spread.deviation),
    ]
  }
}
