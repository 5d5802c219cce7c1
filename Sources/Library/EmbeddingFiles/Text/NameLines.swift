internal import Files
internal import Names

/// Names in a text file, one per line.
enum NameLines {
  /// Reads all lines as names, ignoring a byte-order mark and carriage returns at the ends of
  /// lines.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - hasHeader: Whether the first line is a header, to be skipped.
  ///   - endsAtTab: Whether a name ends before the first tab of its line.
  /// - Returns: The names.
  /// - Throws: The error of the first line that is not valid UTF-8 or repeats a name, unless the
  ///   selection allows it.
  static func read(
    _ source: EmbeddingSource, hasHeader: Bool = false, endsAtTab: Bool = false
  ) throws(EmbeddingFileError) -> RowNames {
    let span = source.bytes.span
    var names: [UInt8] = []
    var ends: [Int] = []
    var position = source.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    if hasHeader { position = source.bytes.lineEnd(after: position) }
    let firstLine = hasHeader ? 2 : 1
    while position < span.count {
      var line = source.bytes.line(at: position)
      position = source.bytes.lineEnd(after: line.upperBound)
      if endsAtTab, let tab = line.first(where: { span[$0] == UInt8(ascii: "\t") }) {
        line = line.lowerBound..<tab
      }
      do {
        _ = try UTF8Span(validating: span.extracting(line))
        for place in line { names.append(span[place]) }
      } catch {
        guard source.selection.invalidNames != .refuse else {
          throw source.failure(
            line: ends.count + firstLine,
            "the name \(source.bytes.excerpt(line)) is not valid UTF-8",
            remedy: .replaceInvalidNames)
        }
        names += source.bytes.text(line).utf8
      }
      ends.append(names.count)
    }
    return try source.names(utf8: names, ends: ends) { .line($0 + firstLine) }
  }

  static func write(_ names: NameList, to file: inout OutputFile) throws(FileError) {
    var bytes: [UInt8] = []
    for index in names.indices {
      names.append(index, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count >= 1 << 18 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
  }
}
