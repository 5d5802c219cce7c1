internal import Files
internal import Names

/// Names in a text, one a line.
enum NameLines {
  /// Reads all lines as names; a byte-order mark and ends of lines in the manner of Windows do not
  /// count.
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> NameList {
    let span = source.bytes.span
    var names: [UInt8] = []
    var ends: [Int] = []
    var position = source.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while position < span.count {
      let line = source.bytes.line(at: position)
      do {
        _ = try UTF8Span(validating: span.extracting(line))
      } catch {
        throw source.failure(
          line: ends.count + 1,
          "the name \(source.bytes.excerpt(line)) is not valid UTF-8")
      }
      for place in line { names.append(span[place]) }
      ends.append(names.count)
      position = source.bytes.lineEnd(after: line.upperBound)
    }
    return try source.names(utf8: names, ends: ends) { .line($0 + 1) }
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
