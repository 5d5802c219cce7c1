import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

/// What is read of a file, and how.
@Suite struct SelectionTests {
  /// Three vectors with a name of a cut character and one that is repeated, in word2vec's formats.
  static let files: [(name: String, bytes: [UInt8])] = {
    let cut: [UInt8] = [0x61, 0xe3, 0x81]
    let names = [cut, Array("b".utf8), Array("b".utf8)]
    let one: [UInt8] = [0, 0, 0x80, 0x3f]
    return [
      ("a.emb", Array("3 1\n".utf8) + names.flatMap { $0 + Array(" 1\n".utf8) }),
      ("a.txt", names.flatMap { $0 + Array(" 1\n".utf8) }),
      ("a.csv", Array("node,x1\n".utf8) + names.flatMap { $0 + Array(",1\n".utf8) }),
      (
        "b.csv",
        Array("node,x1\n".utf8) + names.flatMap { [0x22] + $0 + [0x22] + Array(",1\n".utf8) }
      ),
      ("a.bin", Array("3 1\n".utf8) + names.flatMap { $0 + [0x20] + one + [0x0a] }),
    ]
  }()

  @Test(arguments: files.indices)
  func `names that are no UTF-8, and repeated ones, are refused, replaced or left out`(
    index: Int
  ) throws {
    let (name, bytes) = Self.files[index]
    try Samples.withFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      var selection = EmbeddingSelection()
      let refused = #expect(throws: EmbeddingFileError.self) { try Embedding(contentsOf: path) }
      #expect(refused?.remedy == .replaceInvalidNames)
      selection.invalidNames = .replace
      let replaced = #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: path, selection: selection)
      }
      #expect(replaced?.remedy == .keepFirstOfName)
      selection.invalidNames = .keepFirst
      let read = try Embedding(contentsOf: path, selection: selection)
      #expect(Array(read.names) == ["a\u{fffd}", "b"])
      #expect(read.vector(named: "b") == [1])
    }
  }

  @Test(arguments: RoundTripTests.writable, [1, 2, 5, 6])
  func `the first vectors are read alone`(format: EmbeddingFormat, limit: Int) throws {
    let names = (0..<5).map { "n\($0)" }
    let embedding = try Samples.embedding(names, dimensions: 2, (0..<10).map { Float($0) / 4 })
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path)
      var selection = EmbeddingSelection()
      selection.limit = limit
      let read = try Embedding(contentsOf: path, selection: selection)
      #expect(Array(read.names) == Array(names.prefix(limit)))
      #expect(Samples.bits(read) == Array(Samples.bits(embedding).prefix(2 * limit)))
    }
  }

  @Test(arguments: [
    ("a.txt", "1.0e+00 2.0e+00\n3.0e+00 4.0e+00\n"), ("a.csv", "1.0,2.0\n3.0,4.0\n"),
    ("a.csv", "0,1\n1.0,2.0\n3.0,4.0\n"), ("a.tsv", "1.0\t2\n3.0\t4\n"),
  ])
  func `rows of numbers only are refused, and read when it is said that they have no names`(
    name: String, text: String
  ) throws {
    try Samples.withFolder { folder in
      let path = "\(folder)/\(name)"
      try Samples.write(text, to: path)
      let error = #expect(throws: EmbeddingFileError.self) { try Embedding(contentsOf: path) }
      #expect(error?.remedy == .numberRows)
      var selection = EmbeddingSelection()
      selection.hasNames = false
      let read = try Embedding(contentsOf: path, selection: selection)
      #expect(read.dimensions == 2)
      #expect(read.vectors.indices.suffix(4).map { read.vectors[$0] } == [1, 2, 3, 4])
      #expect(Array(read.names.prefix(2)) == ["0", "1"])
    }
  }

  @Test(arguments: [
    ("# x y\n1 2\n3 4\n", "a.txt"), ("x,y\n1,2\n3,4\n", "a.csv"), (" 1  2\n 3  4\n", "a.txt"),
  ])
  func `comments and a header before numbers are skipped`(text: String, name: String) throws {
    try Samples.withFolder { folder in
      try Samples.write(text, to: "\(folder)/\(name)")
      var selection = EmbeddingSelection()
      selection.hasNames = false
      let read = try Embedding(contentsOf: "\(folder)/\(name)", selection: selection)
      #expect(read.vectors.indices.map { read.vectors[$0] } == [1, 2, 3, 4])
    }
  }

  @Test(arguments: [
    ("a.txt", "1 0.5\n2 0.25\n"), ("a.txt", "0.5 x 1\n0.25 y 2\n"), ("a.csv", "1,2.5\n2,3.5\n"),
    ("a.csv", "node,x1\n1.5,1\n2,1\n"), ("a.emb", "2 1\n1.5 1\n2.5 2\n"),
  ])
  func `numbers that may be names are names`(name: String, text: String) throws {
    try Samples.withFolder { folder in
      try Samples.write(text, to: "\(folder)/\(name)")
      #expect(try Embedding(contentsOf: "\(folder)/\(name)").count == 2)
    }
  }

  @Test func `other formats have names`() throws {
    try Samples.withFolder { folder in
      try Samples.embedding(["a"], dimensions: 1, [1]).write(to: "\(folder)/a.npz")
      var selection = EmbeddingSelection()
      selection.hasNames = false
      let error = #expect(throws: EmbeddingFileError.self) {
        try Embedding(contentsOf: "\(folder)/a.npz", selection: selection)
      }
      #expect(error?.reason == "only rows of text can be without names, not npz")
    }
  }
}
