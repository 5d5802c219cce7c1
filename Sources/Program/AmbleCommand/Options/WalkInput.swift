internal import Files
internal import Graphs
internal import RandomWalks
internal import Text

/// The walks that a command makes, and the file of node types that some of them need.
struct WalkInput: Sendable {
  var options = WalkOptions()
  /// The file of types, or empty.
  var nodeTypesPath = ""

  static var commandLine: [Option<WalkInput>] {
    let parts =
      WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine + WalkOptions.strategyCommandLine
    return parts.map { $0.lifted(to: \WalkInput.options) } + [
      .value(
        "--node-types", to: \.nodeTypesPath,
        "For metapath: a file with a node and its type a line.", valueName: "FILE",
        property: "nodeTypesPath")
    ]
  }

  /// Checks that every option lies in its range, and that what belongs together is there.
  ///
  /// - Parameter graph: How the graph will be read.
  /// - Throws: `OptionError` or `UsageError` for the first that does not.
  func validate(with graph: GraphInput) throws {
    try options.validate()
    let strategy = options.impliedStrategy
    if strategy == .metapath && nodeTypesPath.isEmpty {
      throw UsageError("--metapath needs the types of nodes: --node-types FILE")
    }
    if strategy != .metapath && !nodeTypesPath.isEmpty {
      throw UsageError("--node-types is for walks along a metapath: --metapath user,item")
    }
    if strategy == .temporal && graph.options.columns?.columns.contains(.time) != true {
      throw UsageError(
        "temporal walks need to know where the time is: --columns source,target,time")
    }
  }

  /// Reads a graph and prepares walks on it.
  ///
  /// - Parameters:
  ///   - input: The edge list, and how it is read.
  ///   - threadCount: The largest number of threads.
  /// - Returns: The edge list and the walks; they number the nodes alike.
  /// - Throws: Errors of reading the edge list and the types, and `UnfitMetapath`.
  func prepare(
    on input: GraphInput, threadCount: Int
  ) throws -> (edgeList: EdgeList, walk: any RandomWalk) {
    switch options.impliedStrategy {
    case .temporal:
      let bytes = try InputFile.read(input.path)
      let temporal = try TemporalGraph(
        edgeList: bytes, named: input.path, options: input.options, threadCount: threadCount)
      let edgeList = try EdgeList(
        bytes, named: input.path, options: input.options, threadCount: threadCount)
      return (edgeList, TemporalWalk(on: temporal))
    case .metapath:
      let edgeList = try input.read(threadCount: threadCount)
      let types = try NodeTypes(
        TextTable(contentsOf: nodeTypesPath), of: edgeList.graph.names)
      do throws(MetapathError) {
        let walk = try options.walk(on: edgeList.graph, types: types, threadCount: threadCount)
        return (edgeList, walk)
      } catch {
        throw UnfitMetapath(error: error, nodeTypesPath: nodeTypesPath)
      }
    default:
      let edgeList = try input.read(threadCount: threadCount)
      guard let walk = options.walk(on: edgeList.graph, threadCount: threadCount) else {
        preconditionFailure("only temporal walks and metapaths need more than a graph")
      }
      return (edgeList, walk)
    }
  }
}

/// The error of a metapath that does not go with a file of types.
struct UnfitMetapath: Error, CustomStringConvertible {
  let error: MetapathError
  let nodeTypesPath: String

  var description: String { "\(nodeTypesPath): \(error)" }
}
