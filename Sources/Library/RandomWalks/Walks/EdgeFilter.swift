internal import Algorithms
internal import Graphs

/// Tells whether an edge joins two nodes by reading one 64-bit word.
///
/// If one of the nodes is a hub, a bit tells it for certain; see `HubRows`. Edges between other
/// nodes are in a blocked Bloom filter, in which an edge sets four bits of one 64-bit word. It has
/// eight bits for each edge (an undirected edge counts once), so that about one pair in twenty that
/// no edge joins passes the filter nevertheless; pairs that pass have to be searched.
///
/// F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters, WEA 2007.
struct EdgeFilter: Sendable {
  /// A question to the filter, kept from when its word is prefetched until it has arrived.
  struct Query: Sendable {
    var word = 0
    var bits: UInt64 = 0
  }

  /// The words of the Bloom filter, then those of the hubs' rows.
  private var words: [UInt64]
  private let bloomCount: Int
  private let hubs: HubRows
  private let isDirected: Bool

  /// Creates the filter of a graph without edges.
  init() {
    isDirected = false
    words = [0]
    bloomCount = 1
    hubs = HubRows()
  }

  /// Builds the filter of a graph.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: O(*n*) time for *n* edges. Memory: one byte for each edge without a hub; if
  ///   there are hubs, also half a byte per arc and two bytes per node.
  init(_ graph: Graph) {
    isDirected = graph.isDirected
    let hubs = HubRows(of: graph)
    self.hubs = hubs
    bloomCount = max(1, Self.edgeCount(of: graph, without: hubs).dividedRoundingUp(by: 8))
    words = [UInt64](repeating: 0, count: bloomCount + hubs.wordCount)
    insertEdges(of: graph)
  }

  /// Sets the bits of all edges.
  private mutating func insertEdges(of graph: Graph) {
    var words = words
    self.words = []
    var bits = words.mutableSpan
    // Some edges are in flight at a time: their words are prefetched before they are written.
    var queries = [Query](repeating: Query(), count: 32)
    var pending = queries.mutableSpan
    var slot = 0
    for source in 0..<Node(truncatingIfNeeded: graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices where isDirected || neighbors[index] >= source {
        bits[pending[slot].word] |= pending[slot].bits
        pending[slot] = query(from: source, to: neighbors[index])
        bits.span.prefetch(pending[slot].word)
        slot = (slot + 1) % 32
      }
    }
    for slot in pending.indices { bits[pending[slot].word] |= pending[slot].bits }
    self.words = words
  }

  /// The number of edges that no hub's bitmap covers.
  private static func edgeCount(of graph: Graph, without hubs: HubRows) -> Int {
    if hubs.isEmpty { return graph.edgeCount }
    var count = 0
    for source in 0..<Node(truncatingIfNeeded: graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices where graph.isDirected || neighbors[index] >= source {
        count += hubs.tell(ofEdgeFrom: source, to: neighbors[index]) ? 0 : 1
      }
    }
    return count
  }

  /// The number of bytes of the filter.
  var byteCount: Int { 8 * words.count + hubs.byteCount }

  /// The question whether an edge leads from one node to another.
  ///
  /// - Parameters:
  ///   - source: A node.
  ///   - target: Another node.
  ///   - isWanted: Whether the answer will be used; if not, the question is a dummy that touches no
  ///     memory.
  /// - Returns: The question.
  @inline(__always)
  func query(from source: Node, to target: Node, if isWanted: Bool = true) -> Query {
    let isTurned = !isDirected && target < source
    let first = select(isTurned, target, source)
    let second = select(isTurned, source, target)
    var hash = (UInt64(first) << 32 | UInt64(second)) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
    hash ^= hash >> 32
    var word = Int(
      truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: bloomCount)).high)
    var bits: UInt64 =
      1 << (hash & 63) | 1 << ((hash >> 6) & 63) | 1 << ((hash >> 12) & 63)
      | 1 << ((hash >> 18) & 63)
    if !hubs.isEmpty {
      let place = hubs.place(from: source, to: target)
      let isExact = place.hub != HubRows.none
      word = select(isExact, bloomCount &+ place.word, word)
      bits = select(isExact, place.bit, bits)
    }
    return Query(word: select(isWanted, word, 0), bits: bits)
  }

  /// Prefetches the word that answers a question.
  @inline(__always) func prefetch(_ query: Query) { words.span.prefetch(query.word) }

  /// Whether there may be such an edge: false is certain, true has to be verified by a search
  /// unless the question `isExact`.
  @inline(__always) func mayContain(_ query: Query) -> Bool {
    words[query.word] & query.bits == query.bits
  }

  /// Whether the answer to a question is certain.
  @inline(__always) func isExact(_ query: Query) -> Bool { query.word >= bloomCount }
}
