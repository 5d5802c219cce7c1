internal import Algorithms
internal import BinaryFiles
internal import Files
internal import Text

/// Arrays of text in NumPy's format: every text takes as many characters as the longest, of 4 bytes
/// each, or 1 byte each in arrays of bytes.
enum NumPyText {
  /// Texts in UTF-8, without gaps, and the end of each.
  struct Content {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    var strings: [String] {
      ends.indices.map { index in
        let start = index == 0 ? 0 : ends[index - 1]
        return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
      }
    }
  }

  static func read(
    _ array: NumPyArray, _ source: EmbeddingSource, end: Int
  ) throws(EmbeddingFileError) -> Content {
    let isBytes = array.type.first == "|"
    let unit = isBytes ? 1 : 4
    guard array.type.hasPrefix("<U") || array.type.hasPrefix("|S"),
      let width = Int(array.type.dropFirst(2)), width >= 0
    else {
      throw source.failure(
        "the names are of type \(Excerpt.quoted(array.type.utf8)); "
          + "text, '<U…' or '|S…', can be read"
      )
    }
    let span = source.bytes.span
    guard let count = Int.product(array.shape), count <= span.count,
      Int.product(count, unit, width) == end - array.dataOffset
    else {
      throw source.failure(
        byte: end, "the array of text does not have the size that its header says")
    }
    var content = Content()
    for index in 0..<count {
      let start = array.dataOffset + index * unit * width
      var length = width
      while length > 0, isZero(span, start + (length - 1) * unit, unit: unit) { length -= 1 }
      if isBytes {
        try source.append(start..<start + length, to: &content.bytes, allowsEmpty: true)
      } else {
        for place in 0..<length {
          let offset = start + 4 * place
          let value = LittleEndian.load(span, at: offset, as: UInt32.self)
          guard let scalar = Unicode.Scalar(value) else {
            throw source.failure(byte: offset, "\(value) is not the number of a character")
          }
          content.bytes += UTF8.encode(scalar).map { Array($0) } ?? []
        }
      }
      content.ends.append(content.bytes.count)
    }
    return content
  }

  private static func isZero(_ span: Span<UInt8>, _ offset: Int, unit: Int) -> Bool {
    (offset..<offset + unit).allSatisfy { span[$0] == 0 }
  }

  /// The number of characters of the longest text, at least 1.
  static func width(_ texts: some Sequence<String>) -> Int {
    texts.reduce(1) { max($0, $1.unicodeScalars.count) }
  }

  /// Appends an array of text to an archive.
  static func append(
    _ name: String, shape: [Int], width: Int, texts: some Collection<String>,
    to zip: inout ZipWriter, _ file: inout OutputFile
  ) throws(FileError) {
    let header = NumPyArray.header(type: "<U\(width)", shape: shape)
    try zip.append("\(name).npy", size: header.count + 4 * width * texts.count, to: &file) {
      body throws(FileError) in
      try body(header)
      var piece: [UInt8] = []
      for text in texts {
        var rest = width
        for scalar in text.unicodeScalars {
          LittleEndian.append(scalar.value, to: &piece)
          rest -= 1
        }
        piece += repeatElement(0, count: 4 * rest)
        if piece.count >= 1 << 18 {
          try body(piece)
          piece.removeAll(keepingCapacity: true)
        }
      }
      try body(piece)
    }
  }
}
