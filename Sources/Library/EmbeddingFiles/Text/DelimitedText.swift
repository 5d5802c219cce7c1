internal import EmbeddingTables
internal import Files
internal import Text

/// Values separated by commas or tabs (RFC 4180): a name and its components per line.
///
/// The first line is a header, `node,x1,x2,…`; when a file is read, the header may be missing, and
/// its words do not matter. A first line is taken for a header if none of its fields after the
/// first is a number, or if it is one of pandas: its first field is empty, or is no number and
/// before the fields 0, 1, 2 and so on. Names that contain a separator, a quote or a line break are
/// quoted. The format has no metadata.
enum DelimitedText {
  static func read(
    _ source: EmbeddingSource, layout: TextLayout
  ) throws(EmbeddingFileError) -> Embedding {
    let first = firstLine(of: source)
    let fields = fields(source.bytes.text(first.range), layout: layout)
    guard fields.count >= 2 else {
      throw source.failure(
        line: 1,
        "\(source.bytes.excerpt(first.range)) is not a name and its vector, "
          + "separated by \(layout.separator == UInt8(ascii: "\t") ? "tabs" : "commas")")
    }
    return try TextVectors(
      source: source, layout: layout, dimensions: fields.count - 1,
      start: isHeader(fields) ? first.next : first.range.lowerBound
    ).readEmbedding()
  }

  private static func isHeader(_ fields: [Substring]) -> Bool {
    let isNumber = { (field: Substring) in Float(decimal: Array(field.utf8).span) != nil }
    let columns = fields.dropFirst()
    if !columns.contains(where: isNumber) || fields[0].isEmpty || fields[0] == "\"\"" {
      return true
    }
    // A single 0 is as likely to be a vector.
    return columns.count > 1 && !isNumber(fields[0])
      && columns.enumerated().allSatisfy { $1 == String($0) }
  }

  static func write(
    _ embedding: Embedding, to output: EmbeddingOutput, layout: TextLayout
  ) throws(EmbeddingFileError) {
    let separator = String(Unicode.Scalar(layout.separator))
    let columns = (1...embedding.dimensions).map { "x\($0)" }
    try output.writeText(
      embedding, layout: layout,
      header: (["node"] + columns).joined(separator: separator) + "\n")
  }

  /// The first line, after any byte-order mark, including line breaks within quotes.
  private static func firstLine(of source: EmbeddingSource) -> (range: Range<Int>, next: Int) {
    let span = source.bytes.span
    let start = source.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    var isInQuotes = false
    var end = start
    while end < span.count, isInQuotes || span[end] != UInt8(ascii: "\n") {
      if span[end] == UInt8(ascii: "\"") { isInQuotes.toggle() }
      end += 1
    }
    let next = min(span.count, end + 1)
    if end > start, span[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (start..<end, next)
  }

  /// The fields of a line, with quotes, but without surrounding spaces.
  private static func fields(_ line: String, layout: TextLayout) -> [Substring] {
    var fields: [Substring] = []
    var isInQuotes = false
    var start = line.unicodeScalars.startIndex
    let scalars = line.unicodeScalars
    for place in scalars.indices {
      if scalars[place] == "\"" { isInQuotes.toggle() }
      guard !isInQuotes, scalars[place] == Unicode.Scalar(layout.separator) else { continue }
      fields.append(line[start..<place])
      start = scalars.index(after: place)
    }
    fields.append(line[start...])
    return fields.map { $0.trimming(" ") }
  }
}

extension Substring {
  /// The text without a character at both ends.
  fileprivate func trimming(_ character: Character) -> Substring {
    var rest = self
    while rest.first == character { rest.removeFirst() }
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
