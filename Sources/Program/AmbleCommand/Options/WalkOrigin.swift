internal import EmbeddingTables
internal import Files
internal import Graphs
internal import Names
internal import NodeEmbedding
internal import RandomWalks
internal import SkipGramTraining
internal import Text

/// The walks that vectors are trained on: made on a graph, or read from a file.
enum WalkOrigin {
  case made(EdgeList, any RandomWalk)
  /// The walks, and the graph whose nodes they visit, if it was given.
  case recorded(RecordedWalks, EdgeList?)

  /// Reads the graph and the walks.
  ///
  /// - Parameters:
  ///   - walks: The walks to make if none are read.
  ///   - input: The edge list; its path is empty if only walks are given.
  ///   - recordedPath: The file of walks, or empty.
  ///   - threadCount: The maximum number of threads.
  /// - Throws: The errors of reading.
  init(
    _ walks: WalkInput, on input: GraphInput, recordedPath: String, threadCount: Int
  ) throws {
    guard !recordedPath.isEmpty else {
      let (edgeList, walk) = try walks.prepare(on: input, threadCount: threadCount)
      self = .made(edgeList, walk)
      return
    }
    let edgeList = input.path.isEmpty ? nil : try input.read(threadCount: threadCount)
    self = .recorded(
      try RecordedWalks(contentsOf: recordedPath, names: edgeList?.graph.names), edgeList)
  }

  /// Checks that no option is given that has no effect on walks that are read.
  ///
  /// - Parameters:
  ///   - path: The file of walks.
  ///   - edges: The edge list, or empty.
  ///   - words: The command line.
  /// - Throws: `UsageError` for the first option without effect, or a path that is a number.
  static func validate(_ path: String, edges: String, words: [String]) throws(UsageError) {
    if Int(path) != nil, !InputFile.exists(path) {
      throw UsageError(
        "--walks names a file of walks, and there is no file \(path); --walks-per-node says how "
          + "many walks start at each node")
    }
    if path == "-" && edges == "-" {
      throw UsageError("EDGES and --walks cannot both be standard input")
    }
    let names = words.map { String($0.prefix { $0 != "=" }) }
    func given(_ options: [String]) -> String? { names.first { options.contains($0) } }
    if let name = given(WalkInput.commandLine.flatMap(\.names)) {
      throw UsageError("\(name) has no effect with --walks, whose walks are made already")
    }
    if edges.isEmpty, let name = given(GraphInput.commandLine.flatMap(\.names)) {
      throw UsageError("\(name) has no effect with --walks alone: it is for reading EDGES")
    }
  }

  /// The names of the nodes.
  var names: NameList {
    switch self {
    case .made(let edgeList, _): edgeList.graph.names
    case .recorded(let walks, _): walks.names
    }
  }

  /// Says what is trained on.
  func announce(
    _ input: GraphInput, _ options: WalkOptions, path: String, on console: Console
  ) {
    switch self {
    case .made(let edgeList, _):
      input.announce(edgeList, on: console)
      console.note("walks     \(options.text(on: edgeList.graph))")
    case .recorded(let walks, let edgeList):
      if let edgeList { input.announce(edgeList, on: console) }
      console.note(
        "walks     \(path == "-" ? "standard input" : path): \(walks.walkCount.groupedText) walks, "
          + "\(walks.nodeCount.groupedText) nodes, \(walks.tokenCount.groupedText) in all walks")
      let unvisitedCount = walks.unvisitedNodeCount
      if unvisitedCount > 0 {
        console.note(
          "note      \(unvisitedCount.groupedText) of the nodes are in no walk: their vectors stay "
            + "as they began")
      }
    }
  }

  /// The memory that training on the walks takes.
  func memoryEstimate(
    of trainer: SkipGramTrainer, options: WalkOptions
  ) throws -> MemoryEstimate {
    switch self {
    case .made(_, let walk):
      try trainer.memoryEstimate(for: WalkCorpus(walk, options: options, seed: 1))
    case .recorded(let walks, _): try trainer.memoryEstimate(for: walks)
    }
  }
}

extension Node2Vec {
  /// Learns vectors from walks of either origin.
  func embed(
    _ origin: WalkOrigin, from start: WarmStart?, checkpoints: Checkpoints?,
    onProgress: (TrainingProgress) -> Void, shouldStop: () -> Bool
  ) throws -> Embedding {
    switch origin {
    case .made(_, let walk):
      try embed(
        walk, from: start, checkpoints: checkpoints, onProgress: onProgress,
        shouldStop: shouldStop)
    case .recorded(let walks, _):
      try embed(
        walks, from: start, checkpoints: checkpoints, onProgress: onProgress,
        shouldStop: shouldStop)
    }
  }
}
