import EmbeddingFiles
import EmbeddingTables
import Testing

@Suite struct MetadataTests {
  static let metadata: EmbeddingMetadata = [
    "method": "node2vec", "p": "0.25", "seed": "7", "empty": "",
    "quotes \"and\" 村上": "line\nbreak\t\u{1}",
  ]

  @Test(arguments: EmbeddingFormat.allCases.filter(\.isWritable))
  func `metadata come back in order from the formats that hold them`(format: EmbeddingFormat) throws
  {
    let embedding = try Samples.embedding(
      ["a", "b"], dimensions: 1, [1, 2], metadata: Self.metadata)
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path)
      let read = try Embedding(contentsOf: path)
      #expect(read.metadata == (format.holdsMetadata ? Self.metadata : [:]))
      #expect(read.names == embedding.names)
    }
  }

  @Test func `an entry is set in its place, added at the end, or removed`() {
    var metadata: EmbeddingMetadata = ["a": "1", "b": "2", "a": "3"]
    #expect(metadata == ["a": "3", "b": "2"])
    metadata["c"] = "4"
    metadata["a"] = nil
    metadata["x"] = nil
    #expect(metadata.entries.map(\.key) == ["b", "c"])
    #expect(metadata["a"] == nil)
    #expect(metadata["c"] == "4")
  }
}
