internal import Text

/// A name is not in a list.
public struct UnknownName: Error, Equatable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// Up to three names of the list with similar spellings, nearest first.
  public let nearSpellings: [String]

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - nearSpellings: Names with similar spellings, nearest first.
  public init(name: String, nearSpellings: [String]) {
    self.name = name
    self.nearSpellings = nearSpellings
  }

  /// The name, and which names may have been meant.
  public var description: String {
    "there is no \(Excerpt.quoted(name.utf8))\(Self.hint(nearSpellings))"
  }

  /// The end of a message about an unknown name: which names are near it.
  ///
  /// - Parameter nearSpellings: The names.
  /// - Returns: "; near it: 'a' and 'b'", or nothing if there are none.
  package static func hint(_ nearSpellings: [String]) -> String {
    let near = nearSpellings.map { Excerpt.quoted($0.utf8) }
    guard let last = near.last else { return "" }
    let others = near.dropLast().joined(separator: ", ")
    return "; near it: \(others.isEmpty ? "" : others + " and ")\(last)"
  }
}
