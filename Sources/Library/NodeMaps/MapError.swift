/// Why a map cannot be made.
public struct MapError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what would be accepted.
  public let description: String

  /// Creates an error.
  ///
  /// - Parameter description: What is wrong and what would be accepted.
  public init(_ description: String) {
    self.description = description
  }
}
