internal import EmbeddingTables
internal import Names
internal import Text

/// Converts rows of an embedding to lines of text.
struct TextRowWriter: Sendable {
  let embedding: Embedding
  let layout: TextLayout

  /// The number of rows that make about a quarter of a megabyte of text.
  var rowsPerPiece: Int { max(1, (1 << 18) / (16 + 12 * embedding.dimensions)) }

  /// The lines of some rows.
  func lines(_ rows: Range<Int>) -> [UInt8] {
    let prefixes = prefixes(rows)
    let rowSize = embedding.dimensions * (Float.decimalCapacity + 1) + 1
    let capacity = prefixes.bytes.count + rows.count * rowSize
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var next = unsafe base
      var start = 0
      for (row, end) in zip(rows, prefixes.ends) {
        for place in start..<end {
          // SAFETY: the capacity covers all prefixes and, for every row, the maximum size of its
          // numbers, separators and line break.
          unsafe next.pointee = prefixes.bytes[place]
          unsafe next += 1
        }
        start = end
        let vector = embedding[row]
        for place in vector.indices {
          if place > 0 {
            unsafe next.pointee = layout.separator
            unsafe next += 1
          }
          unsafe next += vector[place].writeDecimal(to: next)
        }
        unsafe next.pointee = UInt8(ascii: "\n")
        unsafe next += 1
      }
      count = unsafe next - base
    }
  }

  /// The names of some rows, quoted if necessary, each followed by a separator.
  private func prefixes(_ rows: Range<Int>) -> (bytes: [UInt8], ends: [Int]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for row in rows {
      if layout.name != .absent {
        let start = bytes.count
        embedding.names.append(row, to: &bytes)
        if layout.name == .quoted { quote(&bytes, from: start) }
        bytes.append(layout.separator)
      }
      ends.append(bytes.count)
    }
    return (bytes, ends)
  }

  /// Quotes the end of a text if it contains a byte that requires it.
  private func quote(_ text: inout [UInt8], from start: Int) {
    let isPlain = text[start...].allSatisfy { byte in
      byte != layout.separator && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    guard !isPlain else { return }
    let name = Array(text[start...])
    text.removeSubrange(start...)
    text.append(UInt8(ascii: "\""))
    for byte in name {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}
