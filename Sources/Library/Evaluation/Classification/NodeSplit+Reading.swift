internal import Files
internal import Graphs
public import Names
internal import Text

extension NodeSplit {
  /// Reads a split from a file with lines of the form `node part`.
  ///
  /// The part is `train` or `test`; nodes of other parts, such as `val` and `rest`, are ignored.
  ///
  /// - Parameters:
  ///   - path: The path of the file, separated as in `TextTable`.
  ///   - nodes: The names of the nodes.
  /// - Throws: `FileError` if the file cannot be read; `TextTableError` for a line that is not a
  ///   node and a part, an unknown node, an unknown part, or a node that is repeated.
  public init(contentsOf path: String, nodes: NameList) throws {
    let table = try TextTable(contentsOf: path)
    var training: [Node] = []
    var test: [Node] = []
    var seen = Set<Int>()
    for row in table.rows {
      guard row.fields.count == 2 else {
        throw table.error(row, "a line is a node and its part: train, test, val or rest")
      }
      guard let node = nodes.index(of: row.fields[0]) else {
        throw table.error(
          row,
          "there is no node \(Excerpt.quoted(row.fields[0].utf8))\(nodes.hint(for: row.fields[0]))")
      }
      guard seen.insert(node).inserted else {
        throw table.error(row, "node \(Excerpt.quoted(row.fields[0].utf8)) has a part already")
      }
      switch row.fields[1] {
      case "train": training.append(Node(node))
      case "test": test.append(Node(node))
      case "val", "valid", "validation", "rest": continue
      default:
        throw table.error(
          row,
          "the part must be train, test, val or rest, not \(Excerpt.quoted(row.fields[1].utf8))")
      }
    }
    self.init(training: training, test: test)
  }
}
