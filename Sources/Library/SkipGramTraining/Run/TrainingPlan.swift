internal import Graphs
internal import Parallel
internal import RandomWalks

/// What all parts of a run have to agree about.
struct TrainingPlan: Sendable {
  let options: SkipGramOptions
  /// The seed of all random numbers.
  let seed: UInt64
  /// The maximum number of threads; it does not change any result.
  let threadCount: Int
  /// The rows of each node.
  let layout: BlockLayout
  /// How often each node occurs in the walks of an epoch.
  let frequencies: [Int]
  /// If it is requested, all parts stop soon.
  var cancellation = Cancellation()

  /// The rules by which nodes of a walk become pairs.
  var window: Window { Window(options: options, frequencies: frequencies) }

  /// The number of nodes in the walks of an epoch.
  var tokenCount: Int { frequencies.reduce(0, +) }
}
