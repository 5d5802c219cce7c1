/// A row near a query.
public struct Neighbor: Hashable, Sendable {
  /// The row of the table.
  public let row: Int
  /// How near it is: a cosine, a dot product or a distance, depending on the metric.
  public let score: Float

  /// Creates a neighbor.
  ///
  /// - Parameters:
  ///   - row: The row of the table.
  ///   - score: How near it is.
  public init(row: Int, score: Float) {
    self.row = row
    self.score = score
  }
}
