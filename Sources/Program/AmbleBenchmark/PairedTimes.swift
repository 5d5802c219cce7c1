internal import Text

/// The times of tasks, ours and a peer's in turn, so that both see the same state of the machine.
///
/// In each turn both do the task twice, and the faster time counts: the first may find the caches,
/// and memory that the system took back meanwhile, in the other's hands.
struct PairedTimes {
  private let turnCount: Int
  private var table = ResultTable(
    "task", "ours s", "CPU s", "peer s", "CPU s", "peer / ours", "least", "largest", "CPU / CPU")

  /// Creates an empty table of times.
  ///
  /// - Parameter turnCount: The number of turns, at least 1.
  init(turnCount: Int) {
    self.turnCount = turnCount
  }

  /// Measures a task.
  ///
  /// The table gets the medians of the times, on the clock and of all processors together, the
  /// median, the least and the largest of the quotients of neighboring times on the clock, and the
  /// median of those of the processors.
  ///
  /// - Parameters:
  ///   - task: The task's name, as the peer knows it.
  ///   - peer: The peer.
  ///   - work: Does the task.
  /// - Throws: What the work and the peer throw.
  mutating func measure(
    _ task: String, beside peer: borrowing BenchmarkPeer, _ work: () throws -> Void
  ) throws {
    var ours: [Stopwatch.Reading] = []
    var theirs: [BenchmarkPeer.Reading] = []
    for _ in 0..<turnCount {
      let readings = (try Stopwatch.measure(work).1, try Stopwatch.measure(work).1)
      ours.append(
        readings.0.wallSeconds < readings.1.wallSeconds ? readings.0 : readings.1)
      if let reading = try peer.reading(of: task) { theirs.append(reading) }
    }
    let quotients = zip(ours, theirs).map { $1.wallSeconds / $0.wallSeconds }
    let processorQuotients = zip(ours, theirs).map { $1.processorSeconds / $0.processorSeconds }
    table.append(
      task, Self.median(ours.map(\.wallSeconds), 3), Self.median(ours.map(\.processorSeconds), 3),
      Self.median(theirs.map(\.wallSeconds), 3), Self.median(theirs.map(\.processorSeconds), 3),
      Self.median(quotients, 1), quotients.min()?.decimals(1) ?? "-",
      quotients.max()?.decimals(1) ?? "-", Self.median(processorQuotients, 1))
  }

  /// Prints the table.
  func print() { table.print() }

  private static func median(_ values: [Double], _ decimals: Int) -> String {
    guard !values.isEmpty else { return "-" }
    let sorted = values.sorted()
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return median.decimals(decimals)
  }
}
