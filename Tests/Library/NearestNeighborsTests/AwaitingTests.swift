import EmbeddingTables
import NearestNeighbors
import Synchronization
import Testing

@Suite struct AwaitingTests {
  /// Remembers what is reported.
  private final class Reports: Sendable {
    private let values = Mutex<[Double]>([])
    func append(_ value: Double) { values.withLock { $0.append(value) } }
    var all: [Double] { values.withLock(\.self) }
  }

  private static func table(_ rowCount: Int, dimensions: Int) -> Embedding {
    var random = RandomVectors(seed: 7)
    return embedding(random.numbers(rowCount * dimensions), dimensions: dimensions)
  }

  /// Starts work in a task, cancels it when it has reported progress, and waits for its end.
  private static func cancel(
    _ work:
      @escaping @Sendable (_ progress: @escaping @Sendable (Double) -> Void) async throws ->
      Void
  ) async {
    let (stream, continuation) = AsyncStream.makeStream(of: Double.self)
    let task = Task { try await work { continuation.yield($0) } }
    for await _ in stream { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `an index that is awaited is the same, and tells how far it is`() async throws {
    let table = Self.table(500, dimensions: 4)
    let reports = Reports()
    let index = try await HNSWIndex(table, progress: { reports.append($0) })
    let expected = try Self.built(table)
    let queries = Array(table.components.prefix(40))
    #expect(
      try await index.neighbors(of: queries, count: 5)
        == expected.neighbors(of: queries, count: 5))
    let all = reports.all
    #expect(all == all.sorted() && all.count > 10 && all.last == 1)
    #expect(try await index.recall() == expected.recall())
  }

  private static func built(_ table: Embedding) throws -> HNSWIndex { try HNSWIndex(table) }

  @Test func `a search that is awaited is the same, and tells how far it is`() async throws {
    let table = Self.table(3000, dimensions: 5)
    let queries = Self.table(2000, dimensions: 5).components
    let reports = Reports()
    let search = try ExactSearch(table, threadCount: 2)
    let answers = try await search.neighbors(
      of: queries, count: 3, progress: { reports.append($0) })
    #expect(try await search.neighbors(of: queries, count: 3) == answers)
    let all = reports.all
    #expect(all == all.sorted() && all.count > 10 && all.last == 1)
    let names = try NamedQueries(table)
    #expect(try await names.neighbors(of: ["3", "4"], count: 2).count == 2)
  }

  @Test func `an index is not built further once its task is canceled`() async {
    let table = Self.table(20_000, dimensions: 16)
    await Self.cancel { progress in
      _ = try await HNSWIndex(table, progress: progress)
    }
  }

  @Test func `a search does not go on once its task is canceled`() async {
    let table = Self.table(40_000, dimensions: 32)
    await Self.cancel { progress in
      let search = try ExactSearch(table)
      _ = try await search.neighbors(of: table.components, count: 10, progress: progress)
    }
  }

  @Test func `in a canceled task nothing begins, awaited or not`() async {
    let table = Self.table(300, dimensions: 3)
    let task = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      #expect(throws: CancellationError.self) { try HNSWIndex(table) }
      let search = try ExactSearch(table)
      #expect(throws: CancellationError.self) { try search.neighbors(of: [1, 2, 3], count: 1) }
      await #expect(throws: CancellationError.self) {
        try await search.neighbors(of: [1, 2, 3], count: 1)
      }
    }
    await #expect(throws: Never.self) { try await task.value }
  }
}
