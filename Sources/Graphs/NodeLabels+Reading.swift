internal import Files
public import Names

extension NodeLabels {
  /// Reads a file of labels.
  ///
  /// A line is `node label [label ...]`. Where it holds a tab, tabs separate its fields, so that
  /// labels and names may hold blanks; else blanks do. Empty lines and lines that start with `#` or
  /// `%` are left out. A node on several lines has the labels of all of them, a label given twice
  /// counts once, and a node on no line has no label.
  ///
  /// A file of names has lines `label name`, with the same rules; the rest of the line is the name.
  /// A label without a line is called as it is spelled.
  ///
  /// - Parameters:
  ///   - path: The file of labels, plain or compressed by gzip; `-` for standard input.
  ///   - nodes: The names of the nodes.
  ///   - namesPath: The file of the labels' names, if there is one.
  ///   - unknownNodes: What to do with a line whose node is not known.
  /// - Throws: `FileError` when a file cannot be read; `NodeLabelsError` for a line without a label,
  ///   for an unknown node, for a label named twice, for text that is not UTF-8, and for a file
  ///   without any label.
  /// - Complexity: O(*b*) expected for a file of *b* bytes.
  public init(
    reading path: String, nodes: NameList, labelNames namesPath: String? = nil,
    unknownNodes: UnknownNodes = .areErrors
  ) throws {
    var spellings: [String: Label] = [:]
    var rows = [[Label]](repeating: [], count: nodes.count)
    var skippedLineCount = 0
    for (line, fields) in try Self.lines(of: path) {
      guard fields.count > 1 else { throw Self.error(path, line, .missingLabel) }
      guard let node = nodes.index(of: fields[0]) else {
        if unknownNodes == .areErrors { throw Self.error(path, line, .unknownNode(fields[0])) }
        skippedLineCount += 1
        continue
      }
      for field in fields.dropFirst() {
        let label = spellings[field] ?? Label(spellings.count)
        spellings[field] = label
        rows[node].append(label)
      }
    }
    guard !spellings.isEmpty else { throw Self.error(path, nil, .noLabels) }
    let order = Self.sorted(Array(spellings.keys))
    var places = [Label](repeating: 0, count: order.count)
    for (place, spelling) in order.enumerated() {
      if let label = spellings[spelling] { places[Int(label)] = Label(place) }
    }
    let names = try namesPath.map { try Self.names(reading: $0) } ?? [:]
    self.init(
      rows.map { $0.map { places[Int($0)] } }, labelNames: order.map { names[$0] ?? $0 },
      skippedLineCount: skippedLineCount)
  }

  private static func names(reading path: String) throws -> [String: String] {
    var names: [String: String] = [:]
    for (line, fields) in try lines(of: path) {
      guard fields.count > 1 else { throw error(path, line, .missingLabel) }
      let name = fields.dropFirst().joined(separator: " ")
      guard names.updateValue(name, forKey: fields[0]) == nil else {
        throw error(path, line, .repeatedLabel(fields[0]))
      }
    }
    return names
  }

  /// The fields of every line that has any, with its number.
  private static func lines(of path: String) throws -> [(line: Int, fields: [String])] {
    let bytes = try InputFile.read(path)
    var lines: [(line: Int, fields: [String])] = []
    for (index, text) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      let isComment = text.first == UInt8(ascii: "#") || text.first == UInt8(ascii: "%")
      if isComment { continue }
      let tab = UInt8(ascii: "\t")
      let blank = UInt8(ascii: " ")
      let fields =
        text.contains(tab)
        ? text.split(separator: tab).map { trimmed($0) }
        : text.split(separator: blank).map { trimmed($0) }
      let strings = fields.filter { !$0.isEmpty }.map { String(validating: $0, as: UTF8.self) }
      let valid = strings.compactMap(\.self)
      guard valid.count == strings.count else { throw error(path, index + 1, .notText) }
      if !valid.isEmpty { lines.append((index + 1, valid)) }
    }
    return lines
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 13 }
    var field = field
    while let first = field.first, isSpace(first) { field.removeFirst() }
    while let last = field.last, isSpace(last) { field.removeLast() }
    return field
  }

  private static func sorted(_ spellings: [String]) -> [String] {
    let numbers = spellings.compactMap { spelling in Int(spelling).map { ($0, spelling) } }
    return numbers.count == spellings.count
      ? numbers.sorted { $0 < $1 }.map(\.1) : spellings.sorted()
  }

  private static func error(
    _ path: String, _ line: Int?, _ reason: NodeLabelsError.Reason
  ) -> NodeLabelsError {
    NodeLabelsError(path: path, line: line, reason: reason)
  }
}
