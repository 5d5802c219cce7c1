import Errors
import Foundation
import Graphs
import NodeEmbedding
import RandomNumbers
import Testing
import Text

@testable import Evaluation

@Suite struct NodeClassificationTests {
  /// Vectors in which each label has a component of its own, with noise.
  static func vectors(of labels: NodeLabels, noise: Double, seed: UInt64 = 1) -> Embedding {
    var generator = SplitMix64(seed: seed)
    var elements: [Float] = []
    for node in 0..<Node(labels.nodeCount) {
      for label in 0..<NodeLabels.Label(labels.labelCount) {
        let signal = labels[node].contains(label) ? 1.0 : 0
        elements.append(Float(signal + noise * (generator.nextUnit() - 0.5)))
      }
    }
    return Embedding(
      names: NameList(count: labels.nodeCount), dimensions: labels.labelCount, vectors: elements)
  }

  static func labels(nodeCount: Int, labelCount: Int, several: Bool) -> NodeLabels {
    var generator = SplitMix64(seed: 9)
    return NodeLabels(
      (0..<nodeCount).map { node in
        let count = several ? 1 + generator.next(below: 3) : 1
        return (0..<count).map { _ in NodeLabels.Label(generator.next(below: labelCount)) }
      }, labelNames: (0..<labelCount).map(String.init))
  }

  static func run(
    _ embedding: Embedding, _ labels: NodeLabels, threadCount: Int = 2, split: NodeSplit? = nil
  ) throws -> NodeClassificationReport {
    var options = NodeClassificationOptions()
    options.repetitionCount = 3
    return try NodeClassification(options: options, threadCount: threadCount)
      .run(on: embedding, labels: labels, split: split)
  }

  @Test(arguments: [false, true])
  func `labels that the vectors show are found`(several: Bool) throws {
    let labels = Self.labels(nodeCount: 400, labelCount: 5, several: several)
    let report = try Self.run(Self.vectors(of: labels, noise: 0.2), labels)
    #expect(report.isMultiLabel == several)
    #expect(report.parts.map(\.trainingCount) == [40, 200, 360])
    #expect(report.parts.map(\.testCount) == [360, 200, 40])
    #expect(report.parts.allSatisfy { $0.microF1.mean > 0.98 && $0.macroF1.mean > 0.97 })
    #expect(report.parts.allSatisfy { $0.microF1.count == 3 })
  }

  @Test func `labels that the vectors do not show are guessed`() throws {
    let labels = Self.labels(nodeCount: 1000, labelCount: 4, several: false)
    let others = Self.labels(nodeCount: 1000, labelCount: 4, several: true)
    let report = try Self.run(Self.vectors(of: others, noise: 5), labels)
    #expect(report.parts.allSatisfy { (0.15...0.35).contains($0.accuracy.mean) })
    // With one label a node, both are the share of nodes with the right label.
    #expect(report.parts.allSatisfy { abs($0.accuracy.mean - $0.microF1.mean) < 1e-12 })
  }

  @Test(arguments: [(1e-6, 0.75), (1e6, 1)])
  func `errors cost as much as the options say`(cost: Double, accuracy: Double) throws {
    // One node of four is on the other side. As long as errors cost nothing, all are guessed alike.
    let isRare = (0..<80).map { $0 % 4 == 0 }
    let labels = NodeLabels(isRare.map { [$0 ? 1 : 0] }, labelNames: ["often", "rarely"])
    let vectors = Embedding(
      names: NameList(count: 80), dimensions: 1, vectors: isRare.map { $0 ? 0.1 : -0.1 })
    var options = NodeClassificationOptions()
    options.cost = cost
    let report = try NodeClassification(options: options, threadCount: 1).run(
      on: vectors, labels: labels, split: NodeSplit(training: Array(0..<40), test: Array(40..<80)))
    #expect(report.parts.map(\.accuracy.mean) == [accuracy])
  }

  @Test func `the number of threads does not change a digit`() throws {
    let labels = Self.labels(nodeCount: 200, labelCount: 6, several: true)
    let vectors = Self.vectors(of: labels, noise: 3)
    let one = try Self.run(vectors, labels, threadCount: 1)
    let three = try Self.run(vectors, labels, threadCount: 3)
    #expect(one.parts.map(\.macroF1) == three.parts.map(\.macroF1))
    #expect(one.parts.map(\.labels) == three.parts.map(\.labels))
  }

  @Test(arguments: [0.1, 0.5, 0.9], 0..<5 as Range<UInt64>)
  func `each label is split by the share`(share: Double, seed: UInt64) throws {
    let labels = NodeLabels(
      (0..<130).map { $0 < 30 ? [] : [$0 < 60 ? 0 : $0 < 129 ? 1 : 2] },
      labelNames: ["a", "b", "c"])
    let split = try NodeSplit(of: labels, share: share, seed: seed, repetition: 0)
    #expect(Set(split.training + split.test).count == 100)
    #expect(Set(split.training + split.test) == Set(labels.labeledNodes))
    #expect(split.training.count == Int((100 * share).rounded()))
    let first = split.training.count { $0 < 60 }
    #expect(abs(Double(first) - 30 * share) <= 1)
    let other = try NodeSplit(of: labels, share: share, seed: seed, repetition: 1)
    #expect(other != split)
    #expect(try NodeSplit(of: labels, share: share, seed: seed, repetition: 0) == split)
  }

  @Test func `a given split is kept to`() throws {
    let labels = Self.labels(nodeCount: 100, labelCount: 3, several: false)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("split-\(UUID().uuidString).txt").path
    let lines = (0..<100).map { "\($0) \(["train", "test", "val", "rest"][$0 % 4])" }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    let split = try NodeSplit(contentsOf: path, nodes: NameList(count: 100))
    #expect(split.training == stride(from: 0, to: 100, by: 4).map { Node($0) })
    let report = try Self.run(Self.vectors(of: labels, noise: 0.1), labels, split: split)
    #expect(report.isGivenSplit)
    #expect(report.parts.count == 1)
    #expect(report.parts[0].trainingCount == 25 && report.parts[0].testCount == 25)
    #expect(report.parts[0].trainingShare == 0.25)

    for (text, reason) in [
      ("0 train\n0 test\n", "line 2: node '0' has a part already"),
      ("0 train\n7 best\n", "line 2: the part must be train, test, val or rest, not 'best'"),
      ("100 train\n", "line 1: there is no node '100'"),
      ("1\n", "line 1: a line is a node and its part: train, test, val or rest"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      do {
        _ = try NodeSplit(contentsOf: path, nodes: NameList(count: 100))
        Issue.record("'\(text)' is read")
      } catch let error as TextTableError {
        #expect(error.description == "\(path): \(reason)")
      }
    }
  }

  @Test func `a label with one member counts, and never makes a number that is none`() throws {
    var rows = [[NodeLabels.Label]](repeating: [0], count: 20)
    for node in 10..<19 { rows[node] = [1] }
    rows[19] = [2]
    let labels = NodeLabels(rows, labelNames: ["a", "b", "rare"])
    let report = try Self.run(Self.vectors(of: labels, noise: 0.1), labels)
    for part in report.parts {
      #expect(part.macroF1.mean.isFinite)
      #expect(part.labels.count == 3)
    }
  }

  @Test func `unlabeled nodes get the likeliest label and its probability`() throws {
    let labels = Self.labels(nodeCount: 60, labelCount: 3, several: false)
    let rows = (0..<60 as Range<Node>).map { $0 < 50 ? Array(labels[$0]) : [] }
    let known = NodeLabels(rows, labelNames: labels.labelNames)
    let classifier = try NodeClassifier(
      on: Self.vectors(of: labels, noise: 0.1), labels: known, nodes: known.labeledNodes,
      threadCount: 2)
    for node in 50..<60 as Range<Node> {
      let likeliest = try classifier.likeliestLabels(of: node, count: 3)
      #expect(likeliest[0].label == labels[node].first)
      #expect(likeliest[0].probability > 0.5 && likeliest[0].probability < 1)
      #expect(likeliest[0].probability >= likeliest[1].probability)
    }
  }

  @Test func `nodes that are not there and nodes in both parts are errors`() throws {
    let labels = Self.labels(nodeCount: 10, labelCount: 2, several: false)
    let vectors = Self.vectors(of: labels, noise: 1)
    #expect(throws: NodeClassificationError.unknownNode(10, nodeCount: 10)) {
      try Self.run(vectors, labels, split: NodeSplit(training: [0, 1], test: [2, 10]))
    }
    #expect(throws: NodeClassificationError.inBothParts(node: "3")) {
      try Self.run(vectors, labels, split: NodeSplit(training: [0, 3], test: [3, 4]))
    }
    #expect(throws: NodeClassificationError.unknownNode(12, nodeCount: 10)) {
      try NodeClassifier(on: vectors, labels: labels, nodes: [0, 12])
    }
    let classifier = try NodeClassifier(on: vectors, labels: labels, nodes: [0, 1, 2, 3, 4])
    #expect(throws: NodeClassificationError.unknownNode(10, nodeCount: 10)) {
      try classifier.likeliestLabels(of: 10, count: 1)
    }
    #expect(try classifier.likeliestLabels(of: 0, count: -1).isEmpty)
  }

  @Test func `options out of their range are errors`() {
    let labels = Self.labels(nodeCount: 10, labelCount: 2, several: false)
    let vectors = Self.vectors(of: labels, noise: 1)
    func error(_ change: (inout NodeClassificationOptions) -> Void) -> String? {
      var options = NodeClassificationOptions()
      change(&options)
      do throws(OptionError) {
        _ = try NodeClassification(options: options)
        return nil
      } catch { return error.option }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0.trainingShares = [] } == "trainingShares")
    #expect(error { $0.trainingShares = [0.5, 1] } == "trainingShares")
    #expect(error { $0.trainingShares = [.nan] } == "trainingShares")
    #expect(error { $0.repetitionCount = 0 } == "repetitionCount")
    #expect(error { $0.cost = 0 } == "cost")
    #expect(throws: OptionError.self) { try NodeClassification(threadCount: 0) }
    #expect(throws: OptionError.self) {
      try NodeClassifier(on: vectors, labels: labels, nodes: [0], cost: -1)
    }
    #expect(throws: OptionError.self) {
      try NodeClassifier(on: vectors, labels: labels, nodes: [0], threadCount: 0)
    }
  }

  @Test func `what cannot be learned from is an error`() {
    let vectors = Self.vectors(
      of: Self.labels(nodeCount: 10, labelCount: 2, several: false), noise: 1)
    func error(_ rows: [[NodeLabels.Label]], _ names: [String]) -> NodeClassificationError? {
      do {
        _ = try Self.run(vectors, NodeLabels(rows, labelNames: names))
        return nil
      } catch { return error as? NodeClassificationError }
    }
    let none = [[NodeLabels.Label]](repeating: [], count: 10)
    #expect(error(none, ["a", "b"]) == .noLabeledNodes)
    #expect(error([[NodeLabels.Label]](repeating: [0], count: 10), ["a"]) == .oneLabel("a"))
    #expect(error([[0], [1]], ["a", "b"]) == .wrongNodeCount(labels: 2, vectors: 10))
    #expect(
      error([[0], [1]] + none.dropLast(2), ["a", "b"])
        == .tooFewNodes(share: 0.1, labeledCount: 2))
  }
}
