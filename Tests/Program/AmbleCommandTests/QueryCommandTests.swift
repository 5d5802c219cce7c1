import AmbleCommand
import Foundation
import Testing

@Suite struct QueryCommandTests {
  let folder: TemporaryFolder
  let compass: String

  init() throws {
    folder = try TemporaryFolder()
    compass = try folder.file(
      "compass.emb", "5 2\neast 2 0\nnortheast 1 1\nnorth 0 3\nwest -1 0\nsoutheast 1 -1\n")
  }

  @Test func `neighbors of one node are a line each`() throws {
    let neighbors = try Transcript("neighbors", compass, "north", "-n", "2")
    #expect(neighbors.output == "northeast\t0.7071\neast\t0.0000\n")
    #expect(neighbors.errors == "" && neighbors.exitCode == 0)
  }

  @Test func `neighbors of a file's nodes follow those of the command line`() throws {
    let names = try folder.file("names.txt", "\u{FEFF}west\r\n\r\neast")
    let neighbors = try Transcript(
      "neighbors", compass, "north", "--queries", names, "-n", "1", "--metric", "euclidean")
    #expect(
      neighbors.output
        == "north\tnortheast\t2.2361\nwest\tnortheast\t2.2361\neast\tnortheast\t1.4142\n")
  }

  @Test func `an unknown name is said with its line and near spellings`() throws {
    let names = try folder.file("names.txt", "west\nnorthest\n")
    let file = try Transcript("neighbors", compass, "--queries", names)
    #expect(file.exitCode == 1 && file.output == "")
    #expect(
      file.errors == "amble: \(names): line 2: there is no 'northest'; near it: 'northeast'\n")
    let word = try Transcript("similarity", compass, "east", "West")
    #expect(word.exitCode == 1)
    #expect(word.errors == "amble: there is no 'West'; near it: 'west'\n")
  }

  @Test func `answers as JSON have every digit`() throws {
    let neighbors = try Transcript(
      "neighbors", compass, "east", "-n", "1", "--metric", "euclidean", "--json")
    #expect(
      neighbors.output == """
        {
          "metric": "euclidean",
          "recall": null,
          "queries": [
            {
              "name": "east",
              "neighbors": [
                {"name": "northeast", "score": 1.4142135}
              ]
            }
          ]
        }

        """)
  }

  @Test func `an index is written once and read again`() throws {
    let index = folder / "compass.hnsw"
    let words = [
      "neighbors", compass, "north", "-n", "2", "--approximate", "--index", index,
    ]
    let first = try Transcript(words)
    #expect(first.output == "northeast\t0.7071\neast\t0.0000\n")
    #expect(
      first.errors
        == "approximate: finds 1.000 of the true neighbors (2 each of 200 nodes, search width 16)\n"
    )
    let written = try Data(contentsOf: URL(filePath: index))
    let second = try Transcript(words)
    #expect(second.output == first.output)
    #expect(try Data(contentsOf: URL(filePath: index)) == written)
    let other = try Transcript(words + ["--metric", "dot"])
    #expect(other.exitCode == 1 && other.errors.contains("for another metric"))
  }

  @Test func `an analogy leaves out what it is made of`() throws {
    let analogy = try Transcript("analogy", compass, "east", "northeast", "north", "-n", "1")
    #expect(analogy.output == "west\t0.2425\n")
    let unit = try Transcript(
      "analogy", compass, "east", "northeast", "north", "-n", "1", "--unit-length", "--json")
    #expect(
      unit.output == """
        {
          "a": "east",
          "b": "northeast",
          "c": "north",
          "answers": [
            {"name": "west", "score": 0.16910198}
          ]
        }

        """)
  }

  @Test func `a similarity is one number`() throws {
    #expect(try Transcript("similarity", compass, "east", "west").output == "-1.0000\n")
    #expect(
      try Transcript("similarity", compass, "east", "north", "--metric", "dot", "--json").output
        == #"{"a": "east", "b": "north", "metric": "dot", "score": 0.0}"# + "\n")
  }

  @Test(arguments: [
    (["neighbors", "a", "b", "--count", "0"], "--count must be from 1 to 1000000000, not 0"),
    (["neighbors", "a", "b", "--recall", "0.9"], "--recall has no effect without --approximate"),
    (["neighbors", "a", "b", "--index", "c"], "--index has no effect without --approximate"),
    (
      ["neighbors", "a", "b", "--approximate", "--recall", "nan"],
      "--recall must be a number, not 'nan'"
    ),
    (["neighbors", "a", "b", "--threads", "0"], "--threads must be from 1 to 1024, not 0"),
    (["neighbors", "a", "b", "--metric", "cos"], "--metric must be cosine, dot or euclidean"),
    (["analogy", "a", "b", "c"], "C is missing: What the answer is compared with."),
    (["analogy", "a", "b", "c", "d", "-n", "-1"], "--count must be from 1 to 1000000000, not -1"),
    (["similarity", "a", "b", "c", "d"], "'d' is one argument too many"),
  ])
  func `a wrong command line is explained`(words: [String], message: String) throws {
    let transcript = try Transcript(words)
    #expect(transcript.exitCode == 64 && transcript.output == "")
    #expect(
      transcript.errors.hasPrefix("amble \(words[0]): \(message)"), "\(transcript.errors)")
  }
}
