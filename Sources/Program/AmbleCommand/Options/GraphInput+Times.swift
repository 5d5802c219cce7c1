internal import Evaluation
internal import Graphs

extension GraphInput {
  /// Reads the times of the edges, where a split needs them.
  ///
  /// - Parameters:
  ///   - kind: How edges are taken out.
  ///   - threadCount: The largest number of threads.
  /// - Returns: The times, or nil where the split needs none.
  /// - Throws: `UsageError` when there is no file or column to read them from, and what reading throws.
  func times(for kind: EdgeSplitOptions.Kind, threadCount: Int) throws -> EdgeTimes? {
    guard kind == .temporal else { return nil }
    guard path != "-" else {
      throw UsageError("a temporal split reads the edges twice: give a file, not -")
    }
    guard options.columns != nil else {
      throw UsageError(
        "a temporal split needs a column of times: say --columns source,target,time")
    }
    return EdgeTimes(
      of: try TemporalGraph(contentsOf: path, options: options, threadCount: threadCount))
  }
}
