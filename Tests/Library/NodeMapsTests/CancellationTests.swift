import EmbeddingTables
import Foundation
import Graphs
import Names
import Projections
import Synchronization
import Testing

@testable import NodeMaps

@Suite struct CancellationTests {
  @Test func `an awaited map is the same, and tells what is under way`() async throws {
    let sample = try Samples.clusters(count: 60, groups: 3)
    let blocking = try {
      try NodeMap(sample.embedding, graph: sample.graph).draw(as: .svg)
    }()
    let told = Mutex<[MapProgress]>([])
    let map = try await NodeMap(sample.embedding, graph: sample.graph) { progress in
      told.withLock { $0.append(progress) }
    }
    #expect(try await map.draw(as: .svg) == blocking)
    #expect(told.withLock { $0 } == [.grouping, .composition])
  }

  @Test(arguments: [MapProgress.grouping, .composition])
  func `a canceled map ends without a picture`(step: MapProgress) async throws {
    let sample = try Samples.clusters(count: 12_000, groups: 3)
    let (reached, continuation) = AsyncStream<Void>.makeStream()
    let task = Task {
      try await NodeMap(sample.embedding, graph: sample.graph) { progress in
        if progress == step { continuation.yield() }
      }
    }
    for await _ in reached { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `a drawing that is canceled does not wait for Graphviz`() async throws {
    let map = try await NodeMap(Samples.clusters(count: 2_000, groups: 3).embedding)
    let (entered, continuation) = AsyncStream<Void>.makeStream()
    let isReleased = Atomic<Bool>(false)
    // Graphviz serves one caller at a time, and here that is another one. It gives up in the end:
    // tests that wait for Graphviz may have all threads that this test could go on.
    let other = Thread {
      try? Graphviz.withLibrary { _ throws(MapError) in
        continuation.yield()
        let deadline = ContinuousClock.now + .seconds(2)
        while !isReleased.load(ordering: .relaxed), ContinuousClock.now < deadline {}
      }
    }
    other.start()
    for await _ in entered { break }
    let task = Task { try await map.draw(as: .png) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    isReleased.store(true, ordering: .relaxed)
  }

  @Test func `the search for communities is interrupted`() async throws {
    let graph = try Samples.clusters(count: 60, groups: 3).graph
    let before = try CommunityDetection.communities(of: graph, seed: 1)
    let task = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      #expect(throws: CancellationError.self) {
        try CommunityDetection.communities(of: graph, seed: 1)
      }
    }
    await task.value
    // What was interrupted leaves the next search as it is.
    #expect(try CommunityDetection.communities(of: graph, seed: 1) == before)
  }
}
