internal import Files
internal import Graphs

/// A graph of the study of budgets, and the labels of its nodes if there are some.
struct BudgetGraph {
  let graph: Graph
  let labels: NodeLabels?

  /// Reads `edges.txt` or `edges.txt.gz`, and `labels.txt`, from a graph's folder.
  ///
  /// - Throws: The errors of the files. Weights are left out if they cannot be used: negative ones
  ///   of signed graphs.
  init(_ name: String, in folder: String, threadCount: Int) throws {
    let path = "\(folder)/\(name)/edges.txt"
    let edges = InputFile.exists(path) ? path : path + ".gz"
    do {
      graph = try Graph(contentsOf: edges, threadCount: threadCount)
    } catch is EdgeListError {
      var options = EdgeListOptions()
      options.ignoresWeights = true
      graph = try Graph(contentsOf: edges, options: options, threadCount: threadCount)
    }
    let labelsPath = "\(folder)/\(name)/labels.txt"
    labels =
      InputFile.exists(labelsPath)
      ? try NodeLabels(contentsOf: labelsPath, nodes: graph.names, unknownNodes: .areSkipped) : nil
  }
}
