internal import NearestNeighbors
internal import Text

extension NamedNeighbor {
  /// The neighbor as a line of text: its name, a tab, and how near it is.
  var text: String { "\(name)\t\(score.decimals(4))" }

  /// The neighbor as JSON, with every digit.
  var json: JSONValue { ["name": .string(name), "score": .float(score)] }
}
