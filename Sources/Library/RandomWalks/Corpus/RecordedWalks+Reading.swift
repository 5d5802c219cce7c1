internal import Files
internal import Graphs
public import Names
public import Text

extension RecordedWalks {
  /// Reads a text file of walks: one walk per line, as names of nodes.
  ///
  /// Names are separated by blanks, or by tabs if most lines have tabs between names. Blank lines
  /// and lines that begin with `#` and a blank are skipped.
  ///
  /// Without the names of a graph, nodes are numbered as in the graph that the walks of
  /// `WalkCorpus` come from: in ascending order if all names are integers; otherwise, if the first
  /// walks start at every node once, in the order in which `WalkCorpus` starts walks; otherwise in
  /// the order in which they first appear.
  ///
  /// - Parameters:
  ///   - path: The file, plain or compressed with gzip; `-` for standard input.
  ///   - names: The names of a graph's nodes, which determine the numbers; nil for the nodes of the
  ///     walks alone.
  /// - Throws: `FileError` if the file cannot be read; `TextTableError` for a file without walks,
  ///   or a name that is not UTF-8 or, if names are given, is none of them.
  /// - Complexity: O(*b*) expected for a file of *b* bytes, which is held in memory while it is
  ///   read.
  public init(contentsOf path: String, names: NameList? = nil) throws {
    try self.init(InputFile.read(path), named: path, names: names)
  }

  /// Parses the bytes of a text file of walks; see `init(contentsOf:names:)`.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - path: The name of the file in messages.
  ///   - names: The names of a graph's nodes, or nil.
  /// - Throws: `TextTableError`, as the other form does.
  public init(
    _ bytes: [UInt8], named path: String, names: NameList? = nil
  ) throws(TextTableError) {
    let lines = try WalkLines(bytes, named: path)
    var found = NameListBuilder()
    // The number that each name of the walks has in the graph.
    var known: [Node] = []
    var nodes: [Node] = []
    var ends: [Int] = []
    try lines.forEachWalk { words, line throws(TextTableError) in
      for word in words {
        let count = found.count
        let number = found.insert(lines.bytes.span.extracting(word))
        if number == count {
          let name = try Self.name(lines.bytes[word], file: path, line: line)
          if let names {
            guard let node = names.index(of: name) else {
              throw TextTableError(
                file: path, line: line,
                reason: "the graph has no node \(Excerpt.quoted(name.utf8))\(names.hint(for: name))"
              )
            }
            known.append(Node(node))
          }
        }
        nodes.append(Node(number))
      }
      ends.append(nodes.count)
      return true
    }
    guard !ends.isEmpty else {
      throw TextTableError(
        file: path, line: nil, reason: "has no walks: a line is a walk, as names of its nodes")
    }
    guard let names else {
      let (names, numbers) = Self.numbered(found, nodes: nodes, ends: ends)
      self.init(names: names, nodes: nodes.map { numbers[Int($0)] }, ends: ends)
      return
    }
    self.init(names: names, nodes: nodes.map { known[Int($0)] }, ends: ends)
  }

  private static func name(
    _ bytes: ArraySlice<UInt8>, file: String, line: Int
  ) throws(TextTableError) -> String {
    guard let name = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw TextTableError(
        file: file, line: line, reason: "\(Excerpt.quoted(bytes)) is not text in UTF-8")
    }
    return name
  }

  /// Numbers nodes like the graph that the walks come from, as far as walks tell.
  ///
  /// - Parameters:
  ///   - found: The names in the order in which they appear.
  ///   - nodes: The nodes of all walks, numbered in that order.
  ///   - ends: The end of each walk.
  /// - Returns: The names in their order, and the number of each name of `found`.
  private static func numbered(
    _ found: consuming NameListBuilder, nodes: [Node], ends: [Int]
  ) -> (names: NameList, numbers: [Node]) {
    let count = found.count
    if let integers = found.integers {
      let order = integers.indices.sorted { integers[$0] < integers[$1] }
      return (NameList(ascending: order.map { integers[$0] }), ranks(of: order))
    }
    let names = found.build()
    let starts = [0] + ends.prefix(count - 1)
    guard ends.count >= count, Set(starts.map { nodes[$0] }).count == count else {
      return (names, (0..<Node(count)).map(\.self))
    }
    let stride = WalkCorpus.nodeStride(nodeCount: count)
    var order = [Int](repeating: 0, count: count)
    for (walk, start) in starts.enumerated() { order[walk * stride % count] = Int(nodes[start]) }
    guard let ordered = NameList(order.map { names[$0] }) else {
      preconditionFailure("names are distinct")
    }
    return (ordered, ranks(of: order))
  }

  /// The place of each number in an order of all of them.
  private static func ranks(of order: [Int]) -> [Node] {
    var ranks = [Node](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = Node(rank) }
    return ranks
  }
}
