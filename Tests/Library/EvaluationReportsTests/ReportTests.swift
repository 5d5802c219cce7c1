import Evaluation
import Foundation
import Graphs
import NodeEmbedding
import Testing
import Text

@testable import EvaluationReports

@Suite struct ReportTests {
  static let context = ReportContext(
    program: "amble 0", input: [("file", "karate")], parameters: [("dimensions", 8)],
    inputText: "karate: 34 nodes", parametersText: "8 dimensions")

  /// Two rings with chords, joined by one edge, and a label for each.
  static let graph: Graph = {
    var edges: [(Node, Node)] = [(0, 20)]
    for start in [0, 20] {
      for node in 0..<20 {
        for step in 1...4 {
          edges.append((Node(start + node), Node(start + (node + step) % 20)))
        }
      }
    }
    return Graph(nodeCount: 40, edges: edges)
  }()

  static func embed(_ graph: Graph) throws -> Embedding {
    var method = Node2Vec(dimensions: 8, seed: 1)
    method.walks.walkLength = 10
    return try method.embed(graph)
  }

  static func linkPrediction(repeats: Int, validationShare: Double) throws -> LinkPredictionReport {
    var options = LinkPredictionOptions()
    options.repetitionCount = repeats
    options.split.testShare = 0.2
    options.split.validationShare = validationShare
    options.bootstrapSampleCount = 40
    return try LinkPrediction(options: options, threadCount: 2).run(on: graph) { residual, _ in
      try embed(residual.graph)
    }
  }

  static func classification() throws -> NodeClassificationReport {
    let labels = NodeLabels((0..<40).map { [$0 < 20 ? 0 : 1] }, labelNames: ["one", "two"])
    return try NodeClassification(options: NodeClassificationOptions(), threadCount: 2)
      .run(on: embed(graph), labels: labels)
  }

  private func object(_ value: JSONValue) throws -> [String: Any] {
    let data = Data(JSONWriter.text(of: value).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(arguments: [(1, 0.0), (3, 0.1)])
  func `a report of link prediction names every method once`(
    repeats: Int, validationShare: Double
  ) throws {
    let report = try Self.linkPrediction(repeats: repeats, validationShare: validationShare)
    let lines = report.lines
    for method in report.methods {
      #expect(lines.count { $0.hasPrefix(method.method.title + " ") } >= 1)
    }
    #expect(lines.last == report.verdict.description)
    #expect(lines.contains { $0.contains("±  ") } == (repeats > 1))
    #expect(!lines.joined().contains("nan"))
    let markdown = report.markdown(Self.context)
    #expect(markdown.contains("| Adamic–Adar |"))
    #expect(markdown.contains("- Graph: karate: 34 nodes"))
  }

  @Test func `JSON has every seed, option and metric`() throws {
    let report = try Self.linkPrediction(repeats: 2, validationShare: 0.1)
    let json = try object(report.json(Self.context))
    let methods = try #require(json["methods"] as? [[String: Any]])
    #expect(methods.count == 13)
    let first = try #require(methods[0]["auc"] as? [String: Double])
    #expect(first["mean"] == report.methods[0].areaUnderCurve.spread.mean)
    #expect(Set(first.keys) == ["mean", "low", "high", "standard_error", "spread"])
    let splits = try #require(json["splits"] as? [[String: Any]])
    #expect(splits.map { $0["seed"] as? String } == report.splits.map { String($0.seed) })
    #expect((json["graph"] as? [String: String])?["file"] == "karate")
    #expect(
      (json["verdict"] as? [String: Any])?["finding"] as? String == report.verdict.finding.rawValue)
  }

  @Test func `a report is text, Markdown, JSON and a chart without a context`() throws {
    let prediction = try Self.linkPrediction(repeats: 1, validationShare: 0)
    let classification = try Self.classification()
    #expect(prediction.text == prediction.lines.joined(separator: "\n") + "\n")
    #expect(classification.text == classification.lines.joined(separator: "\n") + "\n")
    #expect(prediction.markdown.hasPrefix("## Link prediction\n\n- Seed: 1\n"))
    #expect(prediction.markdown.hasSuffix("\n**\(prediction.verdict.description)**\n"))
    #expect(classification.markdown.hasPrefix("## Node classification\n\n- Seed: 1\n"))
    #expect(classification.markdown.hasSuffix(" |\n"))
    for (text, experiment) in [
      (prediction.json, "link-prediction"), (classification.json, "node-classification"),
    ] {
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(json["experiment"] as? String == experiment)
      #expect(json["program"] == nil && json["graph"] == nil && json["input"] == nil)
      #expect(json["options"] != nil)
    }
    #expect(prediction.chart.hasPrefix("<svg ") && prediction.chart.hasSuffix("</svg>\n"))
    #expect(classification.chart.contains("Classifying the nodes of the graph"))
  }

  @Test func `charts have a line for each method`() throws {
    let report = try Self.linkPrediction(repeats: 1, validationShare: 0)
    let svg = report.charts(of: "rings").svg
    for method in report.methods { #expect(svg.contains("  \(method.method.title)</text>")) }
    #expect(svg.contains("Finding removed edges of rings"))
  }

  @Test func `a report of classification names every label`() throws {
    let report = try Self.classification()
    let lines = report.lines
    #expect(lines.contains { $0.hasPrefix("one ") } && lines.contains { $0.hasPrefix("two ") })
    #expect(lines.contains { $0.hasPrefix("50 % ") })
    let json = try object(report.json(Self.context))
    let shares = try #require(json["shares"] as? [[String: Any]])
    #expect(shares.map { $0["training_share"] as? Double } == [0.1, 0.5, 0.9])
    #expect((shares[0]["labels"] as? [[String: Any]])?.count == 2)
    #expect(report.markdown(Self.context).contains("| one | "))
    let svg = report.charts(of: "rings").svg
    #expect(svg.contains(">micro-F1</text>") && svg.contains(">macro-F1</text>"))
  }

  @Test func `every measure of classification is under its own name`() throws {
    // Every fifth node has a label that its vector does not show.
    let labels = NodeLabels(
      (0..<40).map { ($0 < 20 ? [0] : [1]) + ($0 % 5 == 0 ? [2] : []) },
      labelNames: ["one", "two", "fifth"])
    let report = try NodeClassification(options: NodeClassificationOptions(), threadCount: 2)
      .run(on: Self.embed(Self.graph), labels: labels)
    let part = report.parts[1]
    let means = [part.microF1.mean, part.macroF1.mean, part.accuracy.mean]
    #expect(Set(means).count == 3)

    let json = try object(report.json(Self.context))
    let share = try #require((json["shares"] as? [[String: Any]])?[1])
    let names = ["micro_f1", "macro_f1", "accuracy"]
    #expect(names.map { (share[$0] as? [String: Double])?["mean"] } == means)

    func cells(_ prefix: String) throws -> [String] {
      let line = report.markdown(Self.context).split(separator: "\n").first {
        $0.hasPrefix("| \(prefix) |")
      }
      return try #require(line).split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let header = try cells("trained on")
    let row = try cells("50 %")
    let columns = try ["micro-F1 %", "macro-F1 %", "accuracy %"].map {
      try #require(header.firstIndex(of: $0))
    }
    #expect(columns.map { row[$0] } == means.map { (100 * $0).decimals(2) })

    let lines = report.charts(of: "rings").charts[0].lines
    #expect(lines.map(\.label) == ["micro-F1", "macro-F1"])
    #expect(lines.map { $0.points[1].y } == Array(means.prefix(2)))
  }
}
