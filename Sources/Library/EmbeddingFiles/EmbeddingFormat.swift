/// A file format for named vectors.
///
/// The raw value is the argument of `--format`.
public enum EmbeddingFormat: String, CaseIterable, Sendable {
  /// Text whose first line holds the numbers of vectors and of components: word2vec's.
  case word2vec
  /// Names as text and components as 32-bit floats, after word2vec's first line.
  case word2vecBinary = "word2vec-binary"
  /// Text without a first line: GloVe's.
  case glove
  /// The text file that fastText writes next to a model; the same as word2vec's.
  case fastText = "fasttext"
  /// A model of fastText with its subwords.
  case fastTextModel = "fasttext-model"
  /// A NumPy array, with the names in a `.nodes.txt` file next to it.
  case npy
  /// NumPy arrays of vectors, names and metadata in a zip archive.
  case npz
  /// Tensors of vectors and names with metadata.
  case safetensors
  /// Values separated by commas, after a header line.
  case csv
  /// Values separated by tabs, after a header line.
  case tsv
  /// TensorFlow's Embedding Projector: vectors, with the names in a file next to them.
  case projector
  /// A table of names and vectors in an SQLite database, and one of metadata.
  case sqlite

  /// A short description of the format.
  public var summary: String {
    switch self {
    case .word2vec: "word2vec text: a first line 'count dimensions', then 'name x1 x2 ...'"
    case .word2vecBinary: "word2vec binary: the same first line, then names and 32-bit floats"
    case .glove: "GloVe text: 'name x1 x2 ...' from the first line on"
    case .fastText: "fastText .vec: as word2vec text"
    case .fastTextModel: "fastText .bin: vectors of words with those of their pieces"
    case .npy: "NumPy array of 32-bit floats; names in a .nodes.txt beside it, one a line"
    case .npz: "NumPy arrays 'vectors', 'names' and 'metadata' in one archive"
    case .safetensors: "tensor 'vectors', with names and metadata; or any matrix of a model"
    case .csv: "comma-separated values with a header line"
    case .tsv: "tab-separated values with a header line"
    case .projector: "TensorFlow Projector: vectors, and names in a .metadata.tsv beside them"
    case .sqlite: "SQLite table 'vectors' of node TEXT, vector BLOB of 32-bit floats; 'metadata'"
    }
  }

  /// The endings of file names, without the dot, that imply the format for writing; the usual one
  /// comes first.
  public var fileExtensions: [String] {
    switch self {
    case .word2vec: ["emb", "txt", "w2v"]
    case .word2vecBinary: ["bin"]
    case .glove: ["glove"]
    case .fastText: ["vec"]
    case .fastTextModel: []
    case .npy: ["npy"]
    case .npz: ["npz"]
    case .safetensors: ["safetensors"]
    case .csv: ["csv"]
    case .projector: ["vectors.tsv"]
    case .sqlite: ["sqlite", "sqlite3", "db"]
    case .tsv: ["tsv"]
    }
  }

  /// Whether embeddings can be written in the format; otherwise they can only be read.
  public var isWritable: Bool { self != .fastTextModel }

  /// Whether files in the format carry metadata.
  public var holdsMetadata: Bool { [.npz, .safetensors, .sqlite].contains(self) }

  /// The format that a file's name implies, or nil if its ending implies none.
  ///
  /// A final `.gz` is ignored. Standard output, `-`, implies word2vec text.
  ///
  /// - Parameter path: The file's path.
  public init?(path: String) {
    guard path != "-" else {
      self = .word2vec
      return
    }
    let name = Self.fileName(of: path)
    if name.hasSuffix("vectors.tsv") {
      self = .projector
      return
    }
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
