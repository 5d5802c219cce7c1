/// How an approximate index is built.
public struct HNSWOptions: Hashable, Sendable {
  /// The number of links that a row is given on each layer, at least 2: "M" in the paper.
  ///
  /// On the lowest layer, rows that others link to keep up to twice as many.
  public var linkCount: Int
  /// The number of candidates that a row's links are chosen from; "efConstruction" in the paper.
  public var constructionWidth: Int
  /// The seed of the layers and of the order in which rows are linked.
  public var seed: UInt64

  /// Creates options.
  ///
  /// - Parameters:
  ///   - linkCount: The number of links that a row is given on each layer.
  ///   - constructionWidth: The number of candidates that a row's links are chosen from.
  ///   - seed: The seed of the layers and of the order.
  public init(linkCount: Int = 16, constructionWidth: Int = 200, seed: UInt64 = 1) {
    self.linkCount = linkCount
    self.constructionWidth = constructionWidth
    self.seed = seed
  }
}
