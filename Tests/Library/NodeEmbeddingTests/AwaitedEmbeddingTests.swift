import NodeEmbedding
import RepositoryFiles
import Synchronization
import Testing

@Suite(.serialized) struct AwaitedEmbeddingTests {
  @Test func `vectors that are awaited are those of the synchronous form`() async throws {
    let graph = try Graph(contentsOf: "\(RepositoryFiles.graphs)/karate.edges")
    let method = Node2Vec(returnParameter: 0.5, dimensions: 16, seed: 5)
    let fractions = Mutex<[Double]>([])
    let awaited = try await method.embed(graph) { progress in
      fractions.withLock { $0.append(progress.fraction) }
    }
    #expect(awaited.digest == (try method.embed(graph, shouldStop: { false })).digest)
    let seen = fractions.withLock(\.self)
    #expect(seen.last == 1 && seen == seen.sorted() && seen.count > 10)
  }

  @Test(arguments: [1, 2], [OutputLayer.negativeSampling, .hierarchicalSoftmax])
  func `a canceled run ends without vectors`(
    threadCount: Int, output: OutputLayer
  ) async throws {
    let graph = try Graph(contentsOf: "\(RepositoryFiles.graphs)/lesmis.edges")
    var method = Node2Vec(dimensions: 64)
    method.threadCount = threadCount
    method.walks.walksPerNode = 20_000
    method.training.outputLayer = output
    let task = Task { [method] in
      try await method.embed(graph) { _ in }
    }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `a mistake in the options is an error, not a trap`() throws {
    let graph = try Graph(contentsOf: "\(RepositoryFiles.graphs)/karate.edges")
    func expectError(_ option: String, _ change: (inout Node2Vec) -> Void) {
      var method = Node2Vec()
      change(&method)
      let error = #expect(throws: OptionError.self) {
        try method.embed(graph, shouldStop: { false })
      }
      #expect(error?.option == option)
    }
    expectError("threadCount") { $0.threadCount = 0 }
    expectError("dimensions") { $0.training.dimensions = 1 << 60 }
    expectError("dimensions") { $0.training.dimensions = 0 }
    expectError("learningRate") { $0.training.learningRate = .nan }
    expectError("epochCount") { $0.training.epochCount = .max }
    expectError("walkLength") { $0.walks.walkLength = 1 << 62 }
    expectError("walksPerNode") { $0.walks.walksPerNode = 0 }
    expectError("walksPerNode") { $0.walks.walksPerNode = .max }
  }
}
