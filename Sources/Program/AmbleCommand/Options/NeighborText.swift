internal import NearestNeighbors
internal import Text

extension NamedNeighbor {
  /// The neighbor as a line of text: its name, with tabs and line breaks escaped, a tab, and its
  /// score.
  var text: String { "\(Excerpt.escaped(name))\t\(score.decimals(4))" }

  /// The neighbor as JSON, with all digits.
  var json: JSONValue { ["name": .string(name), "score": .float(score)] }
}
