/// The labels of each node.
///
/// A node has no label, one, or several. Labels are numbers, `0..<labelCount`, in ascending order
/// of their spelling in the file: compared as integers if all of them are integers, otherwise as
/// text.
///
/// Memory: 16 bytes per node and 4 bytes for each label of a node.
public struct NodeLabels: Sendable {
  /// A label's number: `0..<labelCount`.
  public typealias Label = UInt32

  /// What to do with a line that names an unknown node.
  public enum UnknownNodes: Sendable {
    /// Throw an error that names the line.
    case areErrors
    /// Skip the line and count it.
    case areSkipped
  }

  /// The names of the labels: from a file of names if there is one, otherwise as the labels are
  /// spelled.
  public let labelNames: [String]
  /// The number of lines that were skipped because their node is unknown.
  public let skippedLineCount: Int
  private let offsets: [Int]
  private let entries: [Label]
  /// The label that is given first, of each node that has one.
  private let firsts: [Label?]

  /// Creates labels from the numbers of each node's labels.
  ///
  /// - Parameters:
  ///   - labels: The labels of each node; `first(of:)` returns the one that comes first.
  ///   - labelNames: The names of the labels.
  /// - Precondition: Every label is less than the number of names.
  package init(_ labels: [[Label]], labelNames: [String]) {
    self.init(labels, labelNames: labelNames, skippedLineCount: 0)
  }

  init(_ labels: [[Label]], labelNames: [String], skippedLineCount: Int) {
    let rows = labels.map { Set($0).sorted() }
    precondition(
      rows.allSatisfy { $0.last.map { Int($0) < labelNames.count } ?? true },
      "every label has a name")
    self.labelNames = labelNames
    self.skippedLineCount = skippedLineCount
    firsts = labels.map(\.first)
    offsets = rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    entries = Array(rows.joined())
  }

  /// The number of nodes, including those without labels.
  public var nodeCount: Int { offsets.count - 1 }

  /// The number of labels.
  public var labelCount: Int { labelNames.count }

  /// The labels of a node, in ascending order and without repeats.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  public subscript(node: Node) -> ArraySlice<Label> {
    entries[offsets[Int(node)]..<offsets[Int(node) + 1]]
  }

  /// The label of a node that was given first, as in the file; nil if it has none.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  public func first(of node: Node) -> Label? { firsts[Int(node)] }

  /// The nodes that have a label, in ascending order.
  public var labeledNodes: [Node] {
    (0..<Node(nodeCount)).filter { !self[$0].isEmpty }
  }

  /// Whether a node has more than one label.
  public var isMultiLabel: Bool {
    (0..<Node(nodeCount)).contains { self[$0].count > 1 }
  }
}
