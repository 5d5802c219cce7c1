internal import Files
public import Names
internal import Text

extension NodeLabels {
  /// Reads a file of labels.
  ///
  /// A line is `node label [label ...]`, separated as in `TextTable`: if the first line contains a
  /// tab, labels may contain blanks. A node that is on several lines has the labels of all of them,
  /// a label given twice counts once, and a node on no line has no label.
  ///
  /// A file of names has lines `label name`. A label that it does not name keeps its spelling.
  ///
  /// - Parameters:
  ///   - path: The file of labels, plain or compressed with gzip; `-` for standard input.
  ///   - nodes: The names of the nodes.
  ///   - namesPath: The file of the labels' names, if there is one.
  ///   - unknownNodes: What to do with a line that names an unknown node.
  /// - Throws: `FileError` if a file cannot be read; `UnknownNodeError` for an unknown node;
  ///   `TextTableError` for a line without a label, a label that is named twice, or a file without
  ///   labels.
  /// - Complexity: O(*b*) expected for a file of *b* bytes.
  public init(
    contentsOf path: String, nodes: NameList, labelNames namesPath: String? = nil,
    unknownNodes: UnknownNodes = .areErrors
  ) throws {
    let table = try TextTable(contentsOf: path)
    var rows = [[String]](repeating: [], count: nodes.count)
    var skippedLineCount = 0
    for row in table.rows {
      guard row.fields.count > 1 else {
        throw table.error(
          row, "'\(row.fields[0])' stands alone: a line is a node and its labels")
      }
      guard let node = nodes.index(of: row.fields[0]) else {
        guard unknownNodes == .areSkipped else {
          throw UnknownNodeError(
            file: table.file, line: row.line, node: row.fields[0],
            nearSpellings: nodes.spellings(near: row.fields[0]))
        }
        skippedLineCount += 1
        continue
      }
      rows[node] += row.fields.dropFirst().filter { !$0.isEmpty }
    }
    guard rows.contains(where: { !$0.isEmpty }) else {
      throw TextTableError(file: path, line: nil, reason: "no node has a label")
    }
    let names = try namesPath.map { try Self.names(contentsOf: $0) } ?? [:]
    self.init(spelled: rows, names: names, skippedLineCount: skippedLineCount)
  }

  /// Creates labels from the spellings of each node's labels.
  ///
  /// ```swift
  /// let labels = NodeLabels(spelled: [["hero"], ["hero", "thief"], []])
  /// ```
  ///
  /// - Parameter labels: The labels of each node, in any order; a label given twice counts once.
  /// - Complexity: O(*n* log *n*) for *n* labels.
  public init(spelled labels: [[String]]) {
    self.init(spelled: labels, names: [:], skippedLineCount: 0)
  }

  private init(spelled labels: [[String]], names: [String: String], skippedLineCount: Int) {
    let order = Self.sorted(Array(Set(labels.joined())))
    let places = Dictionary(uniqueKeysWithValues: zip(order, 0...).map { ($0, Label($1)) })
    self.init(
      labels.map { $0.compactMap { places[$0] } }, labelNames: order.map { names[$0] ?? $0 },
      skippedLineCount: skippedLineCount)
  }

  private static func names(contentsOf path: String) throws -> [String: String] {
    let table = try TextTable(contentsOf: path)
    var names: [String: String] = [:]
    for row in table.rows {
      guard row.fields.count > 1 else {
        throw table.error(row, "'\(row.fields[0])' stands alone: a line is a label and its name")
      }
      let name = row.fields.dropFirst().joined(separator: " ")
      guard names.updateValue(name, forKey: row.fields[0]) == nil else {
        throw table.error(row, "label '\(row.fields[0])' has a name already")
      }
    }
    return names
  }

  /// Sorts labels as integers if all of them are integers, otherwise as text.
  private static func sorted(_ spellings: [String]) -> [String] {
    let numbers = spellings.compactMap { spelling in Int(spelling).map { ($0, spelling) } }
    return numbers.count == spellings.count
      ? numbers.sorted { $0 < $1 }.map(\.1) : spellings.sorted()
  }
}
