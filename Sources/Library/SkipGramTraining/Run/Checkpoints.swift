/// Where and how often a run saves its state, so that it can resume after an interruption.
public struct Checkpoints: Sendable {
  /// The folder; it must exist and belong to one run.
  public let directory: String
  /// The minimum number of seconds between two checkpoints; 0 saves after every episode.
  public var interval = 0.0
  /// Whether to resume from the newest complete checkpoint in the folder.
  public var resumes = false

  /// Creates the settings for a folder of checkpoints.
  ///
  /// - Parameter directory: The folder; it must exist and belong to one run.
  public init(directory: String) {
    self.directory = directory
  }
}

/// The progress of a run: all that a checkpoint needs in addition to the vectors.
///
/// Every random number is a function of the seed and of where it is used, so that no generator has
/// to be saved.
struct RunState: Equatable, Sendable {
  /// The current episode.
  var episode = 0
  /// The next step of the episode.
  var step = 0
  /// The held-out loss after the last whole episode.
  var loss: Double?
  /// The lowest held-out loss so far.
  var lowestLoss = Double.infinity
  /// The number of episodes since then.
  var staleEpisodeCount = 0
}
