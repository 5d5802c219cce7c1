internal import Graphs
internal import Text

extension EdgeListSummary {
  /// How the file was interpreted, as text.
  var formatText: String {
    switch format {
    case .adjacency: return "\(format.rawValue) separated by \(delimiter.rawValue)"
    case .edgeList:
      let columns = hasAttributes ? "\(columns.description), attributes" : columns.description
      let sides = isTwoSided ? ", two-sided" : ""
      let header = header.map { ", header \($0)" } ?? ""
      return "\(columns) separated by \(delimiter.rawValue)\(sides)\(header)"
    default: return ([format.rawValue] + [remark].compactMap { $0 }).joined(separator: ", ")
    }
  }

  /// How the graph differs from the file, as text.
  var changes: [String] {
    let counts = [
      (isListedBothWays ? 0 : mergedEdgeCount, "repeated edges merged"),
      (selfLoopCount, dropsSelfLoops ? "self-loops dropped" : "self-loops kept"),
      (zeroWeightCount, "edges of weight 0 dropped"),
    ].filter { $0.0 > 0 }.map { "\($0.0.groupedText) \($0.1)" }
    return counts + (isListedBothWays ? ["each listed both ways"] : [])
  }

  /// What may surprise in the way the file was read, a sentence each.
  var notes: [String] {
    var notes: [String] = []
    if commentLineCount > 0 {
      notes.append(
        commentLineCount == 1
          ? "1 line is a comment" : "\(commentLineCount.groupedText) lines are comments")
    }
    if repeatedHeaderCount > 0 {
      notes.append("the header is repeated on \(repeatedHeaderCount.groupedText) lines")
    }
    if let suspectedHeader {
      notes.append(
        "the first line may be a header, since \(suspectedHeader) occurs nowhere else; "
          + "--header yes leaves it out")
    }
    if let member {
      notes.append("the graph is \(member) of the archive")
    }
    if let sizeLine {
      let missing =
        missingNodeCount > 0
        ? "; \(missingNodeCount.groupedText) of these nodes have no edge, and are left out" : ""
      notes.append(
        "the first line, \(sizeLine), holds the numbers of nodes and edges and is no edge; "
          + "--header no reads it as one\(missing)")
    }
    if let suspectedSizeLine {
      notes.append(
        "the first line, \(suspectedSizeLine), may hold the numbers of nodes and edges, and was "
          + "read as an edge; --header yes leaves it out")
    }
    if isDirected { notes.append("the column of types says that edges are directed") }
    if readsWholeNumbers { notes.append("names such as 2.0 are read as 2, as other names are") }
    if hasNodesAsWeights {
      notes.append(
        "all weights are names of nodes; --layout adjacency reads a node and its neighbors")
    }
    return notes
  }
}
