import EmbeddingFiles
import EmbeddingTables
import Names
import Testing

@Suite struct NamesFromHellTests {
  /// Names that some format cannot hold, and what is the matter with them.
  static let names = [
    "", " ", "a b", " a", "a ", "\t", "a\tb", "\n", "a\nb", "\r", "a\r", "a\r\nb", "\"", "\"a\"",
    "a\"b", ",",
    "a,b", "\"a,\nb\"", "\0", "a\0b", "a\0", "'", "1", "0.5", "1e5", "-0", "nan", "#", "%", "村上 春樹",
    "שלום", "مرحبا بالعالم", "👩‍👩‍👧", "e\u{301}", "é", "\u{feff}a", "\u{2028}", "\u{a0}", "\u{85}",
    "name", "node",
    String(repeating: "長", count: 2000), "__metadata__", "vectors", "\\n", "NULL",
  ]

  /// Whether the format's description allows a name.
  static func allows(_ format: EmbeddingFormat, _ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let hasSpace = bytes.contains { $0 == 32 || (9...13).contains($0) }
    switch format {
    case .word2vec, .word2vecBinary, .glove, .fastText: return !bytes.isEmpty && !hasSpace
    case .npy: return !bytes.contains(10) && !bytes.contains(13)
    case .projector: return !bytes.isEmpty && !bytes.contains { [9, 10, 13].contains($0) }
    case .npz: return !bytes.contains(0)
    case .csv, .tsv, .safetensors, .sqlite: return true
    case .fastTextModel: return false
    }
  }

  @Test(arguments: EmbeddingFormat.allCases.filter(\.isWritable))
  func `all names that a format can hold come back together`(format: EmbeddingFormat) throws {
    let names = Self.names.filter { Self.allows(format, $0) }
    #expect(names.count >= 20)
    let embedding = try Samples.embedding(
      names, dimensions: 3, Samples.numbers(3 * names.count, seed: 1))
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path)
      let read = try Embedding(contentsOf: path, format: format)
      // Swift takes "é" and "e\u{301}" for the same; bytes are compared.
      #expect(read.names.map { Array($0.utf8) } == names.map { Array($0.utf8) })
      #expect(Samples.bits(read) == Samples.bits(embedding))
    }
  }

  @Test(arguments: EmbeddingFormat.allCases.filter(\.isWritable))
  func `a name that a format cannot hold is refused, and nothing is written`(
    format: EmbeddingFormat
  ) throws {
    for name in Self.names where !Self.allows(format, name) {
      let embedding = try Samples.embedding(["first", name], dimensions: 1, [1, 2])
      try Samples.withFolder { folder in
        let path = "\(folder)/a.\(format.fileExtensions[0])"
        let error = #expect(throws: EmbeddingFileError.self) { try embedding.write(to: path) }
        #expect(error?.reason.contains("cannot hold; csv, tsv") == true)
        #expect(Samples.content(of: path) == nil)
      }
    }
  }

  @Test(arguments: [
    (
      EmbeddingFormat.word2vec, "a b",
      "the name 'a b' is empty or has white space, which this format cannot "
        + "hold; csv, tsv, npz, safetensors and sqlite can"
    ),
    (
      .npy, "a\nb",
      "the name 'a\\nb' has the end of a line in it, which the file of names cannot hold; "
        + "csv, tsv, npz, safetensors and sqlite can"
    ),
    (
      .npz, "a\0",
      "the name 'a\\u{0}' has a zero character in it, which NumPy's text cannot hold; csv, tsv, "
        + "safetensors and sqlite can"
    ),
  ])
  func `the message says which formats can hold the name`(
    format: EmbeddingFormat, name: String, message: String
  ) throws {
    let embedding = try Samples.embedding([name], dimensions: 1, [1])
    let error = #expect(throws: EmbeddingFileError.self) {
      try embedding.write(to: "/nowhere/a", format: format)
    }
    #expect(error?.description == "/nowhere/a: \(message)")
  }

  @Test func `a quoted name may go over many lines, and threads do not tear it`() throws {
    // Lines of every length, so that pieces begin inside of quotes.
    let names = (0..<40_000).map { "\($0)\(String(repeating: "\n\"", count: $0 % 23))" }
    let embedding = try Samples.embedding(
      names, dimensions: 2, (0..<80_000).map { Float($0) })
    try Samples.withFolder { folder in
      try embedding.write(to: "\(folder)/a.csv", threadCount: 3)
      for threadCount in [1, 4] {
        let read = try Embedding(contentsOf: "\(folder)/a.csv", threadCount: threadCount)
        #expect(read.names == embedding.names)
        #expect(Samples.bits(read) == Samples.bits(embedding))
      }
    }
  }

  @Test(arguments: [EmbeddingFormat.word2vec, .glove, .fastText, .csv, .tsv, .projector])
  func `text does not hold what is not finite; other formats do`(format: EmbeddingFormat) throws {
    let embedding = try Samples.embedding(["a", "b"], dimensions: 2, [1, 2, 3, .infinity])
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      let error = #expect(throws: EmbeddingFileError.self) { try embedding.write(to: path) }
      #expect(
        error?.reason
          == "the vector of 'b' has a component that is infinite or not a number, which text "
          + "formats do not hold; binary formats such as npy do")
      #expect(Samples.content(of: path) == nil)
      for other in ["npy", "npz", "safetensors", "sqlite", "bin"] {
        try embedding.write(to: "\(folder)/a.\(other)")
        let read = try Embedding(contentsOf: "\(folder)/a.\(other)")
        #expect(read.vector(named: "b") == [3, .infinity])
      }
    }
  }
}
