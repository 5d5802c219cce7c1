internal import Parallel
public import Projections

/// What a map shows of an embedding, and how it looks.
public struct MapOptions: Sendable {
  /// What the color of a node stands for.
  public enum Coloring: Sendable {
    /// Its label, if there are labels; otherwise its community, if there is a graph.
    case automatic
    /// Its label.
    case label
    /// Its community in the graph, found by the Leiden method.
    case community
    /// Its number of edges.
    case degree
    /// A number for each row of the embedding, and the title of the numbers.
    case numbers([Double], title: String)
  }

  /// The heading.
  public var title = "Node map"
  /// How the embedding was made, for the subtitle: "node2vec, 16 dimensions".
  public var method: String?
  /// What to show for each row instead of its name, or nil for the name; nil for all names.
  public var nodeTitles: [String?]?
  /// How to project the vectors.
  public var projection = PlaneProjection.Options()
  /// What the color of a node stands for.
  public var coloring = Coloring.automatic
  /// What the labels are, as the heading of the legend.
  public var labelTitle = "Label"
  /// Whether discs grow with the number of edges.
  public var isSizedByDegree = true
  /// The colors of the page.
  public var theme = Theme.light
  /// The link of each node's disc: an address with `{node}` in place of the name.
  public var linkTemplate: String?
  /// The maximum number of edges to draw, at least 0.
  public var edgeLimit = 30_000
  /// Whether to measure how well neighbors are preserved, and to draw nodes whose neighbors are not
  /// preserved paler.
  public var measuresQuality = false
  /// The seed of the random numbers for finding communities.
  public var seed: UInt64 = 1
  /// The maximum number of threads; it does not change the picture.
  public var threadCount = processorCount

  /// Creates the default options.
  public init() {}
}
