internal import EmbeddingTables
internal import NearestNeighbors
internal import Parallel

/// The speed of finding the nearest rows of a large table, compared with gensim and NumPy.
enum QueryBenchmark: Benchmark {
  static let name = "query"
  static let usage = """
    [--rows N] [--dimensions N] [--queries N] [--count N] [--threads N] [--runs N] [--seed N]
    [--python PYTHON]
      Finds the --count nearest of all rows for each query by every metric, all queries at once,
      then one alone. With --python, a Python that has gensim and numpy does the same in turn, by
      `most_similar` and by a matrix product and `argpartition`:
      amble-benchmark query --python python3
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let rowCount = try words.take("--rows", or: 1_000_000)
    let dimensions = try words.take("--dimensions", or: 128)
    let queryCount = min(rowCount, max(1, try words.take("--queries", or: 1000)))
    let count = max(1, try words.take("--count", or: 10))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let runCount = max(1, try words.take("--runs", or: 1))
    let seed = try words.take("--seed", or: UInt64(1))
    let python = try words.take("--python", or: "")
    try words.finish()
    let embedding = try SampleVectors.normal.embedding(
      rowCount: rowCount, dimensions: dimensions, seed: seed)
    let peer = try BenchmarkPeer(
      python: python, script: "query_gensim.py",
      arguments: [rowCount, dimensions, queryCount, count, threadCount, Int(clamping: seed)])
    print(
      "top \(count) of \(rowCount) rows of \(dimensions) for \(queryCount) queries, "
        + "\(threadCount) threads, \(runCount) turns; the peer is \(peer.name)")
    let vectors = embedding.vectors.extracting(0..<queryCount * dimensions)
    let queries = [Float](capacity: vectors.count) { queries in
      for place in vectors.indices { queries.append(vectors[place]) }
    }
    let first = Array(queries.prefix(dimensions))
    func search(_ metric: VectorMetric) throws -> ExactSearch {
      try ExactSearch(embedding, metric: metric, threadCount: threadCount)
    }
    var results = PairedTimes(turnCount: runCount)
    for task in ["cosine, numpy", "cosine, gensim"] {
      try results.measure(task, beside: peer) {
        _ = try search(.cosine).neighbors(of: queries, count: count)
      }
    }
    for metric in [VectorMetric.dot, .euclidean] {
      try results.measure("\(metric.rawValue), numpy", beside: peer) {
        _ = try search(metric).neighbors(of: queries, count: count)
      }
    }
    for task in ["one cosine, numpy", "one cosine, gensim"] {
      try results.measure(task, beside: peer) {
        _ = try search(.cosine).neighbors(of: first, count: count)
      }
    }
    results.print()
  }
}
