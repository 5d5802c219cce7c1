internal import Text
internal import EmbeddingTables
internal import Files
internal import NearestNeighbors
internal import Parallel

/// The options for searching near vectors.
struct SearchOptions: Sendable {
  var metric = VectorMetric.cosine
  var isApproximate = false
  /// The requested recall; nil for the default.
  var recall: Double?
  var indexPath: String?
  var threadCount = processorCount

  private static let standardRecall = 0.95

  static var commandLine: [Option<SearchOptions>] {
    [
      .value("--metric", to: \.metric, "How nearness is measured."),
      .flag(
        "--approximate", to: \.isApproximate,
        "Look at a part of the vectors only, by an index (HNSW) that is built first: worth it for "
          + "very many queries, or with --index."),
      .value(
        "--recall", to: \.recall,
        "The part of the true neighbors that --approximate is to find, \(standardRecall) unless "
          + "said otherwise; what is reached is measured and stated."),
      .value(
        "--index", to: \.indexPath,
        "Keep the index of --approximate in this file: read it if it is there, else write it.",
        valueName: "FILE", file: .writes),
      .value("--threads", to: \.threadCount, "How many threads work."),
    ]
  }

  /// Checks that every option is in range and has an effect.
  ///
  /// - Throws: `UsageError` for the first that does not.
  func validate() throws(UsageError) {
    guard (1...1024).contains(threadCount) else {
      throw UsageError("--threads must be from 1 to 1024, not \(threadCount)")
    }
    if let recall, !(recall > 0 && recall <= 1) {
      throw UsageError("--recall must be more than 0 and at most 1, not \(recall)")
    }
    guard isApproximate || recall == nil else {
      throw UsageError("--recall has no effect without --approximate")
    }
    guard isApproximate || indexPath == nil else {
      throw UsageError("--index has no effect without --approximate")
    }
  }

  /// Prepares a search; if it is approximate, prints its recall on the console.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - count: The number of neighbors that searches will ask for.
  ///   - console: The console for the message.
  /// - Returns: The search, and its recall if it is approximate.
  /// - Throws: `FileError` if the index file cannot be read or written.
  func search(
    of embedding: Embedding, count: Int, on console: Console
  ) throws -> (search: any NeighborSearch, recall: Double?) {
    guard isApproximate else {
      return (try ExactSearch(embedding, metric: metric, threadCount: threadCount), nil)
    }
    var index = try index(of: embedding)
    let recall = try index.widen(toRecall: self.recall ?? Self.standardRecall, count: count)
    console.note(
      "approximate: finds \(recall.decimals(3)) of the true neighbors (\(count) each of 200 nodes, "
        + "search width \(index.searchWidth))")
    return (index, recall)
  }

  private func index(of embedding: Embedding) throws -> HNSWIndex {
    if let indexPath, InputFile.exists(indexPath) {
      return try HNSWIndex(
        contentsOf: indexPath, of: embedding, metric: metric, threadCount: threadCount)
    }
    let index = try HNSWIndex(embedding, metric: metric, threadCount: threadCount)
    if let indexPath { try index.write(to: indexPath) }
    return index
  }
}

extension VectorMetric: OptionChoice {}
