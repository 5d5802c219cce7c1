internal import Graphs

extension EdgeListError: Remediable {
  func message(_ option: (_ property: String) -> String?) -> String {
    if case .optionWithFormat(let property, let format) = reason {
      return EdgeListError(
        file: file, line: line,
        reason: .optionWithFormat(option(property) ?? property, format: format)
      ).description
    }
    return description + (remedy?.text(option) ?? "")
  }
}

extension EdgeListError.Remedy {
  /// The text to append to the error's description.
  fileprivate func text(_ option: (_ property: String) -> String?) -> String? {
    switch self {
    case .describeColumns:
      guard let delimiter = option("delimiter"), let columns = option("columns") else {
        return nil
      }
      return " (see \(delimiter), \(columns))"
    case .nameColumns(let columns):
      // A line of a hundred columns is no edge list, and the advice would be as long as the line.
      guard columns.columns.count <= 20 else { return nil }
      return option("columns").map { ", such as \($0) \(columns)" }
    case .ignoreWeights:
      return option("ignoresWeights").map { "; \($0) reads the edges without weights" }
    case .dropZeroWeights:
      return option("zeroWeights").map { "; \($0) drop leaves such edges out" }
    case .keepOneParallelEdge:
      return option("parallelEdges").map { "; \($0) first or max keeps one of them" }
    case .readAdjacency:
      return option("layout").map { "; \($0) adjacency reads a node and its neighbors in each" }
    case .declareNodes:
      guard let nodes = option("nodesPath"), let columns = option("columns") else { return nil }
      return
        "; \(nodes) takes it beside a file of edges, \(columns) source,target reads it as edges"
    case .readEdges:
      return option("layout").map { "; \($0) edges reads it as the name of one node" }
    case .chooseMember:
      return option("member").map { "; \($0) NAME reads one of them" }
    case .chooseLayout(let columns):
      guard let layout = option("layout"), let list = option("columns") else { return nil }
      return "; say \(layout) matrix, \(layout) adjacency or \(list) \(columns)"
    case .chooseDirections:
      guard let one = option("directed"), let both = option("ignoresDirections") else {
        return nil
      }
      return "; \(one) reads it so, \(both) makes them lead both ways"
    case .skipColumn:
      return option("columns").map {
        "; \($0) source,target,_ or source,_,target reads the nodes alone"
      }
    case .markComments:
      return option("comments").map { "; \($0) '#' leaves such lines out" }
    case .readLatin1:
      return option("encoding").map { "; \($0) latin1 reads Western European text" }
    case .mergeParallelEdges:
      return option("parallelEdges").map { "; \($0) sum, first or max merges them" }
    }
  }
}

extension UnknownNodeError: Remediable {
  func message(_ option: (_ property: String) -> String?) -> String {
    description + (option("skipUnknown").map { "; \($0) leaves out such lines" } ?? "")
  }
}
