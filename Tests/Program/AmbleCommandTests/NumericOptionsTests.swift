import Foundation
import Testing

@testable import AmbleCommand

/// Every option of every command that takes numbers, with the numbers that break programs.
///
/// The options are those of the commands' tables, so that new ones are tested too.
@Suite struct NumericOptionsTests {
  static let extremes = [
    "0", "-1", "2147483648", "4611686018427387904", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "1e308", "-1e308", "5e-324", "nan", "inf", "", "1e",
  ]

  /// The options of a command whose values are numbers or times.
  static func names<Command: Subcommand>(of command: Command.Type) -> [String] {
    let kinds: Set = ["N", "X", "TIME", "N,…", "X,…", "auto|N"]
    return command.options.flatMap(\.options).filter { kinds.contains($0.valueName ?? "") }
      .map { $0.names[0] }
  }

  /// Files for the commands: two cliques of six nodes, vectors and labels of the nodes.
  static func files(in folder: TemporaryFolder) throws {
    var edges = ""
    for clique in [0, 6] {
      for source in 0..<6 {
        for target in 0..<source { edges += "n\(clique + source) n\(clique + target)\n" }
      }
    }
    _ = try folder.file("g.edges", edges + "n0 n6\n")
    let rows = (0..<12).map { "n\($0) \($0 / 6) \(Double($0 * 7 % 5) / 4) 0.5\n" }
    _ = try folder.file("v.emb", "12 3\n" + rows.joined())
    _ = try folder.file("labels", (0..<12).map { "n\($0) \($0 / 6)\n" }.joined())
  }

  /// A command line of each command that ends soon; options may follow.
  static func words(of command: String, in folder: TemporaryFolder) -> [String]? {
    let (edges, vectors) = (folder / "g.edges", folder / "v.emb")
    let walks = ["--walks-per-node", "1", "--walk-length", "4"]
    return switch command {
    case "info": [edges]
    case "embed": [edges, "-o", folder / "o.emb", "-d", "2", "--quiet"] + walks
    case "update":
      [vectors, "--edges", edges, "-o", folder / "o.emb", "--quiet", "--old", "free"] + walks
    case "neighbors": [vectors, "n0"]
    case "analogy": [vectors, "n0", "n1", "n2"]
    case "similarity": [vectors, "n0", "n1"]
    case "map": [vectors, "-o", folder / "o.svg", "--edges", edges, "--quiet"]
    case "project": [vectors, "-o", folder / "o.csv", "--quiet"]
    case "link-prediction":
      [edges, "-d", "2", "--bootstrap", "20", "--test", "0.2", "--quiet"] + walks
    case "predict": [edges, "-d", "2", "--quiet"] + walks
    case "classify": [vectors, folder / "labels", "--repeats", "1", "--quiet"]
    case "tune": [edges, "-d", "2", "--trials", "1", "--quiet"] + walks
    case "split": [edges, "-o", folder / "o", "--test", "0.2"]
    case "walk": [edges, "-o", folder / "o.txt"] + walks
    case "audit": [edges, "--steps", "10000", "--walk-length", "40"]
    case "convert": [vectors, folder / "o.csv"]
    default: nil
    }
  }

  @Test(arguments: Amble.commandNames)
  func `no number crashes a command or runs away with it`(name: String) throws {
    let folder = try TemporaryFolder()
    try Self.files(in: folder)
    let words = try #require(Self.words(of: name, in: folder), "a new command needs a line above")
    let plain = try Transcript([name] + words)
    #expect(plain.exitCode == 0, "\(plain.errors)")
    let command = try #require(Amble.commands.first { $0.name == name })
    for option in Self.names(of: command) {
      for value in Self.extremes {
        let transcript = try Transcript([name] + words + ["\(option)=\(value)"])
        let line = transcript.errors.split(separator: "\n").first { $0.hasPrefix("amble") } ?? ""
        let what = "\(name) \(option)=\(value): \(transcript.exitCode) \(line)"
        #expect([0, 1, 64].contains(transcript.exitCode), "\(what)")
        guard transcript.exitCode != 0 else { continue }
        #expect(line.hasPrefix("amble"), "\(what)")
        #expect(line.utf8.count < 400, "\(what)")
        #expect(transcript.exitCode == 64 || transcript.errors.hasSuffix("\(line)\n"), "\(what)")
      }
    }
  }

  @Test func `the table covers the options that once ran away`() throws {
    let names = Set(Amble.commands.flatMap { Self.names(of: $0) })
    let wanted: Set = [
      "--dimensions", "--epochs", "--walk-length", "--walks-per-node", "--count", "--bootstrap",
      "--repeats", "--every", "--negative-exponent", "--threads", "--trials", "--limit", "--hits",
      "--train", "--budget",
    ]
    #expect(wanted.isSubset(of: names), "\(wanted.subtracting(names))")
  }

  @Test(arguments: [
    (["-d", "1000000000"], "--dimensions must be from 1 to 65536, not 1000000000"),
    (["--negative-exponent", "500"], "--negative-exponent must be from -10 to 10, not 500.0"),
    (
      ["--walks-per-node", "1000000", "--walk-length", "1000000"],
      "--walks-per-node must be from 1 to 1000 for walks of 1000000 nodes, not 1000000"
    ),
    (
      [
        "--walks-per-node", "1000", "--walk-length", "1000000", "--epochs", "1000000", "--window",
        "65535",
      ],
      "--window must be such that the pairs of all walks are fewer than 2^63, not 131070"
    ),
    (["--p", "nan"], "--p must be a number, not 'nan'"),
    (
      ["--learning-rate", "1e308"],
      "--learning-rate must be above 0 and at most 1000000, not 1e+308"
    ),
  ])
  func `the message says what is accepted`(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    try Self.files(in: folder)
    let embed = try Transcript(
      ["embed", folder / "g.edges", "-o", folder / "o.emb"] + options)
    #expect(embed.exitCode == 64)
    #expect(embed.errors.contains("amble embed: \(message)\n"), "\(embed.errors)")
  }
}
