internal import NearestNeighbors
internal import Text

extension NamedNeighbor {
  /// The neighbor as a line of text: its name, with tabs and line breaks escaped, a tab, and its
  /// score.
  var text: String { "\(Excerpt.escaped(name))\t\(score.decimals(4))" }

  /// The neighbor as JSON, with all digits.
  var json: JSONValue { json(title: nil) }

  /// The neighbor as JSON, with its title if it has one.
  func json(title: String?) -> JSONValue {
    let members: [(name: String, value: JSONValue)] = [
      ("name", .string(name)), ("score", .float(score)),
    ]
    return .object(members + (title.map { [("title", .string($0))] } ?? []))
  }
}
