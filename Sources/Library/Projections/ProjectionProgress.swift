/// How far a projection, or the measuring of one, has come.
public struct ProjectionProgress: Equatable, Sendable {
  /// A part of the work that takes long.
  public enum Stage: String, CaseIterable, Sendable {
    /// The search for the nearest neighbors of each vector, counted in vectors.
    case neighbors
    /// The moving of points by t-SNE, counted in rounds.
    case rounds
    /// The measuring of a projection's quality, counted in blocks of vectors.
    case quality
  }

  /// The part that is under way.
  public let stage: Stage
  /// How much of it is done, from 1 to `totalCount`.
  public let completedCount: Int
  /// How much there is to do.
  public let totalCount: Int

  /// A function that is told of progress.
  ///
  /// It is called on a thread that works, and delays it.
  public typealias Report = @Sendable (ProjectionProgress) -> Void
}
