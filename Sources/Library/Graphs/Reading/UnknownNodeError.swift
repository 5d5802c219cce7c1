internal import Names
internal import Text

/// A line of a file names a node that is not in the graph.
///
/// `NodeLabels.UnknownNodes.areSkipped` skips such lines.
public struct UnknownNodeError: Error, Equatable, CustomStringConvertible {
  /// The file's path, or `-` for standard input.
  public let file: String
  /// The line number, counted from 1.
  public let line: Int
  /// The name that no node has.
  public let node: String
  /// Up to three nodes with similar names, nearest first.
  public let nearSpellings: [String]

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - file: The file's path, or `-` for standard input.
  ///   - line: The line number, counted from 1.
  ///   - node: The name that no node has.
  ///   - nearSpellings: Nodes with similar names, nearest first.
  public init(file: String, line: Int, node: String, nearSpellings: [String] = []) {
    self.file = file
    self.line = line
    self.node = node
    self.nearSpellings = nearSpellings
  }

  /// The place and the name, and which names may have been meant.
  public var description: String {
    "\(TextTableError.place(file: file, line: line)): there is no node '\(node)'"
      + UnknownName.hint(nearSpellings)
  }
}
