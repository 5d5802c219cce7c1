import AmbleCommand
import EmbeddingFiles
import EmbeddingTables
import Files
import Foundation
import Names
import Testing
import Text

/// What a file or a command line contains neither reaches a terminal nor forges a line.
@Suite struct SafeMessagesTests {
  static let hostile = "\u{1b}]0;x\u{7}\u{9b}31m\namble: all is well"

  @Test(arguments: [
    [hostile], ["info", hostile], ["info", "--\(hostile)"], ["info", "a", hostile],
    ["embed", "a", "-o", hostile], ["neighbors", hostile, "a"],
    ["info", "a", "--threads", hostile],
    ["info", "a", "--columns", hostile], ["embed", hostile, "-o", "a.emb"],
    ["map", "a", "-o", hostile], ["convert", hostile, "a.csv"],
    ["walk", "a", "--strategy", hostile],
  ])
  func `words of the command line are escaped in messages`(words: [String]) throws {
    let transcript = try Transcript(words)
    #expect(transcript.exitCode != 0)
    #expect(transcript.output == "")
    let isSafe = transcript.errors.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    #expect(isSafe, "\(transcript.errors)")
    #expect(!transcript.errors.contains("\namble: all"), "\(transcript.errors)")
  }

  @Test func `a name with a tab or the end of a line stays in its column`() throws {
    let folder = try TemporaryFolder()
    let names = try #require(NameList(["a", "b\tc\n\u{1b}[2Jd", "e"]))
    let embedding = Embedding(names: names, dimensions: 2, vectors: [1, 0, 1, 0.1, 0, 1])
    try embedding.write(to: folder / "v.sqlite")
    let neighbors = try Transcript("neighbors", folder / "v.sqlite", "a", "e")
    #expect(
      neighbors.output.hasPrefix("a\tb\\tc\\n\\u{1b}[2Jd\t0.9950\n"), "\(neighbors.output)")
    #expect(neighbors.output.split(separator: "\n").count == 4)
    let json = try Transcript("neighbors", folder / "v.sqlite", "a", "--json")
    #expect(json.output.contains("b\\tc\\n"))
  }

  @Test func `messages are short, however long a line is`() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x", count: 1_000_000)
    for (name, text) in [
      ("a.edges", "1 2\n\(long)\n"), ("b.edges", String(repeating: "a ", count: 500_000)),
      ("c.edges", "1 2 \(long)\n"), ("d.csv", String(repeating: "a,", count: 500_000) + "\n"),
    ] {
      let info = try Transcript("info", try folder.file(name, text))
      #expect(info.exitCode == 1)
      #expect(info.errors.utf8.count < 1000)
    }
    for (name, text) in [("a.emb", "1 1\n\(long) x\n"), ("b.txt", long), ("c.csv", long)] {
      let convert = try Transcript("convert", try folder.file(name, text), folder / "o.npy")
      #expect(convert.exitCode == 1)
      #expect(convert.errors.utf8.count < 1000)
    }
    for words in [[long], ["info", long], ["info", "--\(long)"], ["info", "a", long]] {
      #expect(try Transcript(words).errors.utf8.count < 11_000)
    }
  }

  @Test func `files whose names are no UTF-8 are read and written, and shown escaped`() throws {
    let folder = try TemporaryFolder()
    let edges = folder / RawText.text(of: [0xff])
    var file = try OutputFile(edges)
    try file.write("a b\nb c\n")
    try file.commit()
    for ending in [".emb", ".sqlite"] {
      let output = folder / (RawText.text(of: [0xfe]) + ending)
      let embed = try Transcript("embed", edges, "-o", output, "-d", "2")
      #expect(embed.exitCode == 0)
      #expect(embed.errors.contains("\\xfe\(ending): 3 vectors"))
      #expect(try Transcript("neighbors", output, "a").exitCode == 0)
    }
    let info = try Transcript("info", edges)
    #expect(info.output.contains("\\xff\n"))
  }
}
