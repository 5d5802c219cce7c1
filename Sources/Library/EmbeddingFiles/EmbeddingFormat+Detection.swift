internal import Files

extension EmbeddingFormat {
  /// The format that a file is in, seen from its content and, where that leaves a choice, its name.
  ///
  /// NumPy arrays, zip archives, safetensors, databases and fastText's models are known by their
  /// first bytes. A first line of two whole numbers is word2vec's, in binary if control characters
  /// follow, else in text. Any other text is what the name says, `.csv` or `.tsv`, or the
  /// projector's when its names are beside it, or a binary format that it is a damaged file of;
  /// else it is comma- or tab-separated when its first line has a comma or a tab and no space; else
  /// GloVe's.
  ///
  /// - Parameters:
  ///   - bytes: The content, decompressed.
  ///   - path: The file's path.
  init(detecting bytes: FileBytes, path: String) {
    if let format = Self.binaryFormat(bytes) {
      self = format
      return
    }
    let named = EmbeddingFormat(path: path)
    switch named {
    case .csv?, .tsv?, .npy?, .npz?, .safetensors?, .sqlite?:
      self = named ?? .csv
      return
    case .projector where ProjectorFiles.namesPath(path).map(InputFile.exists) == true:
      self = .projector
      return
    default: break
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

  /// The format that the first bytes belong to, or nil.
  private static func binaryFormat(_ bytes: FileBytes) -> EmbeddingFormat? {
    if bytes.starts(with: NumPyArray.magic) { return .npy }
    if bytes.starts(with: ZipArchive.magic) { return .npz }
    if bytes.starts(with: FastTextModel.magic) { return .fastTextModel }
    if bytes.starts(with: SQLiteFile.magic) { return .sqlite }
    // The length of a header is a small number in eight bytes, so that the last ones are 0.
    let isSafeTensors = bytes.starts(with: [0, 0, 0], at: 5) && bytes.starts(with: [0x7b], at: 8)
    return isSafeTensors ? .safetensors : nil
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
