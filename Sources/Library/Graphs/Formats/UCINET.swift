internal import Names
internal import Text

/// UCINET's data language, DL: a matrix, or lists of edges or neighbors, of nodes with labels.
enum UCINET: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.dl

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    var words = UCINETWords(bytes)
    guard words.next()?.text.lowercased() == "dl", let second = words.next()?.text.lowercased()
    else {
      return false
    }
    return ["n", "nr", "nm", "format", "n="].contains(second)
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var reader = UCINETReader(bytes, options)
    return try reader.read()
  }
}

/// The words of DL, which blanks, commas and equals signs separate.
private struct UCINETWords: ~Escapable {
  private let bytes: Span<UInt8>
  private var place: Int
  private(set) var line = 1

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    place = TextLine.start(of: bytes) ?? 0
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= Byte.blank || byte == Byte.comma || byte == UInt8(ascii: "=")
  }

  /// The next word; nil at the end of the text, or of the line if that is asked for.
  mutating func next(inLine: Bool = false) -> (text: String, isQuoted: Bool)? {
    while place < bytes.count, Self.isSeparator(bytes[place]) {
      if bytes[place] == Byte.newline {
        if inLine { return nil }
        line += 1
      }
      place += 1
    }
    guard place < bytes.count else { return nil }
    if bytes[place] == Byte.quote {
      let start = place + 1
      place = start
      while place < bytes.count, bytes[place] != Byte.quote, bytes[place] != Byte.newline {
        place += 1
      }
      let text = String(decoding: bytes.bytes(in: start..<place), as: UTF8.self)
      place = min(place + 1, bytes.count)
      return (text, true)
    }
    let start = place
    while place < bytes.count, !Self.isSeparator(bytes[place]) { place += 1 }
    return (String(decoding: bytes.bytes(in: start..<place), as: UTF8.self), false)
  }

  /// Goes to the next line; false if there is none.
  mutating func nextLine() -> Bool {
    while place < bytes.count, Self.isSeparator(bytes[place]) {
      if bytes[place] == Byte.newline { line += 1 }
      place += 1
    }
    return place < bytes.count
  }
}

private struct UCINETReader: ~Escapable {
  private let options: EdgeListOptions
  private var words: UCINETWords
  private var size: Int?
  private var format = "fullmatrix"
  private var labels: [String] = []
  private var hasEmbeddedLabels = false
  private var graph = ListedGraph(.dl)

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    self.options = options
    words = UCINETWords(bytes)
  }

  mutating func read() throws(LineFault) -> ListedGraph {
    try readHeader()
    guard let size else { throw fault("does not tell the number of nodes, n") }
    guard size > 0, size < 1 << 27 else { throw fault("\(size) is no number of nodes") }
    guard labels.isEmpty || labels.count == size else {
      throw fault("has \(labels.count) labels for \(size) nodes")
    }
    switch format {
    case "fullmatrix", "fm": return try readMatrix(size)
    case "edgelist1", "el1", "nodelist1", "nl1":
      if !hasEmbeddedLabels {
        if labels.isEmpty {
          try graph.addNodes(numbered: 1..<size + 1)
        } else {
          for label in labels { _ = try graph.node(label) }
        }
        guard graph.names.count == size else { throw fault("gives two nodes the same label") }
      }
      let matrix = try readLists(size, isEdges: format.hasPrefix("e"))
      guard graph.names.count <= size else {
        throw fault("has \(graph.names.count) nodes where n is \(size)")
      }
      // The list is that of the entries of a matrix.
      guard matrix.isSymmetric else { return graph }
      return try matrix.graph(.dl, names: Array(graph.names.build()), options)
    default:
      throw fault(
        "the format \(Excerpt.quoted(format.utf8)) of DL is not read; fullmatrix, edgelist1 and "
          + "nodelist1 are")
    }
  }

  private func fault(_ reason: String) -> LineFault {
    LineFault(line: words.line, reason: .invalidFormat(reason))
  }

  private mutating func readHeader() throws(LineFault) {
    _ = words.next()
    var isInLabels = false
    while let word = words.next() {
      let key = word.text.lowercased()
      if !word.isQuoted, key == "data:" || key == "data" { return }
      if isInLabels, !word.isQuoted, key == "embedded" || key == "embedded:" {
        (isInLabels, hasEmbeddedLabels) = (false, true)
      } else if isInLabels {
        labels.append(word.text)
      } else {
        switch key {
        case "n", "nr", "nc":
          guard let number = words.next().flatMap({ Int($0.text) }) else {
            throw fault("a number is needed after \(key)")
          }
          guard size == nil || size == number else {
            throw fault("has as many rows as columns only in graphs of one kind of nodes")
          }
          size = number
        case "nm":
          guard words.next()?.text == "1" else { throw fault("has more than one matrix") }
        case "format": format = words.next()?.text.lowercased() ?? ""
        case "labels", "labels:": isInLabels = true
        case "diagonal": _ = words.next()
        default: throw fault("\(Excerpt.quoted(word.text.utf8)) is no word of DL that is known")
        }
      }
    }
    throw fault("ends before its data")
  }

  private mutating func readMatrix(_ size: Int) throws(LineFault) -> ListedGraph {
    var matrix = AdjacencyMatrix(size: size)
    if hasEmbeddedLabels {
      for _ in 0..<size {
        guard let label = words.next() else { throw fault("ends within its labels") }
        labels.append(label.text)
      }
    }
    for row in 0..<size {
      if hasEmbeddedLabels, words.next()?.text != labels[row] {
        throw fault("the row is not that of \(Excerpt.quoted(labels[row].utf8))")
      }
      for column in 0..<size {
        guard let word = words.next() else { throw fault("ends within its matrix") }
        guard let value = Double(decimal: Array(word.text.utf8).span) else {
          throw fault("\(Excerpt.quoted(word.text.utf8)) is no entry of a matrix")
        }
        try matrix.add(row: row, column: column, value, options, line: words.line)
      }
    }
    guard words.next() == nil else { throw fault("there is more after the matrix") }
    return try matrix.graph(
      .dl, names: labels.isEmpty ? (1...size).map(String.init) : labels, options)
  }

  private mutating func readLists(
    _ size: Int, isEdges: Bool
  ) throws(LineFault) -> AdjacencyMatrix {
    var matrix = AdjacencyMatrix(size: size)
    while words.nextLine() {
      let line = words.line
      guard let first = words.next(inLine: true) else { continue }
      let source = try node(first.text, size)
      if isEdges {
        guard let second = words.next(inLine: true) else { throw fault("an edge has one node") }
        let target = try node(second.text, size)
        var weight: Float = 1
        if let text = words.next(inLine: true)?.text {
          weight = try options.weight(Array(text.utf8).span, line: line)
        }
        graph.add(source, target, weight: weight, line: line)
        matrix.add(row: source, column: target, weight: weight)
      } else {
        while let word = words.next(inLine: true) {
          let target = try node(word.text, size)
          graph.add(source, target, line: line)
          matrix.add(row: source, column: target, weight: 1)
        }
      }
    }
    return matrix
  }

  private mutating func node(_ text: String, _ size: Int) throws(LineFault) -> Node {
    if hasEmbeddedLabels { return try graph.node(text, line: words.line) }
    if let number = Int(text) {
      guard (1...size).contains(number) else { throw fault("\(number) is no node of 1 to \(size)") }
      return Node(number - 1)
    }
    let count = graph.names.count
    let node = try graph.node(text, line: words.line)
    guard Int(node) < count else {
      throw fault("\(Excerpt.quoted(text.utf8)) is no label of a node")
    }
    return node
  }
}
