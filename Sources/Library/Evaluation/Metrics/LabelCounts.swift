/// How often a label was predicted, correctly or not.
public struct LabelCounts: Sendable, Equatable {
  /// The number of nodes that have the label and were given it.
  public internal(set) var truePositives = 0
  /// The number of nodes that were given the label and do not have it.
  public internal(set) var falsePositives = 0
  /// The number of nodes that have the label and were not given it.
  public internal(set) var falseNegatives = 0

  /// Creates counts of zero.
  init() {}

  /// The share of nodes given the label that have it; 0 if no node was given it.
  public var precision: Double { Self.share(truePositives, of: truePositives + falsePositives) }

  /// The share of nodes with the label that were given it; 0 if no node has it.
  public var recall: Double { Self.share(truePositives, of: truePositives + falseNegatives) }

  /// The harmonic mean of precision and recall; 0 if no node has the label or was given it.
  public var f1: Double {
    Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }

  /// The number of nodes that have the label.
  public var support: Int { truePositives + falseNegatives }

  /// Adds counts.
  ///
  /// - Parameters:
  ///   - left: The counts to add to.
  ///   - right: The counts to add.
  static func += (left: inout LabelCounts, right: LabelCounts) {
    left.truePositives += right.truePositives
    left.falsePositives += right.falsePositives
    left.falseNegatives += right.falseNegatives
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
