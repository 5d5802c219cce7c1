import AmbleCommand
import Foundation
import RepositoryFiles
import Testing

/// No output takes the place of an input or of another output.
@Suite struct CommandFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let edges = try String(
      contentsOfFile: "\(RepositoryFiles.graphs)/karate.edges", encoding: .utf8)
    for name in ["k.edges", "s.residual.tsv", "a.nodes.txt"] { _ = try folder.file(name, edges) }
    for name in ["e.emb", "e.csv"] { _ = try folder.file(name, "2 2\na 1 0\nb 0 1\n") }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder / "soft.csv", withDestinationPath: "k.edges")
    try manager.linkItem(atPath: folder / "k.edges", toPath: folder / "hard.csv")
    try manager.createDirectory(atPath: folder / "run", withIntermediateDirectories: false)
  }

  /// Runs a command line, with the paths of files in the place of `@file`.
  func run(_ line: String) throws -> Transcript {
    try Transcript(
      line.split(separator: " ").map { word in
        word.hasPrefix("@") ? folder / String(word.dropFirst()) : String(word)
      })
  }

  var contents: [String: String] {
    get throws {
      let names = folder.files.filter { $0 != "run" }
      return Dictionary(
        uniqueKeysWithValues: try names.map {
          ($0, try String(contentsOfFile: folder / $0, encoding: .utf8))
        })
    }
  }

  @Test(arguments: [
    ("embed @k.edges -o @k.edges --format csv", "--output", "EDGES"),
    ("embed @k.edges -o @soft.csv", "--output", "EDGES"),
    ("embed @k.edges -o @hard.csv", "--output", "EDGES"),
    ("embed @soft.csv -o @run/../hard.csv", "--output", "EDGES"),
    ("embed @k.edges --nodes @a.nodes.txt -o @a.npy", "--output", "--nodes"),
    ("embed @k.edges --initial @e.emb -o @e.emb", "--output", "--initial"),
    ("embed @k.edges -o @new.emb --log @k.edges", "--log", "EDGES"),
    ("update @e.emb --edges @k.edges -o @e.emb", "--output", "VECTORS"),
    ("update @e.emb --edges @k.edges -o @n.emb --movements @k.edges", "--movements", "--edges"),
    ("convert @e.emb @e.emb", "OUT", "IN"),
    ("convert @a.npy @a.nodes.txt --to csv", "OUT", "IN"),
    ("project @e.emb -o @e.emb", "--output", "VECTORS"),
    ("project @e.emb --align @e.csv -o @e.csv", "--output", "--align"),
    ("map @e.emb -o @m.svg --color @m.svg", "--output", "--color"),
    ("map @e.emb -o @m.svg --labels @m.svg", "--output", "--labels"),
    ("split @s.residual.tsv -o @s", "--output", "EDGES"),
    ("walk @k.edges -o @hard.csv", "--output", "EDGES"),
    ("classify @e.emb @k.edges --predict @hard.csv", "--predict", "LABELS"),
    ("classify @e.emb @k.edges --plot @e.emb", "--plot", "VECTORS"),
    ("link-prediction @k.edges --plot @soft.csv", "--plot", "EDGES"),
    ("neighbors @e.emb a --approximate --index @e.emb", "--index", "VECTORS"),
  ])
  func `an output that is read is refused before any work`(
    line: String, output: String, input: String
  ) throws {
    let before = try contents
    let run = try run(line)
    #expect(run.exitCode == 64)
    let message = run.errors.split(separator: "\n").first ?? ""
    #expect(message.contains(": \(output) ") && message.contains(" would replace "), "\(message)")
    #expect(message.hasSuffix(", which \(input) reads"), "\(message)")
    #expect(try contents == before)
  }

  @Test(arguments: [
    ("embed @k.edges -o @new.emb --log @new.emb", "--output", "--log"),
    ("embed @k.edges -o @new.emb --log @run/../new.emb", "--output", "--log"),
    (
      "embed @k.edges -o @run/checkpoint-1 --format csv --checkpoint @run", "--output",
      "--checkpoint"
    ),
    ("embed @k.edges -o @b.npy --log @b.nodes.txt", "--output", "--log"),
    ("update @e.emb --edges @k.edges -o @n.emb --movements @n.emb", "--output", "--movements"),
    ("classify @e.emb @k.edges --predict @r --plot @r", "--predict", "--plot"),
    ("classify @e.emb @k.edges --predict - --plot -", "--predict", "--plot"),
  ])
  func `two outputs that are one file are refused before any work`(
    line: String, first: String, second: String
  ) throws {
    let before = try contents
    let run = try run(line)
    #expect(run.exitCode == 64)
    let message = run.errors.split(separator: "\n").first ?? ""
    #expect(message.contains(": \(first) ") && message.contains(" and \(second) "), "\(message)")
    #expect(try contents == before)
  }

  @Test func `pipes and devices may be named twice`() throws {
    let run = try run(
      "embed @k.edges -d 8 --quiet -o /dev/null --format csv --log /dev/null --nodes /dev/null")
    #expect(run.errors == "" && run.exitCode == 0)
  }

  @Test func `standard input and output are files, too`() throws {
    let edges = folder / "k.edges"
    let child = try ChildProgram(
      ["walk", "-", "-o", edges], shell: #""$@" < "\#(edges)""#)
    #expect(child.wait() == 64)
    #expect(
      try child.texts.errors.hasPrefix(
        "amble walk: --output \(edges) would replace standard input, which EDGES reads\n"))
    let other = try ChildProgram(["walk", edges, "--quiet"], shell: #""$@" >> "\#(edges)""#)
    #expect(other.wait() == 64)
    #expect(try other.texts.errors.contains("--output standard output would replace \(edges)"))
  }
}
