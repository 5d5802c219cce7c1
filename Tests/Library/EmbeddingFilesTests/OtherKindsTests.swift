import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

/// Files as people have them.
@Suite struct OtherKindsTests {
  @Test(
    arguments: [
      (
        [0x80, 4, 0x95, 9, 0],
        "is a Python pickle; model.wv.save_word2vec_format writes a file that can be read"
      ),
      (
        Array("<!DOCTYPE html>\n".utf8),
        "is a web page (HTML), perhaps instead of a download; download the file itself"
      ),
      (
        Array("version https://git-lfs.github.com/spec/v1\n".utf8),
        "is a Git LFS pointer, which stands for a file that was not downloaded; 'git lfs pull' "
          + "downloads it"
      ),
      (
        Array("BZh91AY&SY".utf8), "is compressed with bzip2; unpack it first, as with 'bunzip2'"
      ),
      (
        [0x28, 0xb5, 0x2f, 0xfd, 1],
        "is compressed with Zstandard; unpack it first, as with 'unzstd'"
      ),
      (
        Array("PAR1".utf8),
        "is a Parquet file; numpy.save or pandas.DataFrame.to_csv writes a file that can be read"
      ),
    ] as [([UInt8], String)])
  func `a file of another kind is named, with what would help`(
    bytes: [UInt8], reason: String
  ) throws {
    try Samples.withFolder { folder in
      for name in ["a", "a.csv", "a.bin"] {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        let error = #expect(throws: EmbeddingFileError.self) {
          try Embedding(contentsOf: "\(folder)/\(name)")
        }
        #expect(error?.reason == reason)
      }
    }
  }

  @Test(arguments: [
    (",0,1\nx,1,2\ny,3,4\n", 2), ("name,0,1\nx,1,2\ny,3,4\n", 2), (",0\nx,1\ny,3\n", 1),
    ("\"\",0,1\nx,1,2\ny,3,4\n", 2),
  ])
  func `the header of pandas is no vector`(text: String, dimensions: Int) throws {
    try Samples.withFolder { folder in
      try Samples.write(text, to: "\(folder)/a.csv")
      let read = try Embedding(contentsOf: "\(folder)/a.csv")
      #expect(Array(read.names) == ["x", "y"])
      #expect(read.dimensions == dimensions)
    }
  }

  @Test(arguments: ["x,0\ny,1\n", "x,1,0\ny,0,1\n", "7,0,1\n8,1,0\n"])
  func `a first vector of small numbers is no header`(text: String) throws {
    try Samples.withFolder { folder in
      try Samples.write(text, to: "\(folder)/a.csv")
      #expect(try Embedding(contentsOf: "\(folder)/a.csv").count == 2)
    }
  }

  @Test func `a name under word2vec's header may have spaces where that leaves no doubt`() throws {
    try Samples.withFolder { folder in
      try Samples.write("3 2\n. . . 1 2\nthe 3 4\nat a@b.c 5 6\n", to: "\(folder)/a.txt")
      let read = try Embedding(contentsOf: "\(folder)/a.txt")
      #expect(Array(read.names) == [". . .", "the", "at a@b.c"])
    }
  }

  @Test func `binary vectors whose bytes are all printable or high are seen to be binary`() throws {
    // Exponents from 0x3d on and no control characters: what a small model can be.
    let numbers: [Float] = [0x3e3d_3c3b, 0xbd3f_cd29, 0x3f2a_2b2c, 0xbe61_6263].map {
      Float(bitPattern: $0)
    }
    let embedding = try Samples.embedding(["a", "b"], dimensions: 2, numbers)
    try Samples.withFolder { folder in
      try embedding.write(to: "\(folder)/a.bin")
      for name in ["a.bin", "a"] {
        if name == "a" {
          try FileManager.default.moveItem(atPath: "\(folder)/a.bin", toPath: "\(folder)/a")
        }
        let read = try Embedding(contentsOf: "\(folder)/\(name)")
        #expect(Samples.bits(read) == Samples.bits(embedding))
      }
    }
  }

  @Test func `bytes that are both text and binary are what the file's name says`() throws {
    try Samples.withFolder { folder in
      for (name, value) in [("a.txt", Float(1.25)), ("a.bin", Float(bitPattern: 0x3532_2e31))] {
        try Samples.write("1 1\na 1.25\n", to: "\(folder)/\(name)")
        #expect(try Embedding(contentsOf: "\(folder)/\(name)").vector(named: "a") == [value])
      }
    }
  }

  @Test func `a fastText model of before 2017 is read`() throws {
    // dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate.
    let parameters: [Int32] = [2, 5, 5, 1, 5, 1, 1, 1, 0, 0, 0, 100]
    var bytes = parameters.flatMap { Self.bytes($0) } + Self.bytes((1e-4).bitPattern)
    bytes += [2, 2, 0].flatMap { Self.bytes(Int32($0)) } + Self.bytes(Int64(10))
    for word in ["of", "the"] {
      bytes += Array(word.utf8) + [0] + Self.bytes(Int64(5)) + [0]
    }
    bytes += Self.bytes(Int64(2)) + Self.bytes(Int64(2))
    for number in [1, 2, 3, 4.5] as [Float] { bytes += Self.bytes(number.bitPattern) }
    try Samples.withFolder { folder in
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/old.bin"))
      let read = try Embedding(contentsOf: "\(folder)/old.bin")
      #expect(Array(read.names) == ["of", "the"])
      #expect(read.vector(named: "the") == [3, 4.5])
    }
  }

  static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  @Test func `a view that never ends is not read`() throws {
    let error = #expect(throws: EmbeddingFileError.self) {
      try Embedding(contentsOf: ForeignFilesTests.path("recursive-view.sqlite"))
    }
    #expect(
      error?.reason
        == "SQLite: there is no table 'vectors'; a view or a virtual table is not read")
  }

  @Test(arguments: [
    ("a.emb", "b c"), ("a.bin", ""), ("a.glove", "b\tc"), ("a.npy", "b\nc"), ("a.npz", "b\0c"),
    ("a.vectors.tsv", "b\tc"), ("-", "b c"),
  ])
  func `whether a file can hold names is known before there are vectors`(
    path: String, name: String
  ) throws {
    let names = try #require(NameList(["a", name]))
    #expect(throws: EmbeddingFileError.self) { try Embedding.check(names, for: path) }
    try Embedding.check(names, for: "a.csv")
    try Embedding.check(names, for: path, format: .sqlite)
    try Embedding.check(try #require(NameList(["a"])), for: path)
  }
}
