internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Graphs
internal import Memory
internal import NodeEmbedding
internal import Parallel
internal import RandomWalks
internal import SkipGramTraining

/// Learns a vector for every node.
struct EmbedCommand: Subcommand {
  var input = GraphInput()
  var walks = WalkInput()
  var recordedPath = ""
  var training = SkipGramOptions()
  var source = TrainingInput()
  var run = RunOptions()
  var output = ""
  var format: EmbeddingFormat?
  var printsDigest = false
  private var words: [String] = []

  static let name = "embed"
  static let summary = "Learns a vector for every node of a graph."
  static let discussion = """
    Random walks over the graph say which nodes are near each other; skip-gram training with \
    negative sampling gives near nodes similar vectors. p = q = 1 is DeepWalk, other values are \
    node2vec. Every node of the input gets a row, under its own name. With --walks, the walks are \
    read instead: those of 'amble walk' give the vectors that their graph gives.
    """
  static var arguments: [Argument<EmbedCommand>] { [.edges(to: \.input.path).optional] }
  static var options: [OptionSection<EmbedCommand>] {
    [
      OptionSection(
        "Output",
        [
          .value(
            "--output", "-o", to: \.output, "Where to write the vectors; - is standard output.",
            valueName: "FILE",
            file: .writes { EmbeddingFormat.paths(of: $1, as: $0.format) }),
          .value(
            "--format", to: \.format,
            "The file's format; without it, what the name of --output ends with."),
          .flag(
            "--digest", to: \.printsDigest,
            "Print a hash of the names and vectors, which is the same for the same run."),
        ]),
      OptionSection(
        "Walks",
        [
          .value(
            "--walks", to: \.recordedPath,
            "Train on the walks in this file, one a line, names with blanks or tabs between; - is "
              + "standard input. EDGES may then be left out; if it is there, nodes are its own, "
              + "and those in no walk keep their random vectors.",
            valueName: "FILE", property: "recordedWalks", file: .reads)
        ] + WalkInput.commandLine.map { $0.lifted(to: \.walks) }),
      OptionSection("Presets", [.preset]),
      OptionSection("Training", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Start, checkpoints and log", of: \.source, TrainingInput.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection(
        "Reading the vectors of --initial", of: \.source.reading, VectorReading.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "embed graphs/karate.edges --output karate.emb",
    "embed graphs/lesmis.edges -o lesmis.npy --p 0.25 --q 0.25 --dimensions 64 --seed 7",
    "embed ratings.csv -o vectors.emb --node-types types.txt --metapath user,item",
    "embed - --output out.emb < edges.csv",
    "embed --walks walks.txt.gz -o vectors.emb --window 5",
  ]

  static func completed(_ words: [String]) throws -> [String] {
    guard let saved = try SavedRun(resumedBy: words) else { return words }
    let completed = saved.words + words
    if let command = try CommandParser<EmbedCommand>.parse(completed) {
      try saved.checkOutputs(among: CommandFiles(of: command), saidIn: words)
    }
    return completed
  }

  mutating func note(words: [String]) { self.words = words }

  func run(on console: Console) throws {
    let clock = ContinuousClock()
    let start = clock.now
    if input.path.isEmpty && recordedPath.isEmpty {
      throw Argument.edges(to: \EmbedCommand.input.path).missing
    }
    guard !output.isEmpty else {
      throw UsageError("say where to write the vectors: --output FILE, or - for standard output")
    }
    try validateWalks()
    try training.validate()
    try source.validate()
    try run.validate()
    guard format != nil || EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "the name '\(Excerpt.escaped(output))' ends with no known format; use one of "
          + EmbeddingFormat.endings + ", or say --format")
    }
    try OutputFile.requireWritable(output)
    let origin = try WalkOrigin(
      walks, on: input, recordedPath: recordedPath, threadCount: run.threadCount)
    try Embedding.check(origin.names, for: output, format: format)
    let initial = try source.start(for: origin.names, threadCount: run.threadCount)
    let checkpoints = try source.checkpoints(of: words)
    let trainer = try SkipGramTrainer(
      options: training, seed: run.seed, threadCount: run.threadCount)
    let memory = TrainingMemory(
      try origin.memoryEstimate(of: trainer, options: walks.options), threadCount: run.threadCount)
    if !run.isQuiet {
      if !source.resumePath.isEmpty {
        let log = source.logPath.isEmpty ? "" : ", log \(source.logPath)"
        console.note("resume    \(source.resumePath): output \(output)\(log)")
      }
      announce(origin, memory, initial, on: console)
    }
    try memory.requireAvailable(isForced: input.isForced)

    var method = Node2Vec(seed: run.seed)
    method.walks = walks.options
    method.training = training
    method.threadCount = run.threadCount
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let interruption = checkpoints.map { _ in Interruption() }
    let log = try source.log(on: console)
    var loggedEpisode = -1
    var logError: FileError?
    var lacksCheckpoint = false
    let embedding = try stoppable(by: interruption) {
      try method.embed(
        origin, from: initial, checkpoints: checkpoints,
        onProgress: { state in
          if state.episode > loggedEpisode, logError == nil {
            loggedEpisode = state.episode
            do throws(FileError) {
              try log?.append(state.json(seconds: start.duration(to: clock.now).seconds))
            } catch {
              logError = error
            }
          }
          if let error = state.checkpointError, !lacksCheckpoint {
            lacksCheckpoint = true
            console.note("\(error); the run goes on, with the checkpoint before")
          }
          progress.update(state.fraction) { seconds in
            let rate = (Double(state.tokenCount) / seconds).countText
            let loss = state.loss.map { " · loss \(($0 * 1000).rounded() / 1000)" } ?? ""
            return "\(rate) tokens/s\(loss)"
          }
        }, shouldStop: { interruption?.signalNumber != nil })
    }
    try embedding.write(to: output, format: format)
    if printsDigest {
      try console.print(embedding.digest.hexadecimalText)
    }
    if !run.isQuiet {
      let seconds = start.duration(to: clock.now).seconds
      let target = output == "-" ? "standard output" : output
      let memory = MemoryUse.current.map { ", \($0.peak.mebibyteText) at the peak" } ?? ""
      console.note(
        "wrote     \(target): \(embedding.count.groupedText) vectors in "
          + "\(seconds.clockText)\(memory)")
    }
    // The vectors are worth more than the log of how they came about.
    if let logError { throw logError }
  }

  /// Checks the options of walks, whether they are made or read.
  private func validateWalks() throws {
    guard !recordedPath.isEmpty else {
      return try walks.validate(with: input)
    }
    try WalkOrigin.validate(recordedPath, edges: input.path, words: words)
  }

  /// Adds the signal to the error of a run that a signal stopped.
  private func stoppable<Result>(
    by interruption: Interruption?, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch TrainingError.stopped(let fraction, let checkpoint) {
      guard let signal = interruption?.signalNumber else {
        preconditionFailure("only a signal stops the run")
      }
      throw StoppedRun(fraction: fraction, checkpoint: checkpoint, signal: signal)
    }
  }

  private func announce(
    _ origin: WalkOrigin, _ memory: TrainingMemory, _ initial: WarmStart?, on console: Console
  ) {
    origin.announce(input, walks.options, path: recordedPath, on: console)
    for (index, line) in training.text.enumerated() {
      console.note("\(index == 0 ? "training " : "         ") \(line)")
    }
    if let initial {
      let frozenCount = initial.isFrozen.count(where: \.self)
      console.note(
        "start     \(initial.knownCount.groupedText) nodes from \(source.initialPath), "
          + "\(frozenCount.groupedText) of them frozen")
    }
    console.note("memory    \(memory.text)")
    let threads = "\(run.threadCount) thread\(run.threadCount == 1 ? "" : "s")"
    console.note("seed      \(run.seed) (\(threads))")
  }
}
