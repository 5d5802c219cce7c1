internal import Parallel
public import Projections

/// What a map shows of an embedding, and how it looks.
public struct MapOptions: Sendable {
  /// What a node's color says.
  public enum Coloring: Sendable {
    /// Its label, where there are labels; else its community, where there is a graph.
    case automatic
    /// Its label.
    case label
    /// Its community in the graph, found by the Leiden method.
    case community
    /// Its number of edges.
    case degree
    /// A number for each row of the embedding, and what the numbers are.
    case numbers([Double], title: String)
  }

  /// The heading.
  public var title = "Node map"
  /// How the embedding was made, to be read in the subtitle: "node2vec, 16 dimensions".
  public var method: String?
  /// How vectors become places.
  public var projection = PlaneProjection.Options()
  /// What a node's color says.
  public var coloring = Coloring.automatic
  /// What labels are, as a heading of the legend.
  public var labelTitle = "Label"
  /// Whether discs grow with the number of edges.
  public var isSizedByDegree = true
  /// The page's colors.
  public var theme = Theme.light
  /// Where a node's disc leads: an address with `{node}` in the place of the name.
  public var linkTemplate: String?
  /// The largest number of edges that are drawn, at least 0.
  public var edgeLimit = 30_000
  /// Whether it is measured how far neighbors are kept, and nodes whose neighbors are not are drawn
  /// paler.
  public var measuresQuality = false
  /// The seed of what is random: communities.
  public var seed: UInt64 = 1
  /// The largest number of threads; it does not change the picture.
  public var threadCount = processorCount

  /// Creates the default options.
  public init() {}
}
