/// Why vectors cannot be projected.
public struct ProjectionError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what would be accepted.
  public let description: String

  /// Creates an error.
  ///
  /// - Parameter description: What is wrong and what would be accepted.
  public init(_ description: String) {
    self.description = description
  }
}
