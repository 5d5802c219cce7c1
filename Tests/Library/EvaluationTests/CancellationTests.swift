import Dispatch
import Graphs
import NodeEmbedding
import Parallel
import Synchronization
import Testing

@testable import Evaluation

@Suite struct CancellationTests {
  /// What was reported before the end.
  final class Log<Element: Sendable>: Sendable {
    private let storage = Mutex<[Element]>([])
    var elements: [Element] { storage.withLock(\.self) }
    func append(_ element: Element) { storage.withLock { $0.append(element) } }
  }

  /// Cancels the task that calls this.
  static func cancelTask() { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }

  @Test(arguments: [
    LinkPrediction.Stage.splitting, .embedding, .scoring, .measuring,
  ])
  func `link prediction ends at the stage at which its task is canceled`(
    last: LinkPrediction.Stage
  ) async throws {
    let stages = Log<LinkPrediction.Stage>()
    let task = Task {
      try await LinkPrediction(threadCount: 2).run(
        on: LinkPredictionTests.groups(seed: 1),
        onStage: { _, stage in
          stages.append(stage)
          if stage == last { Self.cancelTask() }
        },
        embed: { residual, _ in
          Embedding(
            names: residual.graph.names, dimensions: 1,
            vectors: [Float](repeating: 1, count: residual.graph.nodeCount))
        })
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(stages.elements.last == last)
  }

  @Test func `a task that is not canceled gets the report of the synchronous form`() async throws {
    let graph = LinkPredictionTests.groups(seed: 1)
    var options = LinkPredictionOptions()
    options.bootstrapSampleCount = 20
    @Sendable func embed(_ residual: ResidualGraph, _ seed: UInt64) -> Embedding {
      Embedding(
        names: residual.graph.names, dimensions: 2,
        vectors: (0..<2 * residual.graph.nodeCount).map { Float($0 / 40 % 15) })
    }
    func report() throws -> LinkPredictionReport {
      try LinkPrediction(options: options).run(on: graph, embed: embed)
    }
    let expected = try report()
    let awaited = try await LinkPrediction(options: options).run(on: graph, embed: embed)
    #expect(awaited.methods.map(\.areaUnderCurve) == expected.methods.map(\.areaUnderCurve))
  }

  @Test func `node classification ends after the split at which its task is canceled`()
    async throws
  {
    let shares = Log<Double>()
    let labels = NodeClassificationTests.labels(nodeCount: 100, labelCount: 3, several: false)
    let vectors = NodeClassificationTests.vectors(of: labels, noise: 0.1)
    let task = Task {
      try await NodeClassification().run(
        on: vectors, labels: labels,
        onProgress: { share in
          shares.append(share)
          Self.cancelTask()
        })
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(shares.elements.count == 1)
  }

  @Test func `synchronous forms see the cancellation of the task that calls them`() async {
    let labels = NodeClassificationTests.labels(nodeCount: 100, labelCount: 3, several: false)
    let vectors = NodeClassificationTests.vectors(of: labels, noise: 0.1)
    func split() throws {
      _ = try EdgeSplit(
        of: LinkPredictionTests.groups(seed: 1), options: EdgeSplitOptions(), seed: 1)
    }
    func classifier() throws {
      _ = try NodeClassifier(on: vectors, labels: labels, nodes: [0, 1, 2])
    }
    func classification() throws {
      _ = try NodeClassification().run(on: vectors, labels: labels)
    }
    Self.cancelTask()
    #expect(throws: CancellationError.self) { try split() }
    #expect(throws: CancellationError.self) { try classifier() }
    #expect(throws: CancellationError.self) { try classification() }
  }

  @Test(.timeLimit(.minutes(1)))
  func `work that cannot be interrupted is not waited for after cancellation`() async {
    let (starts, start) = AsyncStream.makeStream(of: Void.self)
    let end = DispatchSemaphore(value: 0)
    let task = Task {
      try await awaited {
        try finishedUnlessCancelled {
          start.yield()
          end.wait()
        }
      }
    }
    for await _ in starts { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    end.signal()
  }
}
