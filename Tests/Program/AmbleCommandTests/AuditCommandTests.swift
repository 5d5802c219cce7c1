import RepositoryFiles
import Testing

@Suite struct AuditCommandTests {
  static let lesmis = "\(RepositoryFiles.graphs)/lesmis.edges"

  @Test func `Amble's own walks agree with their exact probabilities`() throws {
    for (p, q) in [("1", "1"), ("0.25", "4"), ("4", "0.25")] {
      let audit = try Transcript(
        "audit", Self.lesmis, "--p", p, "--q", q, "--walks-per-node", "100")
      #expect(audit.exitCode == 0)
      #expect(audit.output.hasPrefix("AGREE: 608,300 steps of 7,700 walks, "), "\(audit.output)")
    }
  }

  @Test(arguments: [
    ["--strategy", "uniform"], ["--strategy", "weighted"], ["--gamma", "0.5", "--q", "0.25"],
    ["--strategy", "node2vec+", "--p", "0.25", "--q", "4"],
  ])
  func `walks of every kind that is audited agree, and uniform ones are not weighted`(
    words: [String]
  ) throws {
    let audit = try Transcript(["audit", Self.lesmis, "--walks-per-node", "50"] + words)
    #expect(audit.exitCode == 0)
    #expect(audit.output.hasPrefix("AGREE: 304,150 steps of 3,850 walks, "), "\(audit.output)")
    let folder = try TemporaryFolder()
    let walks = try Transcript(["walk", Self.lesmis, "--quiet"] + words)
    let file = try folder.file("walks.txt", walks.output)
    let other = words == ["--strategy", "uniform"] ? "weighted" : "uniform"
    let wrong = try Transcript("audit", Self.lesmis, "--walks", file, "--strategy", other)
    #expect(wrong.exitCode == 1)
    #expect(wrong.errors.contains("the walks are not those of \(other) steps on this graph"))
  }

  @Test(arguments: ["temporal", "restart", "metapath"])
  func `walks of other kinds are not audited, and it is said`(strategy: String) throws {
    let audit = try Transcript("audit", Self.lesmis, "--strategy", strategy)
    #expect(audit.exitCode == 64)
    #expect(
      audit.errors.contains(
        "--strategy must be uniform, weighted, node2vec or node2vec+, not '\(strategy)'"),
      "\(audit.errors)")
  }

  @Test func `walks of other parameters disagree, and the worst steps are listed`() throws {
    let folder = try TemporaryFolder()
    let walks = try Transcript("walk", Self.lesmis, "--p", "1", "--q", "4", "--quiet")
    let file = try folder.file("walks.txt", walks.output)
    let right = try Transcript("audit", Self.lesmis, "--walks", file, "--q", "4", "--quiet")
    #expect(right.exitCode == 0)
    #expect(right.output.hasPrefix("AGREE: 60,830 steps of 770 walks, "))
    let wrong = try Transcript("audit", Self.lesmis, "--walks", file, "--q", "0.25")
    #expect(wrong.exitCode == 1)
    #expect(wrong.output.hasPrefix("DISAGREE: 60,830 steps of 770 walks; "))
    #expect(wrong.output.contains("steps outward, from nodes with 8 to 15 neighbors: "))
    #expect(wrong.errors.contains("the walks are not those of p = 1, q = 0.25 on this graph"))
  }

  @Test func `a step that no edge allows is a finding, an unknown node an error`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("walks.txt", "Valjean Javert\nJavert Javert\n")
    let finding = try Transcript("audit", Self.lesmis, "--walks", file)
    #expect(finding.exitCode == 1)
    #expect(finding.output.contains("walk 2: Javert → Javert, a step that no edge allows\n"))
    let unknown = try folder.file("unknown.txt", "Valjean Javert\nJavert Nobody\n")
    let error = try Transcript("audit", Self.lesmis, "--walks", unknown)
    #expect(error.exitCode == 1)
    #expect(error.output == "")
    #expect(error.errors.contains("unknown.txt: line 2: the graph has no node 'Nobody'"))
  }

  @Test(arguments: [("", "0 steps of 0 walks"), ("Valjean Myriel\n", "1 steps of 1 walks")])
  func `walks that leave nothing to test do not agree`(walks: String, counts: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("walks.txt", walks)
    let audit = try Transcript("audit", Self.lesmis, "--walks", file, "--quiet")
    #expect(audit.exitCode == 1)
    #expect(audit.output == "")
    #expect(audit.errors.hasPrefix("amble: \(counts) leave nothing to test"), "\(audit.errors)")
  }
}
