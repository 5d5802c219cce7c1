internal import Errors

/// An order in which the predictions of an episode are trained, in steps.
///
/// Between two steps no work is in progress: a run can stop there and resume from there.
protocol EpisodeSchedule: ~Copyable {
  /// The number of steps of an episode.
  var stepCount: Int { get }
  /// Prepares the predictions of an episode.
  ///
  /// - Parameters:
  ///   - episode: The number of the episode.
  ///   - chunks: Its walks.
  /// - Throws: `MemoryError` if there is not enough memory for them.
  mutating func begin(episode: Int, chunks: [WalkChunk]) throws(MemoryError)
  /// Trains one step of the episode.
  ///
  /// - Parameters:
  ///   - step: The step, in 0..<`stepCount`.
  ///   - rate: The learning rate.
  ///   - tables: The vectors to train.
  ///   - next: The walks of the next episode, which threads make when they would be idle.
  borrowing func train(
    step: Int, rate: Float, _ tables: borrowing BlockTables, making next: borrowing EpisodeWalks)
}
