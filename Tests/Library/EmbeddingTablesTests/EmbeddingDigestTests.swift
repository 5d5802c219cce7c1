import EmbeddingTables
import Names
import Testing

@Suite struct EmbeddingDigestTests {
  static func digest(
    _ names: [String], _ vectors: [Float] = [0.5, -1, 0, 2], metadata: EmbeddingMetadata = [:]
  ) throws -> UInt64 {
    Embedding(
      names: try #require(NameList(names)), dimensions: vectors.count / names.count,
      vectors: vectors, metadata: metadata
    ).digest
  }

  @Test func `any difference of names or vectors changes the digest`() throws {
    let digests = try [
      Self.digest(["a", "b"]), Self.digest(["a", "c"]), Self.digest(["b", "a"]),
      Self.digest(["ab", ""]), Self.digest(["", "ab"]), Self.digest(["a", "b", "c", "d"]),
      Self.digest(["a", "b"], [0.5, 1, 0, 2]), Self.digest(["a", "b"], [0.5, -1, -0.0, 2]),
      Self.digest(["a", "b"], [0.5, -1, 2, 0]),
    ]
    let repeats = digests.indices.filter { digests[..<$0].contains(digests[$0]) }
    #expect(repeats == [])
  }

  @Test func `metadata does not change the digest`() throws {
    #expect(try Self.digest(["a", "b"], metadata: ["seed": "1"]) == Self.digest(["a", "b"]))
  }

  @Test func `the digest is the same on every machine and in every version`() throws {
    #expect(try Self.digest(["a", "b"]) == 6_030_217_976_749_356_786)
  }
}
