internal import Text

/// A matrix of numbers as text: a row a line, perhaps below a line of names, and perhaps beside a
/// column of names, as NumPy's `savetxt` and pandas' `to_csv` write it.
enum MatrixText: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.matrix

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    guard options.columns == nil, options.hasHeader == nil, !options.isTwoSided,
      let shape = MatrixShape(bytes, options)
    else { return false }
    return shape.isCertain || shape.isProbable(options) && isSymmetric(bytes, options)
  }

  private static func isSymmetric(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    (try? read(bytes, options))?.isDirected == false
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var rows = MatrixRows(bytes, options)
    guard var row = try rows.next() else { throw LineFault(reason: .noEdges) }
    var header: [String]?
    if !row.isNumeric(of: bytes) || MatrixShape(bytes, options)?.names == .above {
      header = row.fields.texts(of: bytes)
      guard let next = try rows.next() else { throw LineFault(reason: .noEdges) }
      row = next
    }
    // Names stand beside the rows if the corner is empty, or a row has one field more than names.
    let hasNames =
      header.map { $0[0].isEmpty || row.fields.count == $0.count + 1 }
      ?? !row.isNumeric(of: bytes)
    let margin = hasNames ? 1 : 0
    let size = row.fields.count - margin
    var names: [String]? = header.map { Array($0.suffix(size)) }
    if header == nil, hasNames { names = [] }
    var matrix = AdjacencyMatrix(size: size)
    var count = 0
    while true {
      guard row.fields.count == size + margin, count < size else {
        throw LineFault(
          line: row.line,
          reason: .invalidFormat("the matrix is not square: its first row has \(size) entries"))
      }
      if hasNames {
        let name = row.fields.texts(of: bytes)[0]
        if header == nil {
          names?.append(name)
        } else if let above = names?[count], above != name {
          throw LineFault(
            line: row.line,
            reason: .invalidFormat(
              "the row is that of \(Excerpt.quoted(name.utf8)) where the column is that of "
                + Excerpt.quoted(above.utf8)))
        }
      }
      for column in 0..<size {
        let text = row.fields[column + margin].range
        guard let value = Double(decimal: bytes.extracting(text)) else {
          throw LineFault(
            line: row.line,
            reason: .invalidFormat("\(Excerpt.quoted(text, of: bytes)) is no entry of a matrix"))
        }
        try matrix.add(row: count, column: column, value, options, line: row.line)
      }
      count += 1
      guard let next = try rows.next() else { break }
      row = next
    }
    guard count == size else {
      throw LineFault(
        reason: .invalidFormat("the matrix is not square: \(count) rows of \(size) entries"))
    }
    return try matrix.graph(.matrix, names: names, options)
  }
}

/// The lines with data of a matrix.
struct MatrixRows: ~Escapable {
  private let bytes: Span<UInt8>
  private var delimiter: FieldDelimiter?
  private var lines: NumberedLines

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    self.bytes = bytes
    delimiter = options.delimiter
    lines = NumberedLines(bytes)
  }

  /// A line with data.
  struct Row {
    let line: Int
    let fields: FieldList

    /// Whether all fields behind some are numbers.
    func isNumeric(of bytes: Span<UInt8>, from first: Int = 0) -> Bool {
      (first..<fields.count).allSatisfy {
        Double(decimal: bytes.extracting(fields[$0].range)) != nil
      }
    }
  }

  mutating func next() throws(LineFault) -> Row? {
    while let line = lines.next() {
      guard
        let content = TextLine.content(
          line.range, of: bytes, delimiter: delimiter ?? .comma, comments: .marked)
      else { continue }
      let used = delimiter ?? .detected(in: content, of: bytes)
      delimiter = used
      var fields = FieldList()
      do {
        // Found again, since a tab that is a delimiter is not trimmed from the ends of the line.
        try fields.split(
          TextLine.content(line.range, of: bytes, delimiter: used, comments: .marked) ?? content,
          of: bytes, at: used)
      } catch {
        throw LineFault(line: line.number, reason: .quotation(error.reason(in: bytes)))
      }
      return Row(line: line.number, fields: fields)
    }
    return nil
  }
}
