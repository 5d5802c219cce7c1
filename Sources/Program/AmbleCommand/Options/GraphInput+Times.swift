internal import Evaluation
internal import Files
internal import Graphs

extension GraphInput {
  /// Reads the edge list, and the times of its edges if a split needs them.
  ///
  /// - Parameters:
  ///   - kind: The kind of split.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The edge list, and the times, or nil if the split does not need them.
  /// - Throws: `UsageError` if no column holds times, and the errors of reading.
  func read(
    for kind: EdgeSplitOptions.Kind, threadCount: Int
  ) throws -> (edgeList: EdgeList, times: EdgeTimes?) {
    guard kind == .temporal else { return (try read(threadCount: threadCount), nil) }
    guard options.columns != nil else {
      throw UsageError(
        "a temporal split needs a column of times: say --columns source,target,time")
    }
    let (edgeList, temporal) = try readWithTimes(threadCount: threadCount)
    return (edgeList, EdgeTimes(of: temporal))
  }

  /// Reads the file once, both as an edge list and as a temporal graph.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: Both; they number the nodes in the same way.
  /// - Throws: The errors of reading.
  func readWithTimes(
    threadCount: Int
  ) throws -> (edgeList: EdgeList, temporal: TemporalGraph) {
    try requireMemory(threadCount: threadCount)
    let bytes = try InputFile.read(path)
    let temporal = try TemporalGraph(
      edgeList: bytes, named: path, options: options, threadCount: threadCount)
    let edgeList = try EdgeList(bytes, named: path, options: options, threadCount: threadCount)
    return (edgeList, temporal)
  }
}
