internal import EmbeddingTables
internal import Evaluation
internal import Graphs
internal import NodeEmbedding

/// One number of walks, tried on graphs with several seeds.
struct BudgetTrial {
  /// What an embedding is used for.
  enum Task: String, CaseIterable {
    case classification, links
  }

  /// The results of a task on a graph.
  struct Outcome {
    let task: Task
    /// The number of walks per node, and whether the rule chose it.
    let walksText: String
    /// CPU seconds of one embedding, on average.
    let seconds: Double
    /// The name of each measure, and its values over the seeds, in 0...1.
    let measures: [(name: String, spread: Spread)]
  }

  /// The number of walks, or nil for the one that suits the graph.
  let walksPerNode: Int?
  let hasDegreeAxis: Bool
  let threadCount: Int

  /// Tries the number of walks on every task that a graph has data for.
  func run(on data: BudgetGraph, seeds: ClosedRange<UInt64>) throws -> [Outcome] {
    var outcomes = [try links(in: data.graph, seeds: seeds)]
    if let labels = data.labels {
      outcomes.append(try classification(of: data.graph, labels: labels, seeds: seeds))
    }
    return outcomes
  }

  private func embed(_ graph: Graph, seed: UInt64) throws -> (Embedding, seconds: Double) {
    var method = Node2Vec(seed: seed)
    method.walks.walksPerNode = walksPerNode
    method.training.hasDegreeAxis = hasDegreeAxis
    method.threadCount = threadCount
    let (embedding, reading) = try Stopwatch.measure { try method.embed(graph) }
    return (embedding, reading.processorSeconds)
  }

  private func text(of embedding: Embedding) -> String {
    let number = embedding.metadata["walks per node"] ?? ""
    return walksPerNode == nil ? "auto: \(number)" : number
  }

  private func links(in graph: Graph, seeds: ClosedRange<UInt64>) throws -> Outcome {
    var options = LinkPredictionOptions()
    options.operators = [.hadamard, .dot, .cosine, .weightedL2]
    options.bootstrapSampleCount = 20
    var values = options.operators.map { _ in [Double]() }
    var seconds: [Double] = []
    var walks = ""
    for seed in seeds {
      options.seed = seed
      let report = try LinkPrediction(options: options, threadCount: threadCount)
        .run(on: graph) { residual, seed in
          let (embedding, spent) = try embed(residual.graph, seed: seed)
          seconds.append(spent)
          walks = text(of: embedding)
          return embedding
        }
      for index in values.indices {
        values[index].append(report.methods[index].areaUnderCurve.spread.mean)
      }
    }
    let names = options.operators.map { "AUC of \($0.rawValue)" }
    return Outcome(
      task: .links, walksText: walks, seconds: Spread(of: seconds).mean,
      measures: zip(names, values).map { ($0, Spread(of: $1)) })
  }

  private func classification(
    of graph: Graph, labels: NodeLabels, seeds: ClosedRange<UInt64>
  ) throws -> Outcome {
    var options = NodeClassificationOptions()
    options.trainingShares = [0.5]
    options.repetitionCount = 3
    var (micro, macro, seconds) = ([Double](), [Double](), [Double]())
    var walks = ""
    for seed in seeds {
      options.seed = seed
      let (embedding, spent) = try embed(graph, seed: seed)
      walks = text(of: embedding)
      let report = try NodeClassification(options: options, threadCount: threadCount)
        .run(on: embedding, labels: labels)
      micro.append(report.parts[0].microF1.mean)
      macro.append(report.parts[0].macroF1.mean)
      seconds.append(spent)
    }
    return Outcome(
      task: .classification, walksText: walks, seconds: Spread(of: seconds).mean,
      measures: [("micro-F1", Spread(of: micro)), ("macro-F1", Spread(of: macro))])
  }
}
