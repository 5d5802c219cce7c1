internal import Dispatch
internal import EmbeddingTables
internal import Evaluation
internal import Graphs
internal import NearestNeighbors
internal import NodeEmbedding
internal import NodeMaps
internal import Projections
internal import Synchronization
internal import Text

/// How long work goes on after its task was canceled.
enum CancelBenchmark: Benchmark {
  static let name = "cancel"
  static let usage = """
    [--nodes N] [--runs N] [--seed N]
      Does each kind of long work once, and then --runs times more, canceling its task at moments
      spread over the time that the work took; prints the time from there to the end of the task.
      A tenth of a second is promised.
    """

  /// A kind of long work.
  private struct Work: Sendable {
    let name: String
    let run: @Sendable () async throws -> Void
  }

  static func run(_ words: consuming BenchmarkWords) throws {
    let nodeCount = max(16, try words.take("--nodes", or: 1 << 15))
    let runCount = max(1, try words.take("--runs", or: 10))
    let seed = try words.take("--seed", or: UInt64(1))
    try words.finish()
    let works = try works(nodeCount: nodeCount, seed: seed)
    let outcome = Mutex<Result<ResultTable, any Error>?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    Task {
      let result: Result<ResultTable, any Error>
      do {
        result = .success(try await measure(works, runCount: runCount))
      } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
      isDone.signal()
    }
    isDone.wait()
    try outcome.withLock { try $0?.get().print() }
  }

  private static func measure(_ works: [Work], runCount: Int) async throws -> ResultTable {
    var table = ResultTable("work", "s", "median ms", "longest ms")
    for work in works {
      let clock = ContinuousClock()
      let whole = try await clock.measure { try await work.run() }
      var times: [Double] = []
      for run in 0..<runCount {
        let task = Task { try await work.run() }
        try await Task.sleep(for: whole * (Double(run) + 0.5) / Double(runCount))
        let time = await clock.measure {
          task.cancel()
          _ = await task.result
        }
        times.append(time / .milliseconds(1))
      }
      times.sort()
      table.append(
        work.name, (whole / .seconds(1)).decimals(1), times[times.count / 2].decimals(1),
        times[times.count - 1].decimals(1))
    }
    return table
  }

  private static func works(nodeCount: Int, seed: UInt64) throws -> [Work] {
    let drawn = PowerLawGraph(nodeCount: nodeCount, edgeCount: nodeCount * 16, seed: seed)
    let graph = Graph(nodeCount: drawn.nodeCount, edges: drawn.edges)
    let vectors = try SampleVectors.clusters.embedding(
      rowCount: graph.nodeCount, dimensions: 64, seed: seed)
    let queries = vectors.components(ofRows: 0..<vectors.count)
    let method = Node2Vec(returnParameter: 0.25, inOutParameter: 4, dimensions: 64, seed: seed)
    return [
      Work(name: "embed") { _ = try await method.embed(graph) { _ in } },
      Work(name: "link prediction") {
        _ = try await LinkPrediction().run(on: graph) { _, _ in vectors }
      },
      Work(name: "HNSW index") { _ = try await HNSWIndex(vectors) },
      Work(name: "exact search") {
        _ = try await ExactSearch(vectors).neighbors(of: queries, count: 10)
      },
      Work(name: "t-SNE") {
        var options = PlaneProjection.Options()
        options.method = .tsne
        _ = try await PlaneProjection(of: vectors, options: options)
      },
      Work(name: "map with communities, as PNG") {
        var options = MapOptions()
        options.coloring = .community
        _ = try await NodeMap(vectors, graph: graph, options: options).draw(as: .png)
      },
    ]
  }
}
