internal import Text

/// Why training ended without vectors.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss is not a number, or far above its initial value.
  case diverged(episode: Int, loss: Double)
  /// The caller asked to stop; the run can be resumed from the checkpoint, if there is one.
  case stopped(fraction: Double, checkpoint: String?)
  /// The folder contains checkpoints, but none of them is complete.
  case damagedCheckpoint(directory: String)
  /// The checkpoint belongs to another graph, other walks, other options or another seed.
  case foreignCheckpoint(directory: String)
  /// The initial vectors do not have the number of components that the options ask for.
  case initialDimensions(Int, expected: Int)
  /// A file could not be written.
  case file(path: String, reason: String)

  /// What went wrong, and how to fix it.
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
      "\(Excerpt.escaped(path)): \(reason)"
    }
  }
}
