internal import Evaluation

extension EdgeSplitOptions {
  /// The options of every command that splits a graph.
  static var commandLine: [Option<EdgeSplitOptions>] {
    [
      .value(
        "--split", to: \.kind,
        "How edges are taken out: keeping components connected, at random, the latest by time "
          + "(name the column: --columns source,target,time), or all but one of some nodes."),
      .value("--test", to: \.testShare, "The share of edges to be found in the test."),
      .value(
        "--validation", to: \.validationShare,
        "The share of edges to choose parameters and operators by."),
      .value(
        "--classifier", to: \.classifierShare,
        "The share of edges set apart to train classifiers on; 0 trains them on the edges that "
          + "are left."),
      .value(
        "--non-edges", to: \.negatives,
        "Which pairs without an edge the edges are told apart from."),
      .flag(
        "--ignore-sides", to: \.respectsSides, is: false,
        "In a bipartite graph, take pairs within a side as well."),
    ]
  }
}

extension EdgeSplitOptions.Kind: OptionChoice {}
extension EdgeSplitOptions.Negatives: OptionChoice {}

/// The operators of a command: a list, or all.
struct OperatorList: OptionValue {
  var operators: [EdgeOperator]

  init(_ operators: [EdgeOperator]) {
    self.operators = operators
  }

  init?(optionText: String) {
    if optionText == "all" {
      self.init(EdgeOperator.allCases)
      return
    }
    let operators = optionText.split(separator: ",", omittingEmptySubsequences: false)
      .map { EdgeOperator(rawValue: String($0)) }
    let known = operators.compactMap(\.self)
    guard known.count == operators.count, Set(known).count == known.count else { return nil }
    self.init(known)
  }

  var optionText: String? {
    operators == EdgeOperator.allCases
      ? "all" : operators.map(\.rawValue).joined(separator: ",")
  }
  static var valueName: String { "LIST" }
  static var accepted: String {
    "all, or some of " + EdgeOperator.allCases.map(\.rawValue).joined(separator: ",")
      + ", each once"
  }
}
