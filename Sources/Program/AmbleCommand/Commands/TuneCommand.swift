internal import Text
internal import EmbeddingTables
internal import Evaluation
internal import EvaluationReports
internal import Graphs
internal import NodeEmbedding
internal import RandomWalks
internal import SkipGramTraining

/// Searches for the parameters that predict validation edges best.
struct TuneCommand: Subcommand {
  var input = GraphInput()
  var split = LinkPredictionOptions().split
  var operators = OperatorList([.hadamard])
  var budget = TimeSpan(seconds: 120)
  var trialCount: Int?
  var walks = WalkOptions()
  var training = SkipGramOptions()
  var run = RunOptions()

  init() {
    split.validationShare = 0.1
  }

  static let name = "tune"
  static let summary = "Looks for the p, q, dimensions, window and walk length that suit a graph."
  static let discussion = """
    Tries random choices with few walks and goes on with the best third of them (successive \
    halving), judged by how well edges set apart for validation are found. The choice that the \
    options make is always among them. The edges of the test of 'amble link-prediction' with the \
    same seed and --test are never looked at. A --budget decides beforehand how many choices are \
    tried, from the time that one takes on this machine; the same search is repeated anywhere with \
    the --trials that it prints.
    """
  static var arguments: [Argument<TuneCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<TuneCommand>] {
    [
      OptionSection(
        "Search",
        [
          .value("--budget", to: \.budget, "About how long the search may take."),
          .value(
            "--trials", to: \.trialCount, in: 1...1_000_000,
            "How many choices to try, whatever time it takes."),
          .value(
            "--operators", to: \.operators,
            "How the vectors of two nodes make a score; the best for each choice counts."),
        ]),
      OptionSection("Split", of: \.split, EdgeSplitOptions.commandLine),
      OptionSection(
        "Walks of the first choice", of: \.walks,
        WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine),
      OptionSection("Training of the first choice", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "tune graphs/lesmis.edges --test 0.3 --budget 20s", "tune edges.txt --trials 27 --seed 7",
  ]

  func run(on console: Console) throws {
    try walks.validate()
    try training.validate()
    try run.validate()
    guard split.validationShare > 0 else {
      throw UsageError("--validation must be above 0: choices are compared on those edges")
    }
    guard budget.seconds > 0 else {
      throw UsageError("--budget must be above 0: the first choice takes some time")
    }
    let candidates = TuningCandidate.all(
      startingWith: TuningCandidate(walks, training), seed: run.seed)
    if let trialCount, !(1...candidates.count).contains(trialCount) {
      throw UsageError("--trials must be from 1 to \(candidates.count), not \(trialCount)")
    }
    let (edgeList, times) = try input.read(for: split.kind, threadCount: run.threadCount)
    let whole = try EdgeSplit(of: edgeList.graph, options: split, times: times, seed: run.seed)
    guard let tuning = TuningSplit(whole) else {
      throw UsageError("--validation leaves no edge to compare choices on")
    }
    var walks = walks
    let walksPerNode = walks.budget(on: edgeList.graph).walksPerNode
    walks.walksPerNode = walksPerNode
    if !run.isQuiet {
      input.announce(edgeList, on: console)
      console.note(
        "split     \(tuning.residual.graph.edgeCount.groupedText) edges are left, "
          + "\(tuning.validation.positives.count.groupedText) are to be found, "
          + "\(whole.test.positives.count.groupedText) are kept for a test")
    }
    let plan = try trialCount.map(HalvingPlan.init) ?? plan(for: candidates, walks, on: tuning)
    if !run.isQuiet {
      let rounds = plan.rounds.map { round in
        "\(round.candidateCount) with \((round.effort * 100).rounded().shortText) %"
      }
      console.note("search    \(rounds.joined(separator: ", ")) of the walks")
    }
    let scores = try search(plan, among: candidates, walks, on: tuning, console: console)
    for line in table(of: scores, candidates: candidates, plan: plan) { try console.print(line) }
    let best = candidates[scores[0].candidate]
    if let given = scores.first(where: { $0.candidate == 0 }), scores[0].candidate != 0 {
      try console.print("")
      try console.print(comparison(of: scores[0], with: given))
    }
    try console.print("")
    try console.print(
      "amble embed \(input.path) --output vectors.emb --walks-per-node \(walksPerNode) "
        + best.commandLine)
    if trialCount == nil {
      try console.print(
        "the same search again: --trials \(plan.rounds[0].candidateCount) --seed \(run.seed)")
    }
  }

  private func embed(
    _ candidate: TuningCandidate, _ walks: WalkOptions, effort: Double, _ residual: ResidualGraph,
    onProgress: (Double) -> Void = { _ in }
  ) throws -> Embedding {
    var method = Node2Vec(seed: run.seed)
    (method.walks, method.training) = candidate.options(
      walks, training, effort: effort, on: residual.graph)
    method.threadCount = run.threadCount
    let walk = try method.walks.walk(on: residual.graph, threadCount: run.threadCount)
    try TrainingMemory(walk, method.walks, training: method.training, run: run)
      .requireAvailable(isForced: input.isForced)
    return try method.embed(walk, onProgress: { onProgress($0.fraction) })
  }

  /// A plan with as many candidates as the time budget allows, estimated from the time of the first
  /// candidate with one walk per node.
  private func plan(
    for candidates: [TuningCandidate], _ walks: WalkOptions, on tuning: TuningSplit
  ) throws -> HalvingPlan {
    let probe = candidates[0]
    let share = 1 / Double(walks.budget(on: tuning.residual.graph).walksPerNode)
    let clock = ContinuousClock()
    let start = clock.now
    let search = ParameterSearch(
      plan: HalvingPlan(trialCount: 1), operators: operators.operators, cost: 1,
      seed: run.seed, threadCount: run.threadCount)
    _ = try search.run(on: tuning) { _, _, residual in
      try embed(probe, walks, effort: share, residual)
    }
    let seconds = start.duration(to: clock.now).seconds
    // The fixed part of the probe, the classifiers, counts in full, so that plans tend to stay
    // below the budget.
    let secondsPerCost = seconds / (probe.cost * share)
    return HalvingPlan.largest(
      within: budget.seconds - seconds, costs: candidates.map { $0.cost * secondsPerCost })
  }

  private func search(
    _ plan: HalvingPlan, among candidates: [TuningCandidate], _ walks: WalkOptions,
    on tuning: TuningSplit, console: Console
  ) throws -> [ParameterSearch.Score] {
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let costs = candidates.prefix(plan.rounds[0].candidateCount).map(\.cost)
    let total = plan.largestCost(of: Array(costs))
    var done = 0.0
    return try ParameterSearch(
      plan: plan, operators: operators.operators, cost: 1, seed: run.seed,
      threadCount: run.threadCount
    ).run(on: tuning) { index, effort, residual in
      let cost = candidates[index].cost * effort
      defer { done += cost }
      return try embed(candidates[index], walks, effort: effort, residual) { fraction in
        progress.update((done + fraction * cost) / total) { _ in candidates[index].commandLine }
      }
    }
  }

  /// A comparison of the best candidate with the given one; both were in the last round.
  private func comparison(
    of best: ParameterSearch.Score, with given: ParameterSearch.Score
  ) -> String {
    let (area, margin) = best.difference(from: given)
    let numbers = "\(area.decimals(4)) ± \(margin.decimals(4)) validation AUC"
    return area > margin
      ? "The first is better than the given choice by \(numbers)."
      : "The first cannot be told apart from the given choice: the difference is \(numbers)."
  }

  private func table(
    of scores: [ParameterSearch.Score], candidates: [TuningCandidate], plan: HalvingPlan
  ) -> [String] {
    var table = AlignedTable([
      "", "walks", "validation AUC", "95 %", "p", "q", "dimensions", "window", "walk length",
      "operator",
    ])
    for (place, score) in scores.enumerated() {
      let candidate = candidates[score.candidate]
      table.append([
        "\(place + 1)\(score.candidate == 0 ? " (given)" : "")",
        "\((plan.rounds[score.round].effort * 100).rounded().shortText) %",
        score.area.decimals(4),
        "\(score.interval.low.decimals(4))–\(score.interval.high.decimals(4))",
        candidate.returnParameter.shortText,
        candidate.inOutParameter.shortText, "\(candidate.dimensions)", "\(candidate.windowSize)",
        "\(candidate.walkLength)", score.edgeOperator.rawValue,
      ])
    }
    return table.lines
  }
}
