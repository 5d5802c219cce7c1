internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Graphs
internal import Names
internal import SkipGramTraining
internal import SystemLibrary
internal import Text

/// The initial vectors of a training run, and the files that it writes during the run.
struct TrainingInput: Sendable {
  var checkpointPath = ""
  var checkpointInterval = TimeSpan(seconds: 0)
  var resumePath = ""
  var initialPath = ""
  var freezePath = ""
  var logPath = ""
  /// How the vectors to start from are read.
  var reading = VectorReading()

  static var commandLine: [Option<TrainingInput>] {
    [
      .value(
        "--checkpoint", to: \.checkpointPath,
        "A folder to leave checkpoints in; Ctrl-C, SIGTERM and SIGHUP then stop in good order.",
        valueName: "DIR",
        file: .writes { $0.resumePath.isEmpty ? Self.files(in: $1) : [] }),
      .value(
        "--every", to: \.checkpointInterval,
        "The time between two checkpoints; 0s: one after every episode.",
        property: "checkpointInterval"),
      .value(
        "--resume", to: \.resumePath,
        "Go on from the checkpoints in this folder; all else is as when the run began. Files that "
          + "the run writes are taken from the folder only if they lie beside it or in the current "
          + "folder and replace nothing; otherwise say --output again.",
        valueName: "DIR", file: .writes { Self.files(in: $1) }),
      .value(
        "--initial", to: \.initialPath,
        "Vectors to start from, in any format; nodes that the file does not have start at random.",
        valueName: "FILE", file: .reads { EmbeddingFormat.paths(of: $1, as: nil) }),
      .value(
        "--freeze", to: \.freezePath,
        "A file of nodes, a name a line, that keep the vectors of --initial.", valueName: "FILE",
        file: .reads),
      .value(
        "--log", to: \.logPath,
        "A file that gets a line of JSON after every episode; - is standard output.",
        valueName: "FILE", file: .writes),
    ]
  }

  /// Checks that the options are compatible.
  ///
  /// - Throws: `UsageError` if they are not.
  func validate() throws(UsageError) {
    if !freezePath.isEmpty && initialPath.isEmpty {
      throw UsageError("--freeze needs --initial, whose vectors the nodes keep")
    }
    guard checkpointInterval.seconds >= 0 else {
      throw UsageError(
        "--every must be 0 or more seconds, not \(checkpointInterval.seconds.shortText)")
    }
    if checkpointInterval.seconds > 0 && checkpointPath.isEmpty && resumePath.isEmpty {
      throw UsageError("--every needs --checkpoint")
    }
  }

  /// Reads the initial vectors.
  ///
  /// - Throws: The errors of the files, and `UsageError` for a node to freeze that has no vector.
  func start(for nodes: NameList, threadCount: Int) throws -> WarmStart? {
    guard !initialPath.isEmpty else { return nil }
    let embedding = try reading.read(initialPath, threadCount: threadCount)
    var start = WarmStart(from: embedding, for: nodes)
    if !freezePath.isEmpty {
      let names = try QueryNames([], file: freezePath, known: embedding.names).names
      let frozen = Set(names.compactMap { nodes.index(of: $0).map { Node($0) } })
      start.freeze { frozen.contains($0) }
    }
    return start
  }

  /// Creates the folder of checkpoints, and stores the command line in it for `--resume`.
  ///
  /// - Throws: `FileError` if it cannot be written, `UsageError` for words that cannot be stored.
  func checkpoints(of words: [String]) throws -> Checkpoints? {
    let path = resumePath.isEmpty ? checkpointPath : resumePath
    guard !path.isEmpty else { return nil }
    if resumePath.isEmpty {
      if let word = words.first(where: SavedRun.hasControlCharacters) {
        throw UsageError(
          "a run with checkpoints can have no control characters in its command line, "
            + "as in \(Excerpt.quoted(word.utf8))")
      }
      OpenFile.createFolder(path)
      var file = try OutputFile(SavedRun.commandPath(in: path))
      try file.write(words.joined(separator: "\n"))
      try file.commit()
    }
    var checkpoints = Checkpoints(directory: path)
    checkpoints.interval = checkpointInterval.seconds
    checkpoints.resumes = !resumePath.isEmpty
    return checkpoints
  }

  /// Opens the log, if one is requested.
  ///
  /// - Parameter console: Has the standard output, for `-`.
  /// - Returns: The log, or nil if there is none.
  /// - Throws: `FileError` if it cannot be written.
  func log(on console: Console) throws -> LineLog? {
    logPath.isEmpty
      ? nil : try LineLog(logPath, appends: !resumePath.isEmpty, on: console)
  }

  /// The files that a run writes to a folder of checkpoints.
  private static func files(in folder: String) -> [String] {
    [SavedRun.commandPath(in: folder), "\(folder)/checkpoint-0", "\(folder)/checkpoint-1"]
  }
}

extension TrainingProgress {
  /// The progress as a line of a log.
  func json(seconds: Double) -> JSONValue {
    [
      "episode": .integer(episode), "episodes": .integer(episodeCount),
      "fraction": .double(fraction), "tokens": .integer(tokenCount), "seconds": .double(seconds),
      "rate": .double(learningRate), "loss": loss.map { .double($0) } ?? nil,
    ]
  }
}
