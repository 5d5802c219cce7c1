/// A mistake in a file of labels.
public struct NodeLabelsError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Reason: Equatable, Sendable {
    /// The line names no label.
    case missingLabel
    /// The line names a node that the graph or embedding does not have.
    case unknownNode(String)
    /// The line gives a label that has a name already.
    case repeatedLabel(String)
    /// The line is not text in UTF-8.
    case notText
    /// No line has a label.
    case noLabels
  }

  /// The file's path.
  public let path: String
  /// The line, from 1; nil when the file as a whole is meant.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// The path, the line, and what would be accepted.
  public var description: String {
    let place = line.map { "\(path): line \($0): " } ?? "\(path): "
    return switch reason {
    case .missingLabel: place + "'node label [label ...]' is expected, and there is one word"
    case .unknownNode(let name): place + "there is no node '\(name)'"
    case .repeatedLabel(let label): place + "label '\(label)' has a name already"
    case .notText: place + "the line is not text in UTF-8"
    case .noLabels: place + "no line has a label"
    }
  }
}
