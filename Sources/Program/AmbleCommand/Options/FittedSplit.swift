internal import Evaluation
internal import Graphs
internal import Text

/// The split of a command that takes edges out, where the command line leaves it open how many.
struct FittedSplit {
  let options: EdgeSplitOptions
  /// What differs from the defaults, as a message; nil if nothing does.
  let note: String?

  /// Adapts a split to a graph, except for what the command line says.
  ///
  /// - Parameters:
  ///   - options: The options of the command.
  ///   - graph: The graph.
  ///   - words: The command line.
  init(_ options: EdgeSplitOptions, of graph: Graph, saidIn words: [String]) {
    func isSaid(_ name: String) -> Bool {
      words.contains { $0 == name || $0.hasPrefix("\(name)=") }
    }
    let fitted = options.fitted(to: graph)
    if fitted.kind != options.kind, !isSaid("--split"), !isSaid("--test") {
      self.options = fitted
      note =
        "no edge can be taken out without cutting the graph in two: the split is random, which "
        + "cuts it; --split says otherwise"
    } else if fitted.kind == options.kind, fitted.testShare < options.testShare, !isSaid("--test") {
      self.options = fitted
      note =
        "only \((100 * fitted.testShare).significant(2)) % of the edges can be taken out without "
        + "cutting the graph in two, instead of \((100 * options.testShare).shortText) %: --split "
        + "random takes any"
    } else {
      self.options = options
      note = nil
    }
  }
}
