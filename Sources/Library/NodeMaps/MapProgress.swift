public import Projections

/// The stages of making a map.
public enum MapProgress: Equatable, Sendable {
  /// Projecting vectors to points.
  case projection(ProjectionProgress)
  /// Finding communities or collecting labels.
  case grouping
  /// Measuring how well neighbors are preserved.
  case measurement(ProjectionProgress)
  /// Arranging everything on the page.
  case composition

  /// A function that receives progress.
  ///
  /// It is called on a working thread, which it delays.
  public typealias Report = @Sendable (MapProgress) -> Void
}
