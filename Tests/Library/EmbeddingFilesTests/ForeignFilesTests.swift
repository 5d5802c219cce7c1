import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

/// Files that gensim, NumPy, safetensors and Python's sqlite3 wrote; `Fixtures/generate.py` tells
/// how.
@Suite struct ForeignFilesTests {
  static let names = ["the", "naïve", "村上", "a_b", "0"]
  static let vectors: [Float] = [
    0.1, -0.25, 3, 1e-05,
    -0.0, 1e10, 16_777_216, 0.33333334,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -.leastNonzeroMagnitude, 0.008526673,
    123456.79, -7, 2.5e-4, 1e-4,
    0, 1, -1, 65504,
  ]

  static func path(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil)).path
  }

  static func bits(_ numbers: [Float]) -> [UInt32] { numbers.map(\.bitPattern) }

  @Test(arguments: ["gensim.emb", "gensim.bin", "numpy.npy", "numpy.npz", "python.sqlite"])
  func `names and numbers are those that the other program wrote`(file: String) throws {
    let embedding = try Embedding(contentsOf: Self.path(file))
    #expect(Array(embedding.names) == Self.names)
    #expect(embedding.dimensions == 4)
    #expect(Samples.bits(embedding) == Self.bits(Self.vectors))
    #expect(embedding.metadata.isEmpty)
  }

  @Test func `a compressed archive with arrays of other names is read`() throws {
    let embedding = try Embedding(contentsOf: Self.path("compressed.npz"))
    #expect(Array(embedding.names) == ["a", "b", "c", "d", "e"])
    #expect(Samples.bits(embedding) == Self.bits(Self.vectors))
  }

  @Test func `the only matrix of a safetensors file is taken, with its metadata`() throws {
    let embedding = try Embedding(contentsOf: Self.path("weight.safetensors"))
    #expect(Array(embedding.names) == ["0", "1", "2", "3", "4"])
    #expect(Samples.bits(embedding) == Self.bits(Self.vectors))
    #expect(embedding.metadata == ["seed": "7"])
    #expect(embedding.isMapped)
  }

  @Test func `doubles in the order of columns are rounded and put in the order of rows`() throws {
    let embedding = try Embedding(contentsOf: Self.path("columns.npy"))
    #expect(Samples.bits(embedding) == Self.bits([0.1, -2, 1e30, 1e-30, 1 / 3, 16_777_216]))
    #expect(Array(embedding.names) == ["0", "1"])
  }

  static let halves: [Float] = [
    0.099975586, -2, 65504, 0x1p-24, -0.0, 0.33325195,
  ]

  @Test func `half precision is read exactly`() throws {
    let embedding = try Embedding(contentsOf: Self.path("halves.npy"))
    #expect(Samples.bits(embedding) == Self.bits(Self.halves))
  }

  @Test func `a tensor of a model is read with its vocabulary`() throws {
    let selection = EmbeddingSelection(
      tensor: "embeddings.word_embeddings.weight", vocabulary: try Self.path("vocab.txt"))
    let embedding = try Embedding(
      contentsOf: Self.path("model.safetensors"), selection: selection)
    #expect(Array(embedding.names) == ["[PAD]", "##ing"])
    #expect(Samples.bits(embedding) == Self.bits(Self.halves))
  }

  @Test(arguments: [
    ("decoder.weight", 5, 4), ("head.weight", 2, 3), ("embeddings.word_embeddings.weight", 2, 3),
  ])
  func `tensors of every precision are read`(name: String, count: Int, dimensions: Int) throws {
    let embedding = try Embedding(
      contentsOf: Self.path("model.safetensors"), selection: EmbeddingSelection(tensor: name))
    #expect(embedding.count == count)
    #expect(embedding.dimensions == dimensions)
    switch name {
    case "decoder.weight":
      #expect(Samples.bits(embedding) == Self.vectors.map { $0.bitPattern & 0xffff_0000 })
    case "head.weight":
      #expect(Samples.bits(embedding) == Self.bits([0.1, -2, 1e30, 1e-30, 1 / 3, 16_777_216]))
    default: #expect(Samples.bits(embedding) == Self.bits(Self.halves))
    }
  }

  @Test(arguments: [
    (
      nil,
      "there is no tensor 'vectors'; matrices are 'embeddings.word_embeddings.weight', "
        + "'decoder.weight', 'head.weight'"
    ),
    ("counts", "the tensor 'counts' is of type 'I64'; F32, F16, BF16 and F64 can be read"),
    ("encoder.bias", "the tensor 'encoder.bias' has the shape [4]; rows and columns are needed"),
  ])
  func `a tensor that is no table of vectors is refused`(name: String?, message: String) throws {
    let path = try Self.path("model.safetensors")
    let error = #expect(throws: EmbeddingFileError.self) {
      try Embedding(contentsOf: path, selection: EmbeddingSelection(tensor: name))
    }
    #expect(error == EmbeddingFileError(path: path, reason: message))
  }

  @Test func `a vocabulary of another length is refused`() throws {
    let vocabulary = try Self.path("vocab.txt")
    let path = try Self.path("weight.safetensors")
    let error = #expect(throws: EmbeddingFileError.self) {
      try Embedding(contentsOf: path, selection: EmbeddingSelection(vocabulary: vocabulary))
    }
    #expect(error?.description == "\(vocabulary): there are 2 names for the 5 rows of \(path)")
  }

  @Test(arguments: ["gensim.emb", "python.sqlite"])
  func `a selection that has no meaning for a format is refused`(file: String) throws {
    let path = try Self.path(file)
    for selection in [EmbeddingSelection(tensor: "a"), EmbeddingSelection(vocabulary: "b")] {
      #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: path, selection: selection)
      }
    }
  }

  @Test func `words of a fastText model are the means of the rows of their pieces, as in gensim`()
    throws
  {
    let model = try Embedding(contentsOf: Self.path("fasttext.bin"))
    let expected = try Embedding(contentsOf: Self.path("fasttext.npy"))
    #expect(model.names == expected.names)
    #expect(model.dimensions == 3)
    // gensim adds the same rows in another order, so that the last bit may differ.
    for place in model.vectors.indices {
      let (value, target) = (model.vectors[place], expected.vectors[place])
      #expect(abs(value - target) <= 2 * target.ulp)
    }
    #expect(model.metadata["fasttext.minn"] == "2")
    #expect(model.metadata["fasttext.bucket"] == "40")
  }

  @Test func `word2vec text is byte for byte what gensim writes, but for its powers of ten`() throws
  {
    try Samples.withFolder { folder in
      try Embedding(contentsOf: Self.path("gensim.emb")).write(to: "\(folder)/a.emb")
      let theirs = try #require(Samples.content(of: Self.path("gensim.emb")))
      let ours = theirs.replacing("10000000000.0", with: "1e+10").replacing("1e-04", with: "0.0001")
      #expect(Samples.content(of: "\(folder)/a.emb") == ours)
    }
  }
}
