/// A format of files that hold vectors under names.
///
/// The raw value is what `--format` takes.
public enum EmbeddingFormat: String, CaseIterable, Sendable {
  /// Text with the number of vectors and of components in its first line: word2vec's.
  case word2vec
  /// Names in text, components as 32-bit floats, with word2vec's first line.
  case word2vecBinary = "word2vec-binary"
  /// Text without a first line: GloVe's.
  case glove
  /// The text that fastText writes beside a model; as word2vec's.
  case fastText = "fasttext"
  /// A NumPy array, and the names in a `.nodes.txt` beside it.
  case npy
  /// Values separated by commas, after a header line.
  case csv
  /// Values separated by tabs, after a header line.
  case tsv

  /// What the format is, in half a line.
  public var summary: String {
    switch self {
    case .word2vec: "word2vec text: a first line 'count dimensions', then 'name x1 x2 ...'"
    case .word2vecBinary: "word2vec binary: the same first line, then names and 32-bit floats"
    case .glove: "GloVe text: 'name x1 x2 ...' from the first line on"
    case .fastText: "fastText .vec: as word2vec text"
    case .npy: "NumPy array of 32-bit floats; names in a .nodes.txt beside it, one a line"
    case .csv: "comma-separated values with a header line"
    case .tsv: "tab-separated values with a header line"
    }
  }

  /// The endings of file names, without the point, that stand for the format when a file is written;
  /// the first one is the usual one.
  public var fileExtensions: [String] {
    switch self {
    case .word2vec: ["emb", "txt", "w2v"]
    case .word2vecBinary: ["bin"]
    case .glove: ["glove"]
    case .fastText: ["vec"]
    case .npy: ["npy"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    }
  }

  /// Whether embeddings can be written in the format, and not only read.
  public var isWritable: Bool { true }

  /// The format that a file's name asks for, or nil where its ending stands for none.
  ///
  /// `.gz` at the end does not count. Standard output, `-`, takes word2vec text.
  ///
  /// - Parameter path: The file's path.
  public init?(path: String) {
    guard path != "-" else {
      self = .word2vec
      return
    }
    let name = Self.fileName(of: path)
    let match = Self.allCases.first { format in
      format.fileExtensions.contains { name.hasSuffix(".\($0)") }
    }
    guard let match else { return nil }
    self = match
  }

  /// The last component of a path in lower case, without `.gz`.
  private static func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}
