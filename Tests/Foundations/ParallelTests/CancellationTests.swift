import Parallel
import Synchronization
import Testing

@Suite(.serialized) struct CancellationTests {
  struct Mistake: Error {}

  @Test(arguments: [1, 3])
  func `without cancellation every index is handed out once`(threadCount: Int) throws {
    let sum = Count()
    try concurrentlyOrCancelled(100, threadCount: threadCount) { sum.add($0) }
    #expect(sum.value == 4950)
  }

  @Test(arguments: [1, 2])
  func `no index is handed out once the task is canceled`(threadCount: Int) async {
    let started = Count()
    let task = Task {
      try await awaited {
        try concurrentlyOrCancelled(100_000, threadCount: threadCount) { _ in
          started.add(1)
          busy(for: .milliseconds(1))
        }
      }
    }
    while started.value < 5 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect((5..<50_000).contains(started.value))
  }

  @Test func `work that is awaited returns what it returns and throws what it throws`() async throws
  {
    #expect(try await awaited { 42 } == 42)
    await #expect(throws: Mistake.self) { try await awaited { throw Mistake() } }
  }

  @Test func `work sees the cancellation of the task that awaits it`() async {
    let task = Task {
      try await awaited {
        while !Task.isCancelled { busy(for: .milliseconds(1)) }
        try Task.checkCancellation()
      }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `blocked work does not keep other tasks from running`() async throws {
    // More blocked threads than Swift's own pool has.
    let ended = Count()
    let blocked = (0..<processorCount + 2).map { _ in
      Task {
        try await awaited {
          while ended.value == 0 { busy(for: .milliseconds(1)) }
        }
      }
    }
    await Task { ended.add(1) }.value
    for task in blocked { try await task.value }
  }
}

/// A number that several threads add to.
private final class Count: Sendable {
  private let number = Atomic<Int>(0)
  var value: Int { number.load(ordering: .relaxed) }
  func add(_ amount: Int) { number.wrappingAdd(amount, ordering: .relaxed) }
}

/// Keeps the thread busy for a while.
private func busy(for duration: Duration) {
  let end = ContinuousClock.now + duration
  while ContinuousClock.now < end {}
}
