import Foundation
import RepositoryFiles
import Testing

/// Graphs and vectors at the edges of what there is; `Tests/limits.sh` does so at full size.
@Suite struct ExtremeGraphsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let graphs: [(name: String, text: String)] = [
    ("star", (1...2000).map { "0 \($0)\n" }.joined()),
    ("path", (1...2000).map { "\($0 - 1) \($0)\n" }.joined()),
    (
      "complete", (0..<80).map { i in (0..<i).map { "\(i) \($0)\n" }.joined() }.joined()
    ),
    ("isolated", "2000 0\n" + String(repeating: "\n", count: 2000)),
    ("one edge", "a b\n"),
    ("one node", "a a\n"),
  ]

  @Test(arguments: graphs.map(\.name))
  func `extreme graphs are embedded, projected and drawn`(name: String) throws {
    let text = try #require(Self.graphs.first { $0.name == name }).text
    let edges = try folder.file("a.edges", text)
    let vectors = folder / "a.emb"
    for words in [
      ["info", edges],
      [
        "embed", edges, "-d", "8", "--walks-per-node", "1", "--walk-length", "20", "--quiet", "-o",
        vectors,
      ],
      ["project", vectors, "-o", folder / "p.npy", "--quiet"],
      ["map", vectors, "-o", folder / "a.svg", "--edges", edges, "--quiet"],
    ] {
      let run = try Transcript(words)
      guard name == "one node", ["project", "map"].contains(words[0]) else {
        #expect(run.exitCode == 0, "\(words[0]): \(run.errors)")
        continue
      }
      #expect(run.exitCode == 1 && run.errors.contains(" 2 or more"), "\(run.errors)")
    }
  }

  /// Rows of four components: `name x x x x`.
  static func rows(_ count: Int, _ component: (_ row: Int, _ place: Int) -> String) -> String {
    "\(count) 4\n"
      + (0..<count).map { row in
        "\(row) " + (0..<4).map { component(row, $0) }.joined(separator: " ") + "\n"
      }.joined()
  }

  static let points: [(name: String, text: String)] = [
    ("equal points", rows(50) { _, place in "\(place)" }),
    ("all zero", rows(50) { _, _ in "0" }),
    ("zero variance but one row", rows(50) { row, _ in row == 7 ? "1" : "0" }),
    (
      "zero variance in all components but one",
      rows(50) { row, place in place == 1 ? "\(row)" : "5" }
    ),
    ("denormals", rows(50) { row, place in "\((row * 7 + place * 3) % 11)e-45" }),
    ("huge", rows(50) { row, place in "\((row * 7 + place * 3) % 11)e37" }),
    ("one point", rows(1) { _, place in "\(place)" }),
    ("two points", rows(2) { row, place in "\(row + place)" }),
    ("far outlier", rows(50) { row, place in row == 0 ? "3e38" : "\(place + row)e-30" }),
  ]

  @Test(arguments: points.map(\.name), ["pca", "tsne"])
  func `extreme vectors are projected and drawn to finite places, or refused in words`(
    name: String, projection: String
  ) throws {
    let text = try #require(Self.points.first { $0.name == name }).text
    let vectors = try folder.file("a.emb", text)
    for words in [
      ["project", vectors, "--projection", projection, "-o", folder / "p.emb", "--quiet"],
      ["map", vectors, "--projection", projection, "-o", folder / "a.svg", "--quiet"],
    ] {
      let run = try Transcript(words)
      if run.exitCode == 0 {
        #expect(run.errors.isEmpty, "\(run.errors)")
      } else {
        #expect(run.exitCode == 1 && run.errors.hasPrefix("amble: "), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      }
    }
    for name in ["p.emb", "a.svg"] {
      guard let text = try? String(contentsOfFile: folder / name, encoding: .utf8) else { continue }
      #expect(!text.contains("nan") && !text.contains("inf\""), "\(name)")
    }
  }
}
