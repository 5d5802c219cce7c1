internal import Graphs
internal import Names
internal import Text

/// The file of titles of nodes that a command shows, if there is one.
struct TitleInput: Sendable {
  var path: String?

  static var commandLine: [Option<TitleInput>] {
    [
      .value(
        "--titles", to: \.path,
        "Titles of nodes to show and to ask by: a node and its title a line, separated by tabs, "
          + "commas or blanks, with or without a header.",
        valueName: "FILE", file: .reads)
    ]
  }

  /// Reads the titles.
  ///
  /// - Parameter nodes: The names of the nodes.
  /// - Returns: The titles, or nil if none are asked for.
  /// - Throws: The errors of the file.
  func titles(of nodes: NameList) throws -> NodeTitles? {
    try path.map { try NodeTitles(contentsOf: $0, nodes: nodes) }
  }
}

extension NodeTitles {
  /// The title of a node as a last column of a line: a tab and the title.
  func column(_ node: Int?) -> String {
    "\t\(Excerpt.escaped(node.flatMap { self[$0] } ?? ""))"
  }
}
