import EmbeddingFiles
import EmbeddingTables
import Foundation
import Testing

@Suite struct DetectionTests {
  @Test(arguments: [
    ("a.emb", EmbeddingFormat.word2vec), ("a.txt", .word2vec), ("A.W2V.gz", .word2vec),
    ("-", .word2vec),
    ("a.bin", .word2vecBinary), ("a.vec", .fastText), ("a.glove", .glove), ("b/a.npy", .npy),
    ("a.npz", .npz), ("a.safetensors", .safetensors), ("a.csv.gz", .csv), ("a.tsv", .tsv),
    ("a.vectors.tsv", .projector), ("a/vectors.tsv", .projector), ("a.sqlite", .sqlite),
    ("a.db", .sqlite),
  ])
  func `the ending of a name tells the format to write`(path: String, format: EmbeddingFormat) {
    #expect(EmbeddingFormat(path: path) == format)
  }

  @Test(arguments: ["a", "emb", "a.pdf", "a.emb/b", ".gz", ""])
  func `other endings tell nothing, and the message lists those that do`(path: String) throws {
    #expect(EmbeddingFormat(path: path) == nil)
    let embedding = try Samples.embedding(["a"], dimensions: 1, [1])
    let error = #expect(throws: EmbeddingFileError.self) { try embedding.write(to: path) }
    #expect(
      error?.reason
        == "the name's ending stands for no format; known are .emb, .bin, .glove, .vec, .npy, "
        + ".npz, .safetensors, .csv, .tsv, .vectors.tsv, .sqlite, or state the format")
  }

  @Test(arguments: EmbeddingFormat.allCases.filter { $0.isWritable && $0 != .projector })
  func `what a file holds is seen without its name`(format: EmbeddingFormat) throws {
    let embedding = try Samples.embedding(["a", "b"], dimensions: 3, [1, 2, 3, 4, 5, 6.5])
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path)
      let blank = "\(folder)/blank"
      try FileManager.default.copyItem(atPath: path, toPath: blank)
      if format == .npy {
        try FileManager.default.copyItem(
          atPath: "\(folder)/a.nodes.txt", toPath: "\(folder)/blank.nodes.txt")
      }
      let read = try Embedding(contentsOf: blank)
      #expect(read.names == embedding.names)
      #expect(Samples.bits(read) == Samples.bits(embedding))
    }
  }

  @Test(arguments: [
    ("a.txt", "2 2\nx 1 2\ny 3 4\n"), ("a.txt", "2 2\r\nx 1 2\r\ny 3 4\r\n"),
    ("a.txt", "2 2\nx 1 2\ny 3 4"),
    ("a.txt", "2\t2\nx\t1\t2\ny\t3\t4\n\n\n"), ("a.vec", "2 2 \nx 1 2 \ny  3  4 \n"),
    ("a.txt", "x 1 2\ny 3 4\n"), ("a.txt", "x 1 2 \r\ny 3 4 \r\n"), ("a.csv", "x,1,2\ny,3,4\n"),
    ("a.csv", "name,first,second\nx,1,2\ny,3,4\n"), ("a.csv", "\u{feff}\"x\", 1 , 2\n\"y\",3,4\n"),
    ("a.csv", ",0,1,2\n".replacing("0,1,2", with: "a,b") + "x,1,2\ny,3,4\n"),
    ("a.csv", "\"multi\nline\",\"a\",b\r\nx,1,2\r\ny,3,4\r\n"), ("a.tsv", "x\t1\t2\ny\t3\t4\n"),
    ("a.dat", "x\t1\t2\ny\t3\t4\n"), ("a.dat", "n,a,b\nx,1,2\ny,+3,4.0e0\n"),
    ("a.txt", "2 2\nx 1. 2\ny 3 .4e1\n"),
  ])
  func `text is read in all its dialects`(name: String, text: String) throws {
    try Samples.withFolder { folder in
      try Samples.write(text, to: "\(folder)/\(name)")
      let read = try Embedding(contentsOf: "\(folder)/\(name)")
      #expect(Array(read.names) == ["x", "y"])
      #expect(read.vectors.indices.map { read.vectors[$0] } == [1, 2, 3, 4])
    }
  }

  @Test func `a word of GloVe may have spaces in it where that leaves no doubt`() throws {
    try Samples.withFolder { folder in
      let text = "the 1 2\n. . . 3 4\nat name@domain.com 5 6\n2008 7 8\n"
      try Samples.write(text, to: "\(folder)/a.txt")
      let read = try Embedding(contentsOf: "\(folder)/a.txt")
      #expect(Array(read.names) == ["the", ". . .", "at name@domain.com", "2008"])
      #expect(read.vector(named: ". . .") == [3, 4])
    }
  }

  @Test func `the projector's metadata of several columns have a header and names first`() throws {
    try Samples.withFolder { folder in
      try Samples.write("1\t2\n3\t4\n", to: "\(folder)/vectors.tsv")
      try Samples.write("Label\tCount\nx\t5\ny\t6\n", to: "\(folder)/metadata.tsv")
      let read = try Embedding(contentsOf: "\(folder)/vectors.tsv")
      #expect(Array(read.names) == ["x", "y"])
      #expect(read.vector(named: "y") == [3, 4])
    }
  }

  @Test func `a name without a vector file beside it stays what its ending says`() throws {
    try Samples.withFolder { folder in
      try Samples.write("x\t1\t2\ny\t3\t4\n", to: "\(folder)/vectors.tsv")
      #expect(Array(try Embedding(contentsOf: "\(folder)/vectors.tsv").names) == ["x", "y"])
    }
  }
}
