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

/// How the options say to read vectors.
@Suite struct VectorReadingTests {
  @Test(arguments: [
    (
      "2 1\na 1\na 2\n", "a.emb",
      "line 3: the name 'a' is there twice, first at line 2; names must be different; "
        + "--names-errors keep-first leaves out the others"
    ),
    (
      "0.5 1\n0.25 2\n", "a.txt",
      "line 2: '0.25' is where a name should be, and all else are numbers too; --no-names reads "
        + "rows of numbers only, and --from FORMAT takes the numbers for names"
    ),
  ])
  func `what cannot be read is told with the option that reads it`(
    text: String, name: String, message: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(name, text)
    let convert = try Transcript("convert", path, folder / "o.csv")
    #expect(convert.exitCode == 1)
    #expect(convert.errors == "amble: \(path): \(message)\n")
    let options = name == "a.emb" ? ["--names-errors", "keep-first"] : ["--no-names"]
    #expect(try Transcript(["convert", path, folder / "o.csv"] + options).exitCode == 0)
  }

  @Test(arguments: ["embed", "update"])
  func `a name that the output cannot hold is refused before training`(command: String) throws {
    let folder = try TemporaryFolder()
    let edges = try folder.file("e.csv", "New York,Boston\n")
    let vectors = try folder.file("v.emb", "1 1\nBoston 1\n")
    let words = command == "embed" ? [edges] : [vectors, "--edges", edges]
    // A billion walks would take days.
    let run = try Transcript(
      [command] + words + ["-o", folder / "o.emb", "--walks-per-node", "10000000"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("o.emb: the name 'New York' is empty or has white space"))
    #expect(folder.files == ["e.csv", "v.emb"])
  }

  @Test func `a limit takes the first vectors`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("v.emb", "3 2\na 1 0\nb 1 0\nc 1 0\n")
    let neighbors = try Transcript("neighbors", path, "a", "--limit", "2")
    #expect(neighbors.output == "b\t1.0000\n")
  }
}
