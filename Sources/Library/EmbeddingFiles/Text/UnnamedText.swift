internal import EmbeddingTables
internal import Files
internal import Names
internal import Text

/// Rows of numbers without names, as `numpy.savetxt` writes them: read only.
///
/// Fields are separated by tabs or commas if the first line has them, otherwise by spaces. Lines at
/// the beginning that start with `#`, and one line in which no field is a number, are skipped. The
/// rows are named 0, 1, 2 and so on.
enum UnnamedText {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    var start = source.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while source.bytes.starts(with: [UInt8(ascii: "#")], at: start) {
      start = source.bytes.lineEnd(after: start)
    }
    var fields = fields(source.bytes, at: start)
    if !fields.values.isEmpty, fields.values.allSatisfy({ !isNumber($0) }) {
      start = source.bytes.lineEnd(after: start)
      fields = Self.fields(source.bytes, at: start)
    }
    guard !fields.values.isEmpty else { throw source.failure("there are no vectors in the file") }
    let content = try TextVectors(
      source: source, layout: fields.layout, dimensions: fields.values.count, start: start
    ).read()
    return Embedding(
      names: NameList(count: content.count), dimensions: fields.values.count,
      vectors: content.elements)
  }

  /// The fields of a line and what separates them.
  static func fields(
    _ bytes: FileBytes, at start: Int
  ) -> (values: [Substring], layout: TextLayout) {
    let line = bytes.text(bytes.line(at: start))
    let layout: TextLayout =
      line.contains("\t") ? .unnamedTabs : line.contains(",") ? .unnamedCommas : .unnamedSpaces
    let separator = Character(Unicode.Scalar(layout.separator))
    let values = line.split(separator: separator).map { field in
      field.drop { $0 == " " }.prefix { $0 != " " }
    }
    return (values.filter { !$0.isEmpty }, layout)
  }

  fileprivate static func isNumber(_ field: Substring) -> Bool {
    Float(decimal: Array(field.utf8).span) != nil
  }
}

extension EmbeddingSource {
  /// Throws if lines begin with a number that is no name: with a point or an exponent, before other
  /// numbers only.
  ///
  /// The second and the third line decide, since the first may be a header; the first does if there
  /// is no other.
  func checkNamed(_ format: EmbeddingFormat) throws(EmbeddingFileError) {
    guard [.glove, .csv, .tsv].contains(format), bytes.count > 0 else { return }
    var starts = [0]
    while starts.count < 3 {
      let next = bytes.lineEnd(after: starts[starts.count - 1])
      guard next < bytes.count else { break }
      starts.append(next)
    }
    let lines = starts.count > 1 ? Array(starts.dropFirst()) : starts
    var first: Substring = ""
    for start in lines {
      let values = UnnamedText.fields(bytes, at: start).values
      guard values.count > 1, values.allSatisfy(UnnamedText.isNumber),
        values[0].utf8.contains(where: { [UInt8(ascii: "."), 0x45, 0x65].contains($0) })
      else {
        return
      }
      if first.isEmpty { first = values[0] }
    }
    throw failure(
      line: starts.count > 1 ? 2 : 1,
      "\(Excerpt.quoted(first.utf8)) is where a name should be, and all else are numbers too",
      remedy: .numberRows)
  }
}
