internal import Names
internal import Text

/// A first line with the numbers of nodes and edges, which many programs write before the edges:
/// `34 78`, or `34 34 78` where a matrix is meant.
struct SizeLine: Sendable {
  let nodeCount: Int
  let edgeCount: Int
  /// The line, shortened.
  let text: String

  /// Takes the line of some fields; nil if they are no such numbers.
  init?(_ fields: FieldList, _ line: EdgeListLayout.Line, of bytes: Span<UInt8>) {
    guard (2...3).contains(fields.count) else { return nil }
    let numbers = fields.texts(of: bytes).compactMap { Int($0) }
    guard numbers.count == fields.count, numbers.allSatisfy({ $0 > 0 }),
      numbers.count == 2 || numbers[0] == numbers[1]
    else { return nil }
    nodeCount = numbers[0]
    edgeCount = numbers[numbers.count - 1]
    text = Excerpt.quoted(line.content, of: bytes)
  }
}

extension EdgeListLayout {
  /// Whether the first line has another number of columns than the edges, and tells the number of
  /// the lines behind it.
  func isSizeLine(
    _ size: SizeLine, _ fields: FieldList, _ line: Line, before next: FieldList?,
    of bytes: Span<UInt8>, _ options: EdgeListOptions
  ) -> Bool {
    guard let next, next.count != fields.count,
      options.columns.map({ $0.columns.count == next.count }) ?? (2...3).contains(next.count)
    else { return false }
    var count = 0
    var last = line
    while count <= size.edgeCount,
      let following = dataLine(after: last, of: bytes, delimiter: delimiter)
    {
      count += 1
      last = following
    }
    return count == size.edgeCount
  }

  /// Goes on behind the first line.
  mutating func skip(_ size: SizeLine, _ line: Line, of bytes: Span<UInt8>) {
    sizeLine = size
    commentCountBeforeBody += commentCount(before: line, of: bytes)
    bodyStart = min(line.end + 1, bytes.count)
    lineCountBeforeBody = line.number
  }
}

extension ParsedEdges {
  /// Whether the first line was read as an edge and tells the number of the lines behind it.
  func begins(with size: SizeLine) -> Bool {
    summary.edgeLineCount > 1 && summary.edgeLineCount - 1 == size.edgeCount
  }

  /// Whether the first line may be the numbers of nodes and edges, although there are not as many
  /// edges: its first number is that of the nodes of all other lines, and its second occurs nowhere
  /// else and is large enough.
  func mayBegin(with size: SizeLine) -> Bool {
    guard (1...2).contains(names.count - size.nodeCount), size.edgeCount >= size.nodeCount - 1,
      let suspect = names.index(of: String(size.edgeCount))
    else { return false }
    func useCount(_ node: Int?) -> Int {
      guard let node = node.map({ Node($0) }) else { return 0 }
      return chunks.reduce(0) { count, chunk in
        count + chunk.nodes.count { $0 == node }
          + chunk.nodesOfDroppedEdges.count { $0 == node }
      }
    }
    guard useCount(suspect) == 1 else { return false }
    let isFirstLonely = useCount(names.index(of: String(size.nodeCount))) == 1
    return names.count - size.nodeCount == (isFirstLonely ? 2 : 1)
  }
}
