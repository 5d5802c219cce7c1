/// Where and how often a run leaves what it needs to go on after an end that nobody wished for.
public struct Checkpoints: Sendable {
  /// The folder; it exists, and belongs to one run.
  public let directory: String
  /// The least number of seconds between two checkpoints; 0 makes one after every episode.
  public var interval = 0.0
  /// Whether the run goes on from the newest complete checkpoint in the folder.
  public var resumes = false

  /// Names a folder for checkpoints.
  ///
  /// - Parameter directory: The folder; it exists, and belongs to one run.
  public init(directory: String) {
    self.directory = directory
  }
}

/// How far a run has come, beside the vectors: all that a checkpoint needs to know.
///
/// Every random number is a function of the seed and of where it is used, so that nothing else has
/// to be kept.
struct RunState: Equatable, Sendable {
  /// The episode under way.
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
