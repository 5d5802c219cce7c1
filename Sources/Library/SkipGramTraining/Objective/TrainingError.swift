/// Why training ended without vectors.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss is no number, or far above where it began.
  case diverged(episode: Int, loss: Double)
  /// The caller asked to stop; the run goes on from the checkpoint, where there is one.
  case stopped(fraction: Double, checkpoint: String?)
  /// The folder has checkpoints, but none is complete.
  case damagedCheckpoint(directory: String)
  /// The checkpoint is of another graph, other walks, other options or another seed.
  case foreignCheckpoint(directory: String)
  /// The initial vectors have another number of components than the options ask for.
  case initialDimensions(Int, expected: Int)
  /// A file could not be written.
  case file(path: String, reason: String)

  /// Says what went wrong, and what to do.
  public var description: String {
    switch self {
    case .diverged(let episode, let loss):
      "training diverged in episode \(episode + 1): the held-out loss is "
        + "\(loss.isNaN ? "not a number" : "\(loss)"); "
        + "use a smaller learning rate"
    case .stopped(let fraction, let checkpoint):
      "stopped after \(Int(fraction * 100)) % of the run"
        + (checkpoint.map { "; it goes on from \($0)" } ?? "")
    case .damagedCheckpoint(let directory):
      "\(directory): no checkpoint in the folder is complete; remove it to begin anew"
    case .foreignCheckpoint(let directory):
      "\(directory): the checkpoint is of another run: the graph, the walks, the training options "
        + "and the seed must be those it was made with"
    case .initialDimensions(let count, let expected):
      "the initial vectors have \(count) components, the run has \(expected)"
    case .file(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
