import Errors
import Graphs
import NodeEmbedding
import RandomNumbers
import Testing

@testable import Evaluation

@Suite struct LinkPredictionTests {
  static func embed(_ residual: ResidualGraph, seed: UInt64) throws -> Embedding {
    var method = Node2Vec(dimensions: 16, seed: seed)
    method.walks.walksPerNode = 5
    method.walks.walkLength = 20
    method.training.windowSize = 5
    return try method.embed(residual.graph)
  }

  static func run(
    _ graph: Graph, threadCount: Int = 2, _ change: (inout LinkPredictionOptions) -> Void = { _ in }
  ) throws -> LinkPredictionReport {
    var options = LinkPredictionOptions()
    options.bootstrapSampleCount = 50
    change(&options)
    return try LinkPrediction(options: options, threadCount: threadCount).run(
      on: graph, times: RandomGraphs.times(of: graph, seed: 1), embed: Self.embed)
  }

  /// Groups of twenty nodes: a pair in a group has an edge with probability 0.4, others with 0.005.
  static func groups(seed: UInt64) -> Graph {
    var generator = SplitMix64(seed: seed)
    var edges: [(Node, Node)] = []
    for node in 0..<300 {
      for other in 0..<node {
        let probability = node / 20 == other / 20 ? 0.4 : 0.005
        if generator.nextUnit() < probability { edges.append((Node(node), Node(other))) }
      }
    }
    return Graph(nodeCount: 300, edges: edges)
  }

  @Test func `groups are found again`() throws {
    let report = try Self.run(Self.groups(seed: 1)) { $0.split.testShare = 0.3 }
    for result in report.methods {
      let area = result.areaUnderCurve
      #expect(area.interval.low <= area.spread.mean && area.spread.mean <= area.interval.high)
      // All degrees are about the same, and a mean says where two nodes are, not how far apart.
      if ![.heuristic(.preferentialAttachment), .embedding(.average)].contains(result.method) {
        #expect(area.spread.mean > 0.6, "\(result.method.title): \(area.spread.mean)")
      }
    }
    #expect(report.verdict.method == .embedding(.hadamard))
    #expect(!report.verdict.isChosenByValidation)
  }

  @Test func `what errors cost is the options' to say, and only the learned operators'`() throws {
    let reports = try [1e-6, 1].map { cost in
      try Self.run(Self.groups(seed: 1)) { $0.cost = cost }
    }
    let changed = zip(reports[0].methods, reports[1].methods).filter {
      $0.areaUnderCurve.spread.mean != $1.areaUnderCurve.spread.mean
    }.map(\.0.method)
    let learned = reports[0].methods.map(\.method).filter {
      if case .embedding(let edgeOperator) = $0 { edgeOperator.isLearned } else { false }
    }
    #expect(changed == learned)
  }

  @Test(arguments: EdgeSplitOptions.Kind.allCases, EdgeSplitOptions.Negatives.allCases)
  func `nothing is found in a graph without structure`(
    kind: EdgeSplitOptions.Kind, negatives: EdgeSplitOptions.Negatives
  ) throws {
    for classifierShare in [0, 0.2] {
      let graph = RandomGraphs.uniform(
        nodeCount: 1000, edgeCount: 10_000, isDirected: negatives == .reversed, seed: 5)
      let report = try Self.run(graph) { options in
        options.split.kind = kind
        options.split.negatives = negatives
        options.split.testShare = 0.3
        options.split.classifierShare = classifierShare
      }
      for result in report.methods {
        let area = result.areaUnderCurve
        // Eleven methods in 28 settings: some miss a 95 % interval; four errors none may miss.
        #expect(
          abs(area.spread.mean - 0.5) <= max(4 * area.interval.standardError, 1e-9),
          "\(result.method.title): \(area.spread.mean) ± \(area.interval.standardError)")
      }
    }
  }

  @Test func `nothing is found in a bipartite graph without structure`() throws {
    for negatives in [EdgeSplitOptions.Negatives.uniform, .degreeMatched, .twoHop] {
      let graph = RandomGraphs.bipartite(leftCount: 400, rightCount: 600, edgeCount: 6000, seed: 2)
      let report = try Self.run(graph) { options in
        options.split.negatives = negatives
        options.split.kind = .random
        options.split.testShare = 0.3
      }
      for result in report.methods {
        let area = result.areaUnderCurve
        #expect(
          abs(area.spread.mean - 0.5) <= max(4 * area.interval.standardError, 1e-9),
          "\(negatives) \(result.method.title): \(area.spread.mean)")
      }
    }
  }

  @Test func `the report does not depend on the number of threads`() throws {
    let graph = Self.groups(seed: 2)
    let one = try Self.run(graph, threadCount: 1) { $0.repetitionCount = 2 }
    let three = try Self.run(graph, threadCount: 3) { $0.repetitionCount = 2 }
    #expect(one.methods.map(\.areaUnderCurve) == three.methods.map(\.areaUnderCurve))
    #expect(one.methods.map(\.meanReciprocalRank) == three.methods.map(\.meanReciprocalRank))
    #expect(one.verdict.margin == three.verdict.margin)
    #expect(one.splits.count == 2)
    #expect(one.splits[0].seed != one.splits[1].seed)
    #expect(one.methods.allSatisfy { $0.areaUnderCurve.spread.deviation > 0 })
  }

  @Test func `with validation edges the operator is chosen by them`() throws {
    let report = try Self.run(Self.groups(seed: 3)) { options in
      options.operators = [.weightedL2, .average, .hadamard]
      options.split.testShare = 0.2
      options.split.validationShare = 0.2
    }
    let areas = report.methods.prefix(3).compactMap(\.validationArea)
    #expect(areas.count == 3)
    let chosen = report.methods.first { $0.method == report.verdict.method }
    #expect(chosen?.validationArea == areas.max())
    #expect(report.verdict.isChosenByValidation)
  }

  @Test func `an embedding with another number of rows is an error`() throws {
    let experiment = try LinkPrediction(options: LinkPredictionOptions(), threadCount: 1)
    #expect(throws: LinkPredictionError.wrongVectorCount(found: 2, nodeCount: 300)) {
      try experiment.run(on: Self.groups(seed: 1)) { _, _ in
        Embedding(names: NameList(count: 2), dimensions: 1, vectors: [0, 0])
      }
    }
  }

  @Test func `a constant embedding scores one half and never nothing`() throws {
    let experiment = try LinkPrediction(options: LinkPredictionOptions(), threadCount: 1)
    let report = try experiment.run(on: Self.groups(seed: 1)) { residual, _ in
      Embedding(
        names: residual.graph.names, dimensions: 2, vectors: [Float](repeating: 0, count: 600))
    }
    for result in report.methods.prefix(7) {
      #expect(result.areaUnderCurve.spread.mean == 0.5)
      #expect(result.averagePrecision.spread.mean == 0.5)
    }
  }

  @Test func `vectors that are not numbers are an error`() throws {
    let experiment = try LinkPrediction(options: LinkPredictionOptions(), threadCount: 1)
    #expect(throws: LinkPredictionError.notFinite(node: "0")) {
      try experiment.run(on: Self.groups(seed: 1)) { residual, _ in
        Embedding(
          names: residual.graph.names, dimensions: 1, vectors: [Float](repeating: .nan, count: 300))
      }
    }
  }

  @Test func `options out of their range are an error`() {
    func error(_ change: (inout LinkPredictionOptions) -> Void) -> OptionError? {
      var options = LinkPredictionOptions()
      change(&options)
      do throws(OptionError) {
        _ = try LinkPrediction(options: options, threadCount: 1)
        return nil
      } catch { return error }
    }
    #expect(error { $0.operators = [] }?.description == "operators must be at least one, not none")
    #expect(error { $0.repetitionCount = 0 } != nil)
    #expect(error { $0.cost = .nan } != nil)
    #expect(error { $0.hitRanks = [0] } != nil)
    #expect(error { $0.bootstrapSampleCount = 1 } != nil)
    #expect(error { $0.split.largestTrainingCount = 0 } != nil)
    #expect(error { _ in } == nil)
    #expect(throws: OptionError.self) { try LinkPrediction(threadCount: 0) }
  }

  @Test(arguments: [
    (0.03125, 0.006, "Hadamard is better than Jaccard by 0.031 ± 0.006 AUC."),
    (-0.2, 0.01, "Hadamard is worse than Jaccard by 0.200 ± 0.010 AUC."),
    (
      -0.004, 0.01,
      "Hadamard cannot be told apart from Jaccard: the difference is -0.004 ± 0.010 AUC."
    ),
  ])
  func `the verdict is a plain sentence`(difference: Double, margin: Double, sentence: String) {
    let verdict = Verdict(
      method: .embedding(.hadamard), heuristic: .heuristic(.jaccard), difference: difference,
      margin: margin, isChosenByValidation: false)
    #expect(verdict.description == sentence)
  }
}
