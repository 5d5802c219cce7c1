/// A name near a query.
public struct NamedNeighbor: Hashable, Sendable {
  /// The name of the row.
  public let name: String
  /// How near it is: a cosine, a dot product or a distance, depending on the metric.
  public let score: Float

  /// Creates a neighbor.
  ///
  /// - Parameters:
  ///   - name: The name of the row.
  ///   - score: How near it is.
  public init(name: String, score: Float) {
    self.name = name
    self.score = score
  }
}
