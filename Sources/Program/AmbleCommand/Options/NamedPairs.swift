internal import Evaluation
internal import Files
internal import Graphs
internal import Names
internal import Text

/// The pairs that a command is asked about: one from the command line, or those of a file.
struct NamedPairs {
  /// The rows of both names of each pair.
  let rows: [NodePair]
  private let file: String?
  private let lines: [Int]

  /// Finds the names of pairs.
  ///
  /// - Parameters:
  ///   - first: A name, if there is no file.
  ///   - second: Another name.
  ///   - path: A file with two names in the first columns of each line, or nil.
  ///   - known: The names of the vectors.
  /// - Throws: `UnknownName`; `TextTableError`, with the line, for a name that is not known or
  ///   alone; `FileError`.
  init(_ first: String, _ second: String, file path: String?, known: NameList) throws {
    file = path
    guard let path else {
      lines = []
      rows = [NodePair(Node(try known.place(of: first)), Node(try known.place(of: second)))]
      return
    }
    let table = try TextTable(contentsOf: path)
    rows = try table.rows.map { row in
      guard row.fields.count >= 2 else {
        throw table.error(
          row, "\(Excerpt.quoted(row.fields[0].utf8)) stands alone: a line is a pair of nodes")
      }
      let ends = try row.fields.prefix(2).map { name in
        do {
          return Node(try known.place(of: name))
        } catch {
          throw table.error(row, "\(error)")
        }
      }
      return NodePair(ends[0], ends[1])
    }
    lines = table.rows.map(\.line)
    guard !rows.isEmpty else {
      throw TextTableError(file: path, line: nil, reason: "has no pairs")
    }
  }

  /// The names of the pairs as rows of an embedding: "A|B".
  ///
  /// - Parameter known: The names of the vectors.
  /// - Returns: The names, in the order of the pairs.
  /// - Throws: `TextTableError` for a pair that is there twice.
  func names(of known: NameList) throws(TextTableError) -> NameList {
    var names = NameListBuilder()
    for (place, pair) in rows.enumerated() {
      let name = "\(known[Int(pair.source)])|\(known[Int(pair.target)])"
      guard names.insert(Array(name.utf8).span) == place else {
        throw TextTableError(
          file: file ?? "", line: lines[place],
          reason: "the pair \(Excerpt.quoted(name.utf8)) is there already")
      }
    }
    return names.build()
  }
}
