import EmbeddingFiles
import EmbeddingTables
import Foundation
import Testing

@Suite struct DamagedFilesTests {
  /// Bytes that are no UTF-8 at the place of each `¿`.
  static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar == "¿" ? [0xff] : Array(String(scalar).utf8)
    }
  }

  static let textCases: [(String, String, String)] = [
    ("a.emb", "", "line 1: '' is not a name and its vector, separated by spaces"),
    ("a.emb", "2 2\nx 1 2\n", "line 1: the first line promises 2 vectors, but there are 1"),
    ("a.emb", "1 2\nx 1 2\ny 3 4\n", "line 1: the first line promises 1 vectors, but there are 2"),
    ("a.emb", "2 3\nx 1 2 3\ny 4 5\n", "line 3: the vector of 'y' has 2 components instead of 3"),
    ("a.emb", "2 2\nx 1 2\ny 3 4 5\n", "line 3: the vector of 'y' has more than 2 components"),
    ("a.emb", "2 2\nx 1 2\ny 3 four\n", "line 3: 'four' is not a finite number"),
    ("a.emb", "2 2\nx 1 2\ny nan 4\n", "line 3: 'nan' is not a finite number"),
    ("a.emb", "2 2\nx 1 2\ny 3 -inf\n", "line 3: '-inf' is not a finite number"),
    ("a.emb", "2 2\nx 1 2\ny 3 1e39\n", "line 3: '1e39' is too large for a 32-bit number"),
    ("a.emb", "2 2\nx 1 2\ny 3 4x\n", "line 3: '4x' is not a finite number"),
    ("a.emb", "2 2\nx 1 2\ny 3,4\n", "line 3: '3,4' is not a finite number"),
    (
      "a.emb", "2 2\nx 1 2\nx 3 4\n",
      "line 3: the name 'x' is there twice, first at line 2; names must be different"
    ),
    ("a.emb", "2 2\nx 1 2\n¿ 3 4\n", #"line 3: the name '\xff' is not valid UTF-8"#),
    ("a.emb", "2 2\n\nx 1 2\n", "line 2: the line is empty"),
    ("a.emb", "2 2\nx 1 2\n 3 4\n", "line 3: the line starts with a space: the name is missing"),
    ("a.emb", "2 2\nx 1 2\ny\n", "line 3: the vector of 'y' has 0 components instead of 2"),
    (
      "a.emb", "1 9999999999\nx 1 2\n",
      "19 bytes are too few for 1 vectors of 9999999999 components"
    ),
    ("a.txt", "x 1 2\ny 3\n", "line 2: the vector of 'y' has 1 components instead of 2"),
    ("a.txt", "x 1 2\ny z 3 4 5\n", "line 2: 'z' is not a finite number"),
    ("a.txt", "x 1 2\n\ny 3 4\n", "line 2: the line is empty"),
    ("a.txt", "x 1 2\n¿ ¿ 3 4\n", #"line 2: the name '\xff \xff' is not valid UTF-8"#),
    ("a.txt", "hello\n", "line 1: 'hello' is not a name and its vector, separated by spaces"),
    ("a.csv", "", "line 1: '' is not a name and its vector, separated by commas"),
    ("a.csv", "node\nx\n", "line 1: 'node' is not a name and its vector, separated by commas"),
    ("a.csv", "node,a,b\nx,1,2\ny,3\n", "line 3: the vector of 'y' has 1 components instead of 2"),
    ("a.csv", "node,a,b\nx,1,2,3\n", "line 2: the vector of 'x' has more than 2 components"),
    ("a.csv", "x,1,y\nz,2,3\n", "line 1: 'y' is not a finite number"),
    ("a.csv", "node,a,b\nx,1,\n", "line 2: the vector of 'x' has 1 components instead of 2"),
    ("a.csv", "node,a\n\"x,1\ny,2\n", "line 2: the quotes that start here do not end"),
    ("a.csv", "node,a\nx\"y,1\n", "line 2: a quote inside of a field that is not in quotes"),
    ("a.csv", "node,a\n\"x\"y,1\n", "line 2: a separator is missing after the quotes"),
    (
      "a.csv", "node,a\n\"x\ny\",1\n\"z\n\",2\n\"x\ny\",3\n",
      #"line 6: the name 'x\ny' is there twice, first at line 2; names must be different"#
    ),
    ("a.csv", "node,a\n\"¿\",1\n", #"line 2: the name '"\xff"' is not valid UTF-8"#),
    ("a.tsv", "node\ta\nx\t1 2\n", "line 2: the vector of 'x' has more than 1 components"),
    ("a.tsv", "x,1\n", "line 1: 'x,1' is not a name and its vector, separated by tabs"),
  ]

  @Test(arguments: textCases)
  func `damaged text is refused with its line`(name: String, text: String, message: String) throws {
    try Samples.withFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(Self.bytes(text)).write(to: URL(fileURLWithPath: path))
      for threadCount in [1, 2] {
        let error = #expect(throws: EmbeddingFileError.self) {
          try Embedding(contentsOf: path, threadCount: threadCount)
        }
        #expect(error?.description == "\(path): \(message)")
      }
    }
  }

  /// A fixture, what is done to it, and what is said of it.
  static let binaryCases: [(String, @Sendable (inout [UInt8]) -> Void, String)] = [
    (
      "gensim.bin", { $0.removeLast() },
      #"gensim.bin: byte 107: the file ends within row 5 of 5"#
    ),
    (
      "gensim.bin", { $0.removeLast(30) },
      #"gensim.bin: byte 78: the file ends too early: 5 vectors of 4 components need more"#
    ),
    (
      "gensim.bin", { $0 += [1, 2] },
      #"gensim.bin: byte 108: 2 bytes are left after the 5 vectors that the first line promises"#
    ),
    (
      "gensim.bin", { $0[4] = 0xff },
      #"gensim.bin: byte 4: the name '\xffhe' is not valid UTF-8"#
    ),
    (
      "gensim.bin", { $0.replaceSubrange(0..<3, with: "9999999999 4".utf8) },
      #"gensim.bin: byte 117: the file ends too early: 9999999999 vectors of 4 components need more"#
    ),
    (
      "numpy.npy", { $0.removeLast() },
      #"numpy.npy: byte 207: the array ends early: its header promises 5 × 4 elements"#
    ),
    (
      "numpy.npy", { $0.append(0) },
      #"numpy.npy: byte 208: 1 bytes are left after the array's elements"#
    ),
    (
      "numpy.npy", { $0.removeLast($0.count - 9) },
      #"numpy.npy: byte 0: this is not a NumPy array"#
    ),
    (
      "numpy.npy", { $0.removeLast($0.count - 60) },
      #"numpy.npy: byte 60: the file ends within the array's header"#
    ),
    (
      "numpy.npy", { $0[6] = 9 },
      #"numpy.npy: byte 6: NumPy's format of version 9 is not known; 1, 2 and 3 are"#
    ),
    (
      "numpy.npy", { Self.replace("'<f4'", with: "'<i4'", in: &$0) },
      #"numpy.npy: the array's elements are of type '<i4'; '<f4', '<f2' and '<f8' can be read"#
    ),
    (
      "numpy.npy", { Self.replace("(5, 4)", with: "(20,) ", in: &$0) },
      #"numpy.npy: the array has the shape (20); rows and columns are needed"#
    ),
    (
      "numpy.npy", { Self.replace("(5, 4)", with: "(6, 4)", in: &$0) },
      #"numpy.npy: byte 208: the array ends early: its header promises 6 × 4 elements"#
    ),
    (
      "numpy.npy", { Self.replace("descr", with: "desce", in: &$0) },
      #"numpy.npy: byte 10: the array's header does not tell descr, fortran_order and shape"#
    ),
    (
      "numpy.npz", { $0.removeLast() },
      #"numpy.npz: byte 689: the zip archive has no directory at its end; it may be cut short"#
    ),
    (
      "numpy.npz", { $0[200] ^= 1 },
      #"numpy.npz: byte 61: 'vectors.npy' is damaged: its check sum is wrong"#
    ),
    (
      "numpy.npz", { Self.replace("vectors.npy", with: "vectors.npx", in: &$0) },
      #"numpy.npz: there is no array 'vectors'; there are 'names'"#
    ),
    (
      "compressed.npz", { $0[100] ^= 0xff },
      #"compressed.npz: byte 61: 'weights.npy' is damaged: its check sum is wrong"#
    ),
    (
      "weight.safetensors", { $0.removeLast() },
      #"weight.safetensors: byte 8: the header's entry for 'weight' does not tell dtype, shape and data_offsets within the file"#
    ),
    (
      "weight.safetensors", { $0[0] = 255 },
      #"weight.safetensors: byte 0: the header of 255 bytes ends after the file"#
    ),
    (
      "weight.safetensors", { $0.removeLast($0.count - 5) },
      #"weight.safetensors: byte 5: the file ends within the length of its header"#
    ),
    (
      "weight.safetensors", { Self.replace("\"shape\":", with: "\"shape\" ", in: &$0) },
      #"weight.safetensors: byte 69: the header is not valid JSON: a colon is needed"#
    ),
    (
      "weight.safetensors", { Self.replace("[5,4]", with: "[5,5]", in: &$0) },
      #"weight.safetensors: byte 104: the tensor 'weight' has 80 bytes, which its shape does not ask for"#
    ),
    (
      "weight.safetensors", { Self.replace("[0,80]", with: "[9,80]", in: &$0) },
      #"weight.safetensors: byte 113: the tensor 'weight' has 71 bytes, which its shape does not ask for"#
    ),
    (
      "weight.safetensors", { Self.replace("dtype", with: "dtyp_", in: &$0) },
      #"weight.safetensors: byte 8: the header's entry for 'weight' does not tell dtype, shape and data_offsets within the file"#
    ),
    (
      "python.sqlite", { $0.removeLast(4000) },
      #"python.sqlite: row 1: node must be a TEXT, and vector a BLOB"#
    ),
    (
      "python.sqlite", { $0.replaceSubrange(100..<4096, with: repeatElement(7, count: 3996)) },
      #"python.sqlite: SQLite: database disk image is malformed"#
    ),
    (
      "python.sqlite", { Self.replace("vectors", with: "vector_", in: &$0) },
      #"python.sqlite: SQLite: there is no table 'vectors'; a view or a virtual table is not read"#
    ),
    (
      "python.sqlite", { $0.replaceSubrange(60..<64, with: [0x7f, 0xff, 0xff, 0xff]) },
      #"python.sqlite: row 1: the vector has 16 bytes, but 2147483647 components of 4 bytes are needed"#
    ),
    (
      "fasttext.bin", { $0[4] = 13 },
      #"fasttext.bin: byte 4: models of version 13 are not known; 11 and 12 are"#
    ),
    (
      "fasttext.bin", { $0.removeLast($0.count - 30) },
      #"fasttext.bin: byte 30: the file ends where the parameter 'wordNgrams' should be"#
    ),
    (
      "fasttext.bin", { $0.removeLast($0.count - 120) },
      #"fasttext.bin: byte 120: the file ends where the frequency of a word should be"#
    ),
    (
      "fasttext.bin", { $0.removeLast($0.count - 500) },
      #"fasttext.bin: byte 500: the file ends within the 48 rows of 3 components"#
    ),
    (
      "fasttext.bin", { $0[64] ^= 1 },
      #"fasttext.bin: byte 64: 9 entries are not 8 words and 0 labels"#
    ),
  ]

  static func replace(_ text: String, with other: String, in bytes: inout [UInt8]) {
    bytes = Array(Data(bytes).replacing(Data(text.utf8), with: Data(other.utf8)))
  }

  @Test(arguments: binaryCases.indices)
  func `damaged bytes are refused with their place`(index: Int) throws {
    let (fixture, damage, message) = Self.binaryCases[index]
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: ForeignFilesTests.path(fixture))))
    damage(&bytes)
    try Samples.withFolder { folder in
      let path = "\(folder)/\(fixture)"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: EmbeddingFileError.self) { try Embedding(contentsOf: path) }
      let text = error?.description.replacing("\(folder)/", with: "")
      #expect(text == message)
    }
  }

  @Test(arguments: [
    "gensim.emb", "gensim.bin", "numpy.npy", "numpy.npz", "compressed.npz", "weight.safetensors",
    "model.safetensors", "python.sqlite", "fasttext.bin",
  ])
  func `no file crashes the reader, wherever it is cut and whichever byte is wrong`(
    fixture: String
  ) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: ForeignFilesTests.path(fixture))))
    let step = max(1, bytes.count / 100)
    try Samples.withFolder { folder in
      let url = URL(fileURLWithPath: "\(folder)/\(fixture)")
      for place in stride(from: 0, to: bytes.count, by: step) {
        try Data(bytes[..<place]).write(to: url)
        _ = try? Embedding(contentsOf: url.path)
        for mask in [0xff, 0x01, 0x80] as [UInt8] {
          var damaged = bytes
          damaged[place] ^= mask
          try Data(damaged).write(to: url)
          _ = try? Embedding(contentsOf: url.path)
        }
      }
    }
  }

  /// Files of no rows whose vectors are longer than any memory, and one of more words than integers
  /// of 32 bits.
  static let hugeFiles: [(name: String, bytes: [UInt8], message: String)] = [
    ("a.emb", Array("0 9223372036854775807\n".utf8), tooLong),
    ("a.emb", Array("0 2147483648\n".utf8), tooLong.replacing("\(Int.max)", with: "2147483648")),
    ("a.bin", Array("0 9223372036854775807\n\u{1}".utf8), tooLong),
    ("a.npy", npyOfNoRows, tooLong), ("a.safetensors", safetensorsOfNoRows, tooLong),
    (
      "a.ftbin", fastTextOfManyLabels,
      "byte 64: -2147483648 entries are not 2147483647 words and 1 labels"
    ),
  ]

  private static let tooLong =
    "vectors of 9223372036854775807 components are too long; they have at most 2147483647"

  private static let npyOfNoRows: [UInt8] = {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 9223372036854775807), }"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
  }()

  private static let safetensorsOfNoRows: [UInt8] = {
    let text =
      #"{"vectors": {"dtype": "F32", "shape": [0, 9223372036854775807], "data_offsets": [0, 0]}}"#
    return [UInt8(text.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(text.utf8)
  }()

  private static let fastTextOfManyLabels: [UInt8] = {
    // The magic number, version 12, the parameters dim to lrUpdateRate, and t.
    let parameters: [Int32] = [793_712_314, 12, 4, 5, 5, 1, 5, 1, 2, 2, 50, 3, 6, 100, 0, 0]
    // The numbers of entries, words and labels, of tokens and of pruned pieces.
    let counts: [Int32] = [.min, .max, 1, 1000, 0, -1, -1]
    return (parameters + counts).flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }()

  @Test(arguments: hugeFiles.indices)
  func `sizes that overflow are refused, with no rows too`(index: Int) throws {
    let (name, bytes, message) = Self.hugeFiles[index]
    try Samples.withFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: EmbeddingFileError.self) { try Embedding(contentsOf: path) }
      #expect(error?.description == "\(path): \(message)")
    }
  }

  @Test func `names beside an array must be as many as its rows`() throws {
    try Samples.withFolder { folder in
      try Samples.embedding(["a", "b"], dimensions: 1, [1, 2]).write(to: "\(folder)/a.npy")
      try Samples.write("a\n", to: "\(folder)/a.nodes.txt")
      let error = #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: "\(folder)/a.npy")
      }
      #expect(
        error?.description
          == "\(folder)/a.nodes.txt: there are 1 names for the 2 rows of \(folder)/a.npy")
      try Data([0xff, 10, 98, 10]).write(to: URL(fileURLWithPath: "\(folder)/a.nodes.txt"))
      let other = #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: "\(folder)/a.npy")
      }
      #expect(
        other?.description == "\(folder)/a.nodes.txt: line 1: the name '\\xff' is not valid UTF-8")
    }
  }

  @Test(arguments: ["no/such/folder/a.emb", "."])
  func `a file that is not there is named with the system's reason`(name: String) throws {
    let error = #expect(throws: EmbeddingFileError.self) {
      try Embedding(contentsOf: "/\(name)", format: .word2vec)
    }
    #expect(error?.place == .file)
    #expect(error?.description.hasPrefix("/\(name): ") == true)
  }

  @Test(arguments: EmbeddingFormat.allCases)
  func `an empty file is refused in every format`(format: EmbeddingFormat) throws {
    try Samples.withFolder { folder in
      try Samples.write("", to: "\(folder)/vectors.tsv")
      #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: "\(folder)/vectors.tsv", format: format)
      }
    }
  }
}
