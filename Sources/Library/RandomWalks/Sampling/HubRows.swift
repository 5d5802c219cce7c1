internal import Algorithms
internal import Graphs

/// A bitmap of neighbors for each hub, the nodes of highest degree.
///
/// A bit tells for certain, with one memory access, whether a node is a neighbor of a hub; a search
/// in the hub's long row takes many accesses. There are as many hubs as fit into half a byte per
/// arc. If these would have less than a quarter of all arcs, there are none, since asking whether a
/// node is a hub would not pay.
struct HubRows: Sendable {
  /// The place of a bit.
  struct Place {
    /// The number of the hub, or `none` if neither node is a hub.
    let hub: UInt16
    /// The index of the word, counted from the first word of the first hub.
    let word: Int
    /// The bit within the word, as a mask.
    let bit: UInt64
  }

  /// The number of nodes that are not hubs; it is greater than that of any hub.
  static var none: UInt16 { .max }

  /// The number of each node among the hubs, or `none`; empty if there are no hubs.
  ///
  /// Hubs are numbered by descending degree, so that the rows used most are close together.
  private let numbers: [UInt16]
  private let rowWordCount: Int
  private let isDirected: Bool
  /// The number of words of all rows of bits.
  let wordCount: Int

  /// Creates an empty set of hubs.
  init() {
    numbers = []
    rowWordCount = 0
    isDirected = false
    wordCount = 0
  }

  /// Chooses the hubs of a graph.
  ///
  /// - Complexity: O(*n*) for *n* nodes and arcs.
  init(of graph: Graph) {
    let rowWordCount = graph.nodeCount.dividedRoundingUp(by: 64)
    // The bound leaves few nodes to sort, and excludes none that is worth a row.
    let bound = max(1, graph.nodeCount / 128)
    let most = min(graph.arcCount / 16 / max(1, rowWordCount), Int(Self.none))
    let candidates = (0..<Node(truncatingIfNeeded: graph.nodeCount)).filter {
      graph.degree(of: $0) >= bound
    }
    let hubs = candidates.sorted {
      (graph.degree(of: $1), $0) < (graph.degree(of: $0), $1)
    }.prefix(most)
    let hubArcCount = hubs.reduce(0) { $0 + graph.degree(of: $1) }
    let pays = hubArcCount > 0 && hubArcCount >= graph.arcCount / 4
    var numbers = [UInt16](repeating: Self.none, count: pays ? graph.nodeCount : 0)
    if pays {
      for (index, node) in hubs.enumerated() {
        numbers[Int(node)] = UInt16(truncatingIfNeeded: index)
      }
    }
    self.numbers = numbers
    self.rowWordCount = rowWordCount
    isDirected = graph.isDirected
    wordCount = pays ? hubs.count * rowWordCount : 0
  }

  /// Whether there are no hubs.
  var isEmpty: Bool { numbers.isEmpty }

  /// The number of bytes of the table of hub numbers.
  var byteCount: Int { 2 * numbers.count }

  /// Whether the bitmap of a hub answers whether there is an edge.
  func tell(ofEdgeFrom source: Node, to target: Node) -> Bool {
    !isEmpty && place(from: source, to: target).hub != Self.none
  }

  /// The bit for an edge; in an undirected graph it is in the row of the hub of higher degree.
  ///
  /// - Precondition: There are hubs.
  @inline(__always) func place(from source: Node, to target: Node) -> Place {
    let here = numbers[Int(source)]
    let there = isDirected ? Self.none : numbers[Int(target)]
    let column = select(here <= there, target, source)
    let hub = select(here <= there, here, there)
    return Place(
      hub: hub, word: Int(hub) &* rowWordCount &+ Int(truncatingIfNeeded: column >> 6),
      bit: 1 << UInt64(truncatingIfNeeded: column & 63))
  }
}
