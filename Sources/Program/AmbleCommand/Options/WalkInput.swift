internal import Files
internal import Graphs
internal import RandomWalks
internal import Text

/// The walks that a command makes, and the file of node types that some of them require.
struct WalkInput: Sendable {
  var options = WalkOptions()
  /// The path of the file of types, or empty.
  var nodeTypesPath = ""

  static var commandLine: [Option<WalkInput>] {
    let parts =
      WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine + WalkOptions.strategyCommandLine
    return parts.map { $0.lifted(to: \WalkInput.options) } + [
      .value(
        "--node-types", to: \.nodeTypesPath,
        "For metapath: a file with a node and its type a line.", valueName: "FILE",
        property: "nodeTypesPath", file: .reads)
    ]
  }

  /// Checks that every option is in range, and that required ones are given.
  ///
  /// - Parameter graph: The options for reading the graph.
  /// - Throws: `OptionError` or `UsageError` for the first violation.
  func validate(with graph: GraphInput) throws {
    try options.validate()
    let strategy = options.impliedStrategy
    if strategy.need == .nodeTypes && nodeTypesPath.isEmpty {
      let who = options.metapath.isEmpty ? "\(strategy.rawValue) walks need" : "--metapath needs"
      throw UsageError("\(who) the types of nodes: --node-types FILE")
    }
    if strategy.need != .nodeTypes && !nodeTypesPath.isEmpty {
      throw UsageError("--node-types is for walks along a metapath: --metapath user,item")
    }
    if strategy.need == .times && graph.options.columns?.columns.contains(.time) != true {
      throw UsageError(
        "\(strategy.rawValue) walks need to know where the time is: --columns source,target,time")
    }
  }

  /// Reads a graph and prepares walks on it.
  ///
  /// - Parameters:
  ///   - input: The edge list, and the options for reading it.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The edge list and the walks; they number the nodes in the same way.
  /// - Throws: The errors of reading the edge list and the types, and `UnfitMetapath`.
  func prepare(
    on input: GraphInput, threadCount: Int
  ) throws -> (edgeList: EdgeList, walk: any RandomWalk) {
    switch options.impliedStrategy.need {
    case .times:
      let (edgeList, temporal) = try input.readWithTimes(threadCount: threadCount)
      return (edgeList, try options.walk(on: temporal, threadCount: threadCount))
    case .nodeTypes:
      let edgeList = try input.read(threadCount: threadCount)
      let types = try NodeTypes(
        TextTable(contentsOf: nodeTypesPath), of: edgeList.graph.names)
      do {
        let walk = try options.walk(
          on: edgeList.graph, nodeTypes: types, threadCount: threadCount)
        return (edgeList, walk)
      } catch let error as MetapathError {
        throw UnfitMetapath(error: error, nodeTypesPath: nodeTypesPath)
      }
    case .graph:
      let edgeList = try input.read(threadCount: threadCount)
      return (edgeList, try options.walk(on: edgeList.graph, threadCount: threadCount))
    }
  }
}

/// A metapath does not match a file of types.
struct UnfitMetapath: Remediable {
  let error: MetapathError
  let nodeTypesPath: String

  func message(_ option: (_ property: String) -> String?) -> String {
    "\(nodeTypesPath): \(option("metapath") ?? "the metapath") \(error.reason)"
  }
}
