internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Names
internal import Parallel
internal import RandomNumbers
internal import SystemLibrary

/// The speed of writing and reading vector files, compared with gensim.
enum FilesBenchmark: Benchmark {
  static let name = "files"
  static let usage = """
    [--rows N] [--dimensions N] [--threads N] [--runs N] [--seed N] [--gensim PYTHON]
      Writes and reads word2vec's text and binary format, and maps a NumPy array. With --gensim, a
      Python that has gensim does the same in turn: amble-benchmark files --gensim python3
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let rowCount = max(1, try words.take("--rows", or: 100_000))
    let dimensions = max(1, try words.take("--dimensions", or: 100))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let runCount = max(1, try words.take("--runs", or: 3))
    let seed = try words.take("--seed", or: UInt64(1))
    let python = try words.take("--gensim", or: "")
    try words.finish()
    let embedding = embedding(rowCount: rowCount, dimensions: dimensions, seed: seed)
    let base = "\(temporaryFolder)/amble-benchmark-\(getpid())"
    let (text, binary, array) = ("\(base).emb", "\(base).bin", "\(base).npy")
    defer {
      for path in [text, binary, array, "\(base).nodes.txt"] { _ = unsafe unlink(path) }
    }
    let peer = try BenchmarkPeer(
      python: python, script: "files_gensim.py",
      arguments: [rowCount, dimensions, Int(clamping: seed)])
    print(
      "\(rowCount) rows of \(dimensions), \(threadCount) threads, \(runCount) turns; the peer is "
        + peer.name)
    var results = PairedTimes(turnCount: runCount)
    try results.measure("write word2vec text", beside: peer) {
      try embedding.write(to: text, threadCount: threadCount)
    }
    try results.measure("read word2vec text", beside: peer) {
      _ = try Embedding(contentsOf: text, threadCount: threadCount)
    }
    try results.measure("write word2vec binary", beside: peer) {
      try embedding.write(to: binary, threadCount: threadCount)
    }
    try results.measure("read word2vec binary", beside: peer) {
      _ = try Embedding(contentsOf: binary, threadCount: threadCount)
    }
    try embedding.write(to: array, threadCount: threadCount)
    try results.measure("map npy", beside: peer) {
      _ = try Embedding(contentsOf: array, threadCount: threadCount)
    }
    results.print()
  }

  /// Vectors as training leaves them: normally distributed around 0, with all digits.
  private static func embedding(rowCount: Int, dimensions: Int, seed: UInt64) -> Embedding {
    var generator = SplitMix64(seed: seed)
    let vectors = (0..<rowCount * dimensions).map { _ in
      Float((generator.nextUnit() + generator.nextUnit() + generator.nextUnit() - 1.5) * 0.6)
    }
    let names = NameList((0..<rowCount).map { "n\($0)" }) ?? NameList(count: rowCount)
    return Embedding(names: names, dimensions: dimensions, vectors: vectors)
  }
}
