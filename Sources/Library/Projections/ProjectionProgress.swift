/// The progress of a projection, or of measuring its quality.
public struct ProjectionProgress: Equatable, Sendable {
  /// A part of the work that takes long.
  public enum Stage: String, CaseIterable, Sendable {
    /// The search for the nearest neighbors of each vector, counted in vectors.
    case neighbors
    /// The movement of points by t-SNE, counted in rounds.
    case rounds
    /// The measurement of a projection's quality, counted in blocks of vectors.
    case quality
  }

  /// The current part.
  public let stage: Stage
  /// The amount of it that is done, from 1 to `totalCount`.
  public let completedCount: Int
  /// The total amount of work in this part.
  public let totalCount: Int

  /// A function that receives progress.
  ///
  /// It is called on a working thread, which it delays.
  public typealias Report = @Sendable (ProjectionProgress) -> Void
}
