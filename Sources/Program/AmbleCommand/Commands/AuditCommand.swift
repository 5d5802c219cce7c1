internal import Text
internal import Graphs
internal import Names
internal import RandomWalks
internal import WalkAudits

/// Tests whether walks have the correct probabilities.
struct AuditCommand: Subcommand {
  var input = GraphInput()
  var walks = WalkOptions()
  var strategy: AuditedStrategy?
  var run = RunOptions()
  var walksPath = ""
  var stepLimit = 20_000_000
  var findingCount = 10

  static let name = "audit"
  static let summary = "Tests walks against their exact probabilities, on your graph."
  static let discussion = """
    Draws walks, or reads them from a file that any tool wrote, and compares their steps with the \
    exact distribution of --strategy for --p and --q: context by context with a G-test, and over \
    all contexts of like degree by counts of steps back, near and outward. P-values are corrected \
    for the number of tests. The exit code is 0 when the walks agree and 1 when they do not, or \
    leave nothing to test. Walks with restart, along metapaths or by time depend on more than the \
    last two nodes, and are not audited.
    """
  static var arguments: [Argument<AuditCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<AuditCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value(
            "--walks", to: \.walksPath,
            "Walks to test: one a line, names with blanks between. Without it, Amble's own.",
            valueName: "FILE", property: "walksPath", file: .reads),
          .value(
            "--steps", to: \.stepLimit, in: 1...1_000_000_000_000,
            "How many steps are tested at most.",
            property: "stepLimit"),
          .value(
            "--worst", to: \.findingCount, in: 0...1_000_000,
            "How many of the least likely results are listed.",
            property: "findingCount"),
        ]),
      OptionSection(
        "Walks",
        (WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine
          + [WalkOptions.tieCommandLine]).map { $0.lifted(to: \.walks) } + [
            .value(
              "--strategy", to: \.strategy,
              "What the walks should be: "
                + WalkStrategy.summaries(of: AuditedStrategy.allCases.map(\.strategy))
                + ". Without it, what the other options imply, else node2vec.")
          ]),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "audit graphs/lesmis.edges --p 0.25 --q 4",
    "audit graphs/karate.edges --walks walks-of-another-tool.txt --p 1 --q 0.25",
  ]

  func run(on console: Console) throws {
    var walks = walks
    walks.strategy = strategy?.strategy
    try walks.validate()
    guard let steps = walks.auditedSteps else {
      preconditionFailure("the strategy is one that can be audited")
    }
    try run.validate()
    try OptionError.require(stepLimit >= 1, "stepLimit", stepLimit, "at least 1")
    try OptionError.require(findingCount >= 0, "findingCount", findingCount, "at least 0")
    let edgeList = try input.read(threadCount: run.threadCount)
    let graph = edgeList.graph
    if !run.isQuiet {
      input.announce(edgeList, on: console)
      console.note("walks     \(walksPath.isEmpty ? walks.text(on: graph) : walksPath)")
    }
    var audit = WalkAudit(of: graph, steps: steps)
    if walksPath.isEmpty {
      let corpus = WalkCorpus(
        of: graph, options: walks, seed: run.seed, threadCount: run.threadCount)
      audit.add(corpus, stepLimit: stepLimit, threadCount: run.threadCount)
    } else {
      try WalkFile(contentsOf: walksPath).forEachWalk(on: graph) { nodes, _ in
        audit.add(nodes)
        return audit.stepCount < stepLimit
      }
    }
    let report = audit.report(threadCount: run.threadCount)
    if report.testCount == 0 && report.impossibleStepCount == 0 {
      throw UntestableWalks(steps: report.stepCount, walks: report.walkCount)
    }
    for line in report.lines(names: graph.names, findingCount: findingCount) {
      try console.print(line)
    }
    if !report.agrees { throw AuditDifference(walks: steps.text) }
  }
}

/// The walks contain nothing that an audit could test.
struct UntestableWalks: Error, CustomStringConvertible {
  let steps: Int
  let walks: Int

  var description: String {
    "\(steps.groupedText) steps of \(walks.groupedText) walks leave nothing to test: "
      + "no choice among "
      + "neighbors is expected five times each way"
  }
}

/// An audit has found a difference; its report has been printed.
struct AuditDifference: Error, CustomStringConvertible {
  /// The expected kind of walks.
  let walks: String

  var description: String { "the walks are not those of \(walks) on this graph" }
}
