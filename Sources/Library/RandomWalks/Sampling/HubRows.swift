internal import Algorithms
internal import Graphs

/// Which nodes have a bit for each node of the graph, and where these bits stand among words.
///
/// A bit says whether a node is a neighbor of a hub: for certain, and by one look, where a search
/// in the hub's long row takes many. There are as many hubs as half a byte for each arc has room
/// for; and none where that is no more than a few of all arcs, and asking who is a hub would not
/// pay.
struct HubRows: Sendable {
  /// The place of a bit.
  struct Place {
    /// The number of the hub, or `none` where neither node is one.
    let hub: UInt16
    /// The word, counted from the first hub's first.
    let word: Int
    /// The bit within the word.
    let bit: UInt64
  }

  /// The number given to nodes that are not hubs; it is above all others.
  static var none: UInt16 { .max }

  /// The number of each node among the hubs, or `none`; empty where there are no hubs.
  ///
  /// Numbers go by falling degree, so that the rows asked most lie together.
  private let numbers: [UInt16]
  private let rowWordCount: Int
  private let isDirected: Bool
  /// The number of words that all rows of bits take.
  let wordCount: Int

  /// No hubs.
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
    // The bound leaves few to sort, and leaves out none that is worth a row.
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

  /// The number of bytes that tell who is a hub.
  var byteCount: Int { 2 * numbers.count }

  /// Whether the bits of a hub tell of an edge.
  func tell(ofEdgeFrom source: Node, to target: Node) -> Bool {
    !isEmpty && place(from: source, to: target).hub != Self.none
  }

  /// The bit that tells of an edge; in an undirected graph it is in the row of the larger hub.
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
