import Foundation
import RepositoryFiles
import Testing

@Suite struct PredictCommandTests {
  static let lesmis = "\(RepositoryFiles.graphs)/lesmis.edges"
  static let quick = ["-d", "8", "--walk-length", "20", "--walks-per-node", "5"]

  static func predict(_ words: String...) throws -> Transcript {
    try Transcript(["predict", lesmis] + quick + words)
  }

  static func rows(_ transcript: Transcript) -> [[String]] {
    transcript.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `missing edges are printed as a table, and how good they are as a message`() throws {
    let run = try Self.predict("-n", "7")
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = Self.rows(run)
    #expect(rows.count == 7)
    #expect(rows.allSatisfy { $0.count == 3 && (0...1).contains(Double($0[2]) ?? -1) })
    #expect(run.errors.contains("held out  25 edges to learn probabilities from, 25 to compare"))
    #expect(run.errors.contains("scored    2,672 pairs without an edge, all there are"))
    #expect(run.errors.contains("quality   recall@20 of edges held out"))
    #expect(try Self.predict("-n", "7", "--threads", "1", "--quiet").output == run.output)
  }

  @Test func `nodes are asked for one by one, by name or title`() throws {
    let folder = try TemporaryFolder()
    let titles = try folder.file(
      "titles.tsv", "id\ttitle\nValjean\tJean Valjean\nCosette\tCosette Fauchelevent\n")
    let run = try Self.predict(
      "--for", "jean v", "--for", "Cosette", "-n", "60", "--titles", titles, "--quiet")
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = Self.rows(run)
    // Valjean has 36 of 76 possible edges, Cosette 11.
    #expect(rows.prefix(40).allSatisfy { $0[0] == "Valjean" })
    #expect(rows.dropFirst(40).allSatisfy { $0[0] == "Cosette" })
    #expect(rows.count == 100)
    #expect(rows.allSatisfy { $0.count == 4 })
    let missing = try Self.predict("--for", "Vajean")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.contains("there is no 'Vajean'; near it: 'Valjean'"))
  }

  @Test func `JSON is one document on standard output`() throws {
    let run = try Self.predict("-n", "3", "--json", "--quiet")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((report["edges"] as? [[String: Any]])?.count == 3)
    #expect(report["scored_pairs"] as? Int == 2672)
    #expect((report["comparison"] as? [String: Any])?["recall"] as? Double != nil)
  }

  @Test func `given vectors are used, and each node needs one`() throws {
    let folder = try TemporaryFolder()
    _ = try Transcript(["embed", Self.lesmis, "-o", folder / "a.emb", "--quiet"] + Self.quick)
    let run = try Self.predict("-n", "3", "--vectors", folder / "a.emb")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("quality   not measured"))
    #expect(Self.rows(run).count == 3)
    let few = try folder.file("few.emb", "1 2\nValjean 1 2\n")
    #expect(try Self.predict("--vectors", few).errors.contains("amble: there is no '"))
  }
}
