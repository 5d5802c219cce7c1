internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Parallel
internal import Projections
internal import SystemLibrary

/// The speed of projecting vectors onto a plane, and how well neighbors are preserved, compared
/// with scikit-learn and openTSNE.
enum ProjectBenchmark: Benchmark {
  static let name = "project"
  static let usage = """
    [VECTORS] [--rows N] [--dimensions N] [--threads N] [--runs N] [--seed N] [--python PYTHON]
      Without VECTORS, finds and applies two principal components of a table that is mapped from a
      file of --rows vectors; with VECTORS (.npy), places them by t-SNE and says what that keeps.
      With --python, a Python that has scikit-learn, and openTSNE for the second, does the same:
      amble-benchmark project cora.npy --python python3
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let path = words.takeArgument()
    let rowCount = max(2, try words.take("--rows", or: 1_000_000))
    let dimensions = max(2, try words.take("--dimensions", or: 128))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let runCount = max(1, try words.take("--runs", or: 3))
    let seed = try words.take("--seed", or: UInt64(1))
    let python = try words.take("--python", or: "")
    try words.finish()
    if let path {
      try placeByNeighbors(path, threadCount: threadCount, python: python)
      return
    }
    let base = "\(temporaryFolder)/amble-benchmark-\(getpid())"
    let file = "\(base).npy"
    defer { for path in [file, "\(base).nodes.txt"] { _ = unsafe unlink(path) } }
    try SampleVectors.clusters.embedding(rowCount: rowCount, dimensions: dimensions, seed: seed)
      .write(to: file, threadCount: threadCount)
    let peer = try BenchmarkPeer(
      python: python, script: "project_sklearn.py", arguments: [file, threadCount])
    print(
      "two principal components of \(rowCount) rows of \(dimensions), mapped from a file, "
        + "\(threadCount) threads, \(runCount) turns; the peer is \(peer.name)")
    var results = PairedTimes(turnCount: runCount)
    try results.measure("principal components", beside: peer) {
      let embedding = try Embedding(contentsOf: file, threadCount: threadCount)
      let components = try PrincipalComponents(of: embedding, threadCount: threadCount)
      _ = try components.transform(embedding.vectors, threadCount: threadCount)
    }
    results.print()
  }

  /// Places vectors by t-SNE, and compares time and quality with those of others.
  private static func placeByNeighbors(
    _ path: String, threadCount: Int, python: String
  ) throws {
    let embedding = try Embedding(contentsOf: path, threadCount: threadCount)
    let places = "\(temporaryFolder)/amble-benchmark-\(getpid()).npy"
    defer { _ = unsafe unlink(places) }
    var table = ResultTable(
      "places by", "s", "CPU s", "trustworthiness", "continuity", "of 15 neighbors kept")
    func append(
      _ name: String, _ coordinates: [SIMD2<Double>], wall: Double, processor: Double
    ) throws {
      let quality = try ProjectionQuality(of: coordinates, for: embedding, threadCount: threadCount)
      table.append(
        name, wall.decimals(1), processor.decimals(1),
        quality.trustworthiness.decimals(4), quality.continuity.decimals(4),
        quality.keptShare.decimals(3))
    }
    for method in PlaneProjection.Method.allCases {
      var options = PlaneProjection.Options()
      options.method = method
      let (found, time) = try Stopwatch.measure {
        try PlaneProjection(of: embedding, options: options, threadCount: threadCount)
      }
      try append(
        "Amble, \(method.rawValue)", found.coordinates, wall: time.wallSeconds,
        processor: time.processorSeconds)
    }
    if !python.isEmpty {
      let peer = try BenchmarkPeer(
        python: python, script: "project_tsne.py", arguments: [path, places, threadCount])
      print("the peer is \(peer.name)")
      for task in ["openTSNE", "scikit-learn"] {
        guard let reading = try peer.reading(of: task) else { continue }
        try append(
          task, points(of: try Embedding(contentsOf: places)), wall: reading.wallSeconds,
          processor: reading.processorSeconds)
      }
    }
    print("\(embedding.count) vectors of \(embedding.dimensions), \(threadCount) threads")
    table.print()
  }

  private static func points(of places: Embedding) -> [SIMD2<Double>] {
    (0..<places.count).map { SIMD2(Double(places[$0][0]), Double(places[$0][1])) }
  }
}
