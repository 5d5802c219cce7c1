import RepositoryFiles
import Testing

@Suite struct WalkCommandTests {
  static let lesmis = "\(RepositoryFiles.graphs)/lesmis.edges"

  @Test(arguments: [[], ["--strategy", "node2vec+", "--q", "0.5", "--gamma", "1"]])
  func `one walk can be made again by its node and repetition`(options: [String]) throws {
    let all = try Transcript(
      ["walk", Self.lesmis, "--walks-per-node", "3", "--walk-length", "9", "--quiet"] + options)
    let lines = all.output.split(separator: "\n").filter { $0.hasPrefix("Javert ") }
    #expect(lines.count == 3)
    for (repetition, line) in lines.enumerated() {
      let one = try Transcript(
        ["walk", Self.lesmis, "--walk-length", "9", "--only", "Javert:\(repetition)", "--quiet"]
          + options)
      #expect(one.output == line + "\n")
    }
  }

  @Test(arguments: [
    ["--strategy", "uniform"], ["--strategy", "weighted"], ["--p", "0.5"],
    ["--strategy", "node2vec+", "--q", "2"], ["--restart-probability", "0.3"],
  ])
  func `every strategy writes as many walks, the same for every number of threads`(
    options: [String]
  ) throws {
    let outputs = try ["1", "3"].map { threads in
      try Transcript(
        ["walk", Self.lesmis, "--walks-per-node", "2", "--threads", threads, "--quiet"] + options
      ).output
    }
    #expect(outputs[0].split(separator: "\n").count == 2 * 77)
    #expect(outputs[0] == outputs[1])
  }

  @Test func `walks along a metapath change between women and events`() throws {
    let davis = "\(RepositoryFiles.graphs)/davis"
    let walks = try Transcript(
      "walk", "\(davis).edges", "--node-types", "\(davis).nodes.tsv", "--metapath", "woman,event",
      "--walks-per-node", "10", "--walk-length", "5", "--quiet")
    #expect(walks.exitCode == 0)
    let lines = walks.output.split(separator: "\n")
    #expect(lines.count == 320)
    for line in lines {
      let areEvents = line.split(separator: "\t").map { $0.count <= 3 }
      #expect(areEvents.count == 5)
      #expect(zip(areEvents, areEvents.dropFirst()).allSatisfy { $0 != $1 }, "\(line)")
    }
  }

  @Test func `temporal walks follow the times of the file`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("messages.csv", "from,to,when\na,b,3\nb,c,2\nb,d,3\nd,a,9\n")
    let walks = try Transcript(
      "walk", file, "--strategy", "temporal", "--columns", "source,target,time", "--directed",
      "--walks-per-node", "1", "--quiet")
    #expect(walks.exitCode == 0)
    let lines = Set(walks.output.split(separator: "\n").map(String.init))
    #expect(lines.isSuperset(of: ["a b d a", "c", "d a"]))
    #expect(lines.count == 4)
  }

  @Test(arguments: [
    (
      ["--only", "Javert"],
      "--only must be a node and a repetition, such as Valjean:0, not 'Javert'"
    ),
    (["--only", "Nobody:0"], "--only names the node 'Nobody', which the graph lacks"),
    (["--metapath", "a,b"], "--metapath needs the types of nodes: --node-types FILE"),
    (["--node-types", "x"], "--node-types is for walks along a metapath: --metapath user,item"),
    (
      ["--strategy", "temporal"],
      "temporal walks need to know where the time is: --columns source,target,time"
    ),
    (["--strategy", "uniform", "--p", "2"], "--p must be left out for uniform walks, not 2.0"),
    (
      ["--restart-probability", "1"],
      "--restart-probability must be at least 0 and less than 1, not 1.0"
    ),
    (["--q", "0"], "--q must be positive and finite (1e-30 to 1e30), not 0.0"),
  ])
  func `options that cannot be used are refused`(options: [String], message: String) throws {
    let walk = try Transcript(["walk", Self.lesmis, "--quiet"] + options)
    #expect(walk.exitCode == 64)
    #expect(walk.output == "")
    #expect(walk.errors.contains("amble walk: \(message)\n"), "\(walk.errors)")
  }

  @Test func `a type that no node has, and a node that is not there, are refused`() throws {
    let folder = try TemporaryFolder()
    let types = try folder.file("types.txt", "Javert police\nNobody thief\n")
    let unknown = try Transcript(
      "walk", Self.lesmis, "--node-types", types, "--metapath", "police,thief")
    #expect(unknown.exitCode == 1)
    #expect(unknown.errors.contains("types.txt: line 2: the graph has no node 'Nobody'"))
    let few = try folder.file("few.txt", "Javert police\n")
    let missing = try Transcript(
      "walk", Self.lesmis, "--node-types", few, "--metapath", "police,thief")
    #expect(missing.exitCode == 1)
    #expect(
      missing.errors.contains(
        "--metapath names the type 'thief', which no node has; there are 'police'"))
  }
}
