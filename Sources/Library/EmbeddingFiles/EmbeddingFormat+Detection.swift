internal import BinaryFiles
internal import Files

extension EmbeddingFormat {
  /// Detects the format of a file from its contents and, if they leave a choice, its name.
  ///
  /// NumPy arrays, zip archives, safetensors, databases and fastText's models are recognized by
  /// their first bytes. A first line of two whole numbers is word2vec's: in binary if control
  /// characters follow or the rows of the binary format fill the file exactly, otherwise in text.
  /// Any other text is in the format that the name stands for (`.csv` or `.tsv`, or the projector's
  /// if a file of names is next to it, or a binary format of which the file is a damaged example);
  /// otherwise it is comma- or tab-separated if its first line has a comma or a tab and no space;
  /// otherwise it is GloVe's.
  ///
  /// - Parameters:
  ///   - bytes: The contents, decompressed.
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
    if Word2VecHeader(bytes) != nil {
      let isBinary =
        Self.isBinary(bytes, after: line.upperBound)
        || Word2VecBinary.fits(bytes, allowsText: named == .word2vecBinary)
      self = isBinary ? .word2vecBinary : .word2vec
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

  /// The format that the first bytes stand for, or nil.
  static func binaryFormat(_ bytes: FileBytes) -> EmbeddingFormat? {
    if bytes.starts(with: NumPyArray.magic) { return .npy }
    if bytes.starts(with: ZipArchive.magic) { return .npz }
    if bytes.starts(with: FastTextModel.magic) { return .fastTextModel }
    if bytes.starts(with: SQLiteFile.magic) { return .sqlite }
    if FastTextReader.isOldModel(bytes) { return .fastTextModel }
    // The length of a header is a small number in eight bytes, so that the last ones are 0.
    let isSafeTensors = bytes.starts(with: [0, 0, 0], at: 5) && bytes.starts(with: [0x7b], at: 8)
    return isSafeTensors ? .safetensors : nil
  }

  /// Whether there are control characters, other than white space, in the 4,096 bytes after a
  /// position.
  private static func isBinary(_ bytes: FileBytes, after start: Int) -> Bool {
    let span = bytes.span
    for place in start..<min(span.count, start + 4096)
    where span[place] < 32 && !(9...13).contains(span[place]) {
      return true
    }
    return false
  }
}
