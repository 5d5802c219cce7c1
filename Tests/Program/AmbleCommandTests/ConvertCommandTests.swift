import EmbeddingFiles
import EmbeddingTables
import Foundation
import Testing

@Suite struct ConvertCommandTests {
  let text = "3 2\nking 0.1 -0.25\nqueen 1e-05 3.0\n村上 0.0 -7.0\n"

  @Test(arguments: [
    "npy", "npz", "safetensors", "sqlite", "csv", "tsv", "vec", "bin", "vectors.tsv", "emb.gz",
  ])
  func `vectors come back as they were through every format`(ending: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.file("a.emb", text)
    let there = try Transcript("convert", input, folder / "b.\(ending)")
    #expect(there.exitCode == 0)
    #expect(there.output == "")
    #expect(there.errors.contains("3 vectors of 2 components"))
    let back = try Transcript("convert", folder / "b.\(ending)", folder / "c.emb", "--quiet")
    #expect(back.exitCode == 0)
    #expect(back.errors == "")
    #expect(try String(contentsOfFile: folder / "c.emb", encoding: .utf8) == text)
  }

  @Test func `a tensor is taken by its name, with names of another file`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.file("a.emb", text)
    let vocabulary = try folder.file("vocab.txt", "x\ny\nz\n")
    _ = try Transcript("convert", input, folder / "b.safetensors")
    let convert = try Transcript(
      "convert", folder / "b.safetensors", folder / "c.csv", "--tensor", "vectors", "--vocabulary",
      vocabulary)
    #expect(convert.exitCode == 0)
    #expect(
      try String(contentsOfFile: folder / "c.csv", encoding: .utf8)
        == "node,x1,x2\nx,0.1,-0.25\ny,1e-05,3.0\nz,0.0,-7.0\n")
    let missing = try Transcript(
      "convert", folder / "b.safetensors", folder / "d.csv", "--tensor", "weight")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.hasSuffix("there is no tensor 'weight'; matrices are 'vectors'\n"))
    #expect(folder.files == ["a.emb", "b.safetensors", "c.csv", "vocab.txt"])
  }

  @Test func `formats are stated where names do not tell them`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.file("a", "2 2\nx 1\ny 2\n")
    let refused = try Transcript("convert", input, folder / "b.csv", "--quiet")
    #expect(refused.exitCode == 1)
    #expect(
      refused.errors
        == "amble: \(input): line 2: the vector of 'x' has 1 components instead of 2\n")
    // The first line is a vector like the others: the word is "2".
    let stated = try Transcript(
      "convert", input, folder / "b", "--from", "glove", "--to", "tsv", "--quiet")
    #expect(stated.errors == "")
    #expect(
      try String(contentsOfFile: folder / "b", encoding: .utf8)
        == "node\tx1\n2\t2.0\nx\t1.0\ny\t2.0\n")
  }

  @Test func `an unknown ending is refused with those that are known`() throws {
    let folder = try TemporaryFolder()
    let convert = try Transcript("convert", try folder.file("a.emb", text), folder / "b.doc")
    #expect(convert.exitCode == 64)
    #expect(
      convert.errors.hasPrefix(
        "amble convert: the name '\(folder / "b.doc")' ends with no known format; use one of .emb, "
      ))
    #expect(folder.files == ["a.emb"])
  }
}
