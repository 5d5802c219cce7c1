internal import Errors

/// How to build an approximate index.
public struct HNSWOptions: Hashable, Sendable {
  /// The number of links of a new row on each layer, from 2 to 10,000; "M" in the paper.
  ///
  /// On the lowest layer, rows that others link to keep up to twice as many.
  public var linkCount: Int
  /// The number of candidates among which the links of a row are chosen, from 1 to 2³¹;
  /// "efConstruction" in the paper.
  public var constructionWidth: Int
  /// The seed of the layers and of the order in which rows are linked.
  public var seed: UInt64

  /// The valid numbers of links.
  static let linkCounts = 2...10_000
  /// The valid numbers of candidates.
  static let constructionWidths = 1...1 << 31

  /// Throws unless all options are in range.
  func validate() throws(OptionError) {
    try OptionError.require(
      Self.linkCounts.contains(linkCount), "linkCount", linkCount, "from 2 to 10000")
    try OptionError.require(
      Self.constructionWidths.contains(constructionWidth), "constructionWidth", constructionWidth,
      "from 1 to 2147483648")
  }

  /// Creates options.
  ///
  /// - Parameters:
  ///   - linkCount: The number of links of a new row on each layer.
  ///   - constructionWidth: The number of candidates among which the links of a row are chosen.
  ///   - seed: The seed of the layers and of the order.
  public init(linkCount: Int = 16, constructionWidth: Int = 200, seed: UInt64 = 1) {
    self.linkCount = linkCount
    self.constructionWidth = constructionWidth
    self.seed = seed
  }
}
