public import Projections

/// What is under way while a map is made.
public enum MapProgress: Equatable, Sendable {
  /// Vectors become points.
  case projection(ProjectionProgress)
  /// Communities are found, or labels gathered.
  case grouping
  /// It is measured how far neighbors are kept.
  case measurement(ProjectionProgress)
  /// Everything gets its place on the page.
  case composition

  /// A function that is told of progress.
  ///
  /// It is called on a thread that works, and delays it.
  public typealias Report = @Sendable (MapProgress) -> Void
}
