/// A name that a list does not have.
public struct UnknownName: Error, Equatable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// Up to three names of the list that are spelled nearly alike, nearest first.
  public let nearSpellings: [String]

  /// Creates the error of a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - nearSpellings: Names that are spelled nearly alike, nearest first.
  public init(name: String, nearSpellings: [String]) {
    self.name = name
    self.nearSpellings = nearSpellings
  }

  /// Says which name, and what may have been meant.
  public var description: String {
    guard let last = nearSpellings.last else { return "there is no '\(name)'" }
    let others = nearSpellings.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return "there is no '\(name)'; near it: \(others.isEmpty ? "" : others + " and ")'\(last)'"
  }
}
