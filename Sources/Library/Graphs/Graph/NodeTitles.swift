internal import Files
public import Names
public import Text

/// Readable names of nodes whose own names are mere identifiers, such as the titles of films.
public struct NodeTitles: Sendable {
  /// The title of each node, or nil where there is none.
  public let titles: [String?]
  private let nodes: NameList

  /// Words that a header calls the column of titles by.
  private static let headerWords: Set<String> = [
    "title", "name", "label", "text", "description", "titles", "names", "labels",
  ]

  /// Reads a file of titles.
  ///
  /// A line is a node and its title, separated as in `TextTable`; what follows the title is
  /// ignored, unless blanks are the separator. A header is recognized by its first field, which is
  /// no node; if it has a column "title", "name" or "label", that column is read, otherwise the
  /// second one. Lines on other nodes are skipped.
  ///
  /// - Parameters:
  ///   - path: The file, plain or compressed with gzip; `-` for standard input.
  ///   - nodes: The names of the nodes.
  /// - Throws: `FileError` if the file cannot be read; `TextTableError` if it is no table, or if no
  ///   line has a title of a node.
  public init(contentsOf path: String, nodes: NameList) throws {
    try self.init(TextTable(contentsOf: path), of: nodes)
  }

  /// Takes titles from the rows of a table; see `init(contentsOf:nodes:)`.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - nodes: The names of the nodes.
  /// - Throws: `TextTableError` if no row has a title of a node.
  public init(_ table: TextTable, of nodes: NameList) throws(TextTableError) {
    var titles = [String?](repeating: nil, count: nodes.count)
    var column = 1
    for (place, row) in table.rows.enumerated() {
      guard let node = nodes.index(of: row.fields[0]) else {
        if place == 0,
          let found = row.fields.dropFirst().firstIndex(where: {
            Self.headerWords.contains($0.lowercased())
          })
        {
          column = found
        }
        continue
      }
      let title =
        table.delimiter == .whitespace && column == 1
        ? row.fields.dropFirst().joined(separator: " ")
        : row.fields.count > column ? row.fields[column] : ""
      if !title.isEmpty && titles[node] == nil { titles[node] = title }
    }
    guard titles.contains(where: { $0 != nil }) else {
      throw TextTableError(
        file: table.file, line: nil,
        reason: "no line has the title of a node: a line is a node and its title")
    }
    self.titles = titles
    self.nodes = nodes
  }

  /// The title of a node, or nil if it has none.
  ///
  /// - Parameter node: The node's number, less than the number of nodes.
  public subscript(node: Int) -> String? { titles[node] }

  /// Finds the node that a name or a title means.
  ///
  /// - Parameter text: The name of a node, its title, or a part of a title that no other title has;
  ///   in titles, upper and lower case are the same.
  /// - Returns: The node's number.
  /// - Throws: `AmbiguousTitle` if several titles fit, `UnknownName` if none does, with near names
  ///   and titles.
  public func node(called text: String) throws -> Int {
    if let node = nodes.index(of: text) { return node }
    let wanted = text.lowercased()
    let folded = titles.map { $0?.lowercased() }
    let equal = folded.indices.filter { folded[$0] == wanted }
    let found =
      !equal.isEmpty || wanted.isEmpty
      ? equal : folded.indices.filter { folded[$0]?.contains(wanted) ?? false }
    guard !found.isEmpty else {
      let known = NameList(Set(titles.compactMap(\.self)).sorted())
      throw UnknownName(
        name: text,
        nearSpellings: Array(
          (nodes.spellings(near: text) + (known?.spellings(near: text) ?? [])).prefix(3)))
    }
    guard found.count == 1 else {
      throw AmbiguousTitle(
        text: text, count: found.count,
        nodes: found.prefix(5).map { (nodes[$0], titles[$0] ?? "") })
    }
    return found[0]
  }
}

/// Several titles contain a text that should mean one node.
public struct AmbiguousTitle: Error, CustomStringConvertible {
  /// The text.
  public let text: String
  /// The number of titles that contain it.
  public let count: Int
  /// The first of the nodes, and their titles.
  public let nodes: [(name: String, title: String)]

  /// The text, and the nodes that it may mean.
  public var description: String {
    let shown = nodes.map { node in
      "\(Excerpt.quoted(node.name.utf8)) (\(Excerpt.escaped(String(node.title.prefix(60)))))"
    }
    return "\(Excerpt.quoted(text.utf8)) is in \(count) titles: \(shown.joined(separator: ", "))"
      + (count > nodes.count ? " and others" : "")
  }
}
