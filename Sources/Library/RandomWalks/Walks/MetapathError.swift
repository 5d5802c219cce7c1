/// A metapath that walks cannot follow.
public enum MetapathError: Error, Equatable, CustomStringConvertible {
  /// The metapath has less than two types.
  case tooShort
  /// No node has a type of the metapath.
  case unknownType(String, known: [String])

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .tooShort:
      "--metapath needs two types or more, such as user,item"
    case .unknownType(let name, let known):
      "--metapath names the type '\(name)', which no node has; "
        + (known.isEmpty ? "no node has any" : "there are \(Self.list(known))")
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
  }
}
