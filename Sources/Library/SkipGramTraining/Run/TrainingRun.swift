internal import Algorithms
internal import EmbeddingTables
internal import Graphs
internal import Parallel
internal import RandomWalks

/// One run: its episodes and steps, its loss, and its checkpoints.
struct TrainingRun {
  let plan: TrainingPlan
  let corpus: any Corpus
  let window: Window
  /// The number of nodes in the walks of an epoch.
  let tokenCount: Int
  let heldOut: HeldOutSample
  let start: WarmStart?
  let checkpoints: Checkpoints?
  let file: CheckpointFile?

  private var walkCount: Int { corpus.walkCount * plan.options.epochCount }
  private var episodeCount: Int {
    Self.episodeCount(
      walkCount: walkCount, pairCount: tokenCount * plan.options.epochCount * window.pairsPerToken)
  }

  /// Trains all episodes that remain after the given state, new or from a checkpoint.
  func train<Schedule: EpisodeSchedule & ~Copyable>(
    _ tables: borrowing BlockTables, by schedule: inout Schedule, shouldStop: () -> Bool,
    onProgress: (TrainingProgress) -> Void
  ) throws {
    var state = RunState()
    state.loss = heldOut.loss(tables, threadCount: plan.threadCount)
    let firstLoss = state.loss
    try file?.requireWritable()
    var generation = file?.nextGeneration ?? 0
    if checkpoints?.resumes == true,
      let found = try file?.read(into: tables, stepCount: schedule.stepCount)
    {
      state = found.0
      generation = found.1 + 1
    }
    let clock = ContinuousClock()
    var lastCheckpoint = clock.now
    func isDue() -> Bool {
      let elapsed = lastCheckpoint.duration(to: clock.now)
      return checkpoints.map { elapsed >= .seconds($0.interval) } ?? false
    }
    func save() throws(TrainingError) {
      try file?.write(state, generation: generation, tables: tables)
      generation += 1
    }
    var checkpointError: TrainingError?
    // A disk that is full for a while does not cost the run.
    func trySaving() {
      lastCheckpoint = clock.now
      do throws(TrainingError) {
        try save()
        checkpointError = nil
      } catch {
        checkpointError = error
      }
    }

    var walks = walks(episode: state.episode, stepCount: schedule.stepCount)
    while state.episode < episodeCount && !isStale(state) {
      let chunks = walks.finished(threadCount: plan.threadCount, cancellation: plan.cancellation)
      try plan.cancellation.check()
      try schedule.begin(episode: state.episode, chunks: chunks)
      try plan.cancellation.check()
      walks = self.walks(episode: state.episode + 1, stepCount: schedule.stepCount)
      while state.step < schedule.stepCount {
        let steps = state.episode * schedule.stepCount + state.step
        let done = Double(steps) / Double(episodeCount * schedule.stepCount)
        let rate = plan.options.learningRate(at: done)
        schedule.train(step: state.step, rate: Float(rate), tables, making: walks)
        try plan.cancellation.check()
        state.step += 1
        let fraction = Double(steps + 1) / Double(episodeCount * schedule.stepCount)
        let isLast = state.step == schedule.stepCount
        if isLast { try finishEpisode(&state, tables, firstLoss: firstLoss) }
        onProgress(
          TrainingProgress(
            fraction: fraction,
            tokenCount: Int(fraction * Double(tokenCount * plan.options.epochCount)),
            episode: state.episode, episodeCount: episodeCount, learningRate: rate,
            loss: state.loss, checkpointError: checkpointError))
        if shouldStop() {
          try save()
          throw TrainingError.stopped(fraction: fraction, checkpoint: checkpoints?.directory)
        }
        // Without an interval, after every episode; with one, between any two steps.
        if checkpoints?.interval ?? 0 > 0 || isLast, isDue() { trySaving() }
        if isLast { break }
      }
    }
  }

  /// Measures the loss, and pulls anchored nodes back.
  private func finishEpisode(
    _ state: inout RunState, _ tables: borrowing BlockTables, firstLoss: Double?
  ) throws(TrainingError) {
    if let start, start.anchoring > 0 { anchor(tables, to: start) }
    if let loss = heldOut.loss(tables, threadCount: plan.threadCount), let firstLoss {
      guard loss.isFinite, loss < 100 * max(1, firstLoss) else {
        throw .diverged(episode: state.episode, loss: loss)
      }
      state.loss = loss
      if loss < state.lowestLoss {
        state.lowestLoss = loss
        state.staleEpisodeCount = 0
      } else {
        state.staleEpisodeCount += 1
      }
    }
    state.episode += 1
    state.step = 0
  }

  private func isStale(_ state: RunState) -> Bool {
    plan.options.patience.map { state.staleEpisodeCount >= $0 } ?? false
  }

  private func anchor(_ tables: borrowing BlockTables, to start: WarmStart) {
    let share = Float(start.anchoring)
    for node in 0..<plan.layout.nodeCount {
      guard let first = start.vector(of: node) else { continue }
      tables.centers.update(row: plan.layout.row(of: Node(node))) { row in
        for index in row.indices { row[index] += share * (first[index] - row[index]) }
      }
    }
  }

  /// As many episodes as it takes for the order of training not to affect quality, and for the
  /// pairs of one episode to fit in memory: on Cora, 60 give 0.0015 more micro-F1 than 20, and 200
  /// no more.
  static func episodeCount(walkCount: Int, pairCount: Int) -> Int {
    min(walkCount, max(60, pairCount.dividedRoundingUp(by: largestPairCount)))
  }

  /// The maximum number of pairs in an episode.
  static let largestPairCount = 1 << 26

  /// The number of chunks of the walks of an episode, if their pairs are sorted into buckets.
  ///
  /// A chunk is about as much work as a bucket, so that chunks fill gaps without making new ones;
  /// more of them would cost memory, since each counts the pairs of every bucket.
  static func chunkCount(of walkCount: Int, blockCount: Int, threadCount: Int) -> Int {
    min(walkCount, 4 * max(min(blockCount, 32), threadCount))
  }

  /// The walks of an episode, yet to be made; none after the last episode.
  private func walks(episode: Int, stepCount: Int) -> EpisodeWalks {
    guard episode < episodeCount else {
      return EpisodeWalks(chunkCount: 0) { _ in preconditionFailure("there is no chunk") }
    }
    let walks = (0..<walkCount).part(episode, of: episodeCount)
    // Objectives that are trained in the order of walks take the chunks in steps, so that their
    // number is part of the job.
    let count =
      plan.options.isGridTrained
      ? Self.chunkCount(
        of: walks.count, blockCount: plan.layout.blockCount, threadCount: plan.threadCount)
      : min(walks.count, stepCount)
    return EpisodeWalks(chunkCount: count) { [self] index in
      WalkChunk(
        walks.part(index, of: count), of: corpus, layout: plan.layout, window: window,
        forBuckets: plan.options.isGridTrained)
    }
  }
}
