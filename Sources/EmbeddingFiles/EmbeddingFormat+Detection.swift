internal import Files

extension EmbeddingFormat {
  /// The format that a file is in, seen from its content and, where that leaves a choice, its name.
  ///
  /// NumPy arrays are known by their first bytes. A first line of two whole numbers is word2vec's, in
  /// binary if control characters follow, else in text. Any other text is what the name says, `.csv`
  /// or `.tsv`; else it is comma- or tab-separated when its first line has a comma or a tab and no
  /// space; else GloVe's.
  ///
  /// - Parameters:
  ///   - bytes: The content, decompressed.
  ///   - path: The file's path.
  init(detecting bytes: FileBytes, path: String) {
    if bytes.starts(with: NumPyArray.magic) {
      self = .npy
      return
    }
    let named = EmbeddingFormat(path: path)
    guard named != .csv, named != .tsv else {
      self = named ?? .csv
      return
    }
    let line = bytes.line(at: 0)
    if Word2VecHeader(line: bytes.text(line)) != nil {
      self = Self.isBinary(bytes, after: line.upperBound) ? .word2vecBinary : .word2vec
      return
    }
    let hasSpace = bytes.contains(UInt8(ascii: " "), in: line)
    if !hasSpace, bytes.contains(UInt8(ascii: "\t"), in: line) {
      self = .tsv
    } else if !hasSpace, bytes.contains(UInt8(ascii: ","), in: line) {
      self = .csv
    } else {
      self = .glove
    }
  }

  /// Whether there are control characters, white space aside, in the 4,096 bytes after a place.
  private static func isBinary(_ bytes: FileBytes, after start: Int) -> Bool {
    let span = bytes.span
    for place in start..<min(span.count, start + 4096)
    where span[place] < 32 && !(9...13).contains(span[place]) {
      return true
    }
    return false
  }
}
