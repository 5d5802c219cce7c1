internal import Memory
internal import RandomWalks
internal import SkipGramTraining
internal import Text

/// The memory that the process will have had when vectors are trained, computed before they are.
struct TrainingMemory {
  private let estimate: MemoryEstimate
  /// What the process has already, except for the graph: code, libraries, names, what was read.
  private let program: Int
  /// The most that the process has had so far, while it read the graph.
  private let peak: Int
  private let threadCount: Int

  /// Takes an estimate.
  ///
  /// - Parameters:
  ///   - estimate: The memory of the run, apart from the program's own.
  ///   - threadCount: The number of threads.
  init(_ estimate: MemoryEstimate, threadCount: Int) {
    self.estimate = estimate
    let use = MemoryUse.current
    program = max(0, (use?.resident ?? 0) - estimate.graph)
    peak = use?.peak ?? 0
    self.threadCount = threadCount
  }

  /// Estimates the memory of a run.
  ///
  /// - Parameters:
  ///   - walk: The walks, prepared on the graph.
  ///   - options: Their number and length.
  ///   - training: The objective and the length of training.
  ///   - run: The seed and the number of threads.
  /// - Throws: `OptionError` if an option is out of range.
  init(
    _ walk: any RandomWalk, _ options: WalkOptions, training: SkipGramOptions, run: RunOptions
  ) throws {
    let trainer = try SkipGramTrainer(
      options: training, seed: run.seed, threadCount: run.threadCount)
    self.init(
      try trainer.memoryEstimate(for: WalkCorpus(walk, options: options, seed: run.seed)),
      threadCount: run.threadCount)
  }

  /// The most bytes that the process will have at once.
  var byteCount: Int { max(peak, program + estimate.total) }

  /// The bytes at the peak, and what they are for.
  var text: String {
    let parts = [
      ("tables", estimate.tables), ("graph", estimate.graph), ("pairs", estimate.episode),
      ("nodes", estimate.nodes), ("threads", estimate.threads), ("program", program),
    ]
    return "\(byteCount.mebibyteText): "
      + parts.filter { $1 >= 1 << 20 }.map { "\($0) \($1 >> 20)" }.joined(separator: ", ")
  }

  /// Throws if there is not as much memory.
  ///
  /// - Parameter isForced: Whether to go on in any case.
  /// - Throws: `TooMuchMemory`.
  func requireAvailable(isForced: Bool) throws(TooMuchMemory) {
    try TooMuchMemory.check(
      byteCount, for: "training", threadCount: threadCount, isForced: isForced)
  }
}

/// A command needs more memory than this process can have.
struct TooMuchMemory: Remediable {
  let byteCount: Int
  let purpose: String
  let limit: MemoryLimit

  /// Throws if an amount of memory exceeds what this process can have.
  ///
  /// - Parameters:
  ///   - byteCount: The bytes at the peak.
  ///   - purpose: What takes them, phrased to precede "takes".
  ///   - threadCount: The number of threads.
  ///   - isForced: Whether to go on in any case.
  /// - Throws: `TooMuchMemory`.
  static func check(
    _ byteCount: Int, for purpose: String, threadCount: Int, isForced: Bool
  ) throws(TooMuchMemory) {
    guard !isForced, let limit = MemoryLimit.smallest(threadCount: threadCount),
      byteCount > limit.byteCount
    else { return }
    throw TooMuchMemory(byteCount: byteCount, purpose: purpose, limit: limit)
  }

  func message(_ option: (_ property: String) -> String?) -> String {
    "\(purpose) takes \(byteCount.mebibyteText), and \(limit.source.rawValue) leaves "
      + limit.byteCount.mebibyteText
      + (option("isForced").map { "; \($0) goes on in spite of that" } ?? "")
  }
}

extension Int {
  /// A number of bytes in mebibytes, rounded up.
  var mebibyteText: String { "\(((self + (1 << 20) - 1) >> 20).groupedText) MiB" }
}
