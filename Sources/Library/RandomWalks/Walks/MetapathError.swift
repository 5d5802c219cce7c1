internal import Text

/// Why a metapath cannot be followed by walks.
public enum MetapathError: Error, Equatable, CustomStringConvertible {
  /// The metapath has fewer than two types.
  case tooShort
  /// No node has a certain type of the metapath.
  case unknownType(String, known: [String])

  /// What is wrong and what would be accepted.
  public var description: String { "the metapath \(reason)" }

  /// What is wrong, phrased to follow the words "the metapath".
  public var reason: String {
    switch self {
    case .tooShort:
      "needs two types or more, such as user,item"
    case .unknownType(let name, let known):
      "names the type \(Excerpt.quoted(name.utf8)), which no node has; "
        + (known.isEmpty ? "no node has any" : "there are \(Self.list(known))")
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { "\(Excerpt.quoted($0.utf8))" }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
  }
}
