internal import Text

/// Whether a text has as many lines of numbers as columns, so that it may be a matrix.
struct MatrixShape {
  /// Where the names of the nodes are.
  enum Names {
    case nowhere
    case above
    case aboveAndBeside
  }

  let size: Int
  let names: Names
  /// Whether the first column counts the lines, as that of an adjacency list does.
  let countsLines: Bool
  /// Whether the last entry is 0.
  let endsWithZero: Bool
  /// Whether the names say what the columns of edges are.
  let namesColumns: Bool

  /// Takes the shape of a text; nil if it is none of a matrix.
  ///
  /// No more lines are examined than a matrix would have.
  init?(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    var rows = MatrixRows(bytes, options)
    guard let first = try? rows.next(), first.fields.count > 2 else { return nil }
    let width = first.fields.count
    let header = first.fields.texts(of: bytes)
    let hasCorner = header[0].isEmpty
    var lines = hasCorner ? 0 : first.isNumeric(of: bytes) ? 1 : 0
    let startsWithNumbers = lines == 1
    var firstFields = startsWithNumbers ? [header[0]] : []
    var last = first
    while true {
      guard let row = try? rows.next() else { break }
      guard lines <= width, row.fields.count == width,
        row.isNumeric(of: bytes, from: hasCorner ? 1 : 0)
      else { return nil }
      lines += 1
      firstFields.append(
        String(decoding: bytes.bytes(in: row.fields[0].range), as: UTF8.self))
      last = row
    }
    let end = last.fields[width - 1].range
    endsWithZero = Double(decimal: bytes.extracting(end)) == 0
    let numbers = firstFields.compactMap { Int($0) }
    countsLines =
      numbers.count == firstFields.count && !numbers.isEmpty
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let words = HeaderWords(header)
    namesColumns = words.columns != nil || words.columnsByExclusion != nil
    if hasCorner {
      guard firstFields == Array(header.dropFirst()) else { return nil }
      (size, names) = (width - 1, .aboveAndBeside)
    } else if startsWithNumbers, lines == width {
      (size, names) = (width, .nowhere)
    } else if lines - (startsWithNumbers ? 1 : 0) == width, Set(header).count == width {
      (size, names) = (width, .above)
    } else {
      return nil
    }
  }

  /// Whether the text can be nothing else: the same names stand above and beside the entries, or
  /// many lines have as many numbers.
  var isCertain: Bool {
    switch names {
    case .aboveAndBeside: true
    case .above: size > 8 && !namesColumns
    case .nowhere: size > 8 && !countsLines
    }
  }

  /// Whether the text is a matrix if it is symmetric.
  ///
  /// Three lines that end with 0 are no edges, whose third column holds weights.
  func isProbable(_ options: EdgeListOptions) -> Bool {
    if size == 3 { return names == .nowhere && endsWithZero && options.zeroWeights == .refuse }
    return !countsLines && (names == .nowhere || !namesColumns)
  }
}
