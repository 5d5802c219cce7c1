internal import Text

/// The times of tasks, run by this package and by a peer in turn, so that both see the same state
/// of the machine.
///
/// In each turn both do the task twice, and the faster time counts: the first run may find the
/// caches, and memory that the system has reclaimed, in the state that the other left.
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
  /// The table gets the medians of the wall-clock and CPU times, the median, the minimum and the
  /// maximum of the ratios of neighboring wall-clock times, and the median of the ratios of CPU
  /// times.
  ///
  /// - Parameters:
  ///   - task: The name of the task, as the peer knows it.
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
