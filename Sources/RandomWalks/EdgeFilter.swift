internal import Graphs

/// Tells of most pairs of nodes that no edge joins them, by one look at one word.
///
/// A blocked Bloom filter: an edge sets four bits of one 64-bit word. There are eight bits for each
/// edge, an undirected edge counted once, so that about one pair in twenty that no edge joins is
/// not told apart; those, and the joined ones, have to be searched.
///
/// F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters, WEA 2007.
struct EdgeFilter: Sendable {
  /// A question put to the filter, kept from the time its word is asked for until it has come.
  struct Query: Sendable {
    var word = 0
    var bits: UInt64 = 0
  }

  private var words: [UInt64]
  private let isDirected: Bool

  /// Creates the filter of no edges.
  init() {
    isDirected = false
    words = [0]
  }

  /// Builds the filter of a graph.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: O(*n*) for *n* edges; a byte of memory for each.
  init(_ graph: Graph) {
    isDirected = graph.isDirected
    words = [UInt64](repeating: 0, count: max(1, (graph.edgeCount + 7) / 8))
    // Some edges are in flight at a time: their words are asked for before they are written.
    var pending = [Query](repeating: Query(), count: 32)
    var count = 0
    for source in 0..<Node(truncatingIfNeeded: graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices where isDirected || neighbors[index] >= source {
        let slot = count % pending.count
        if count >= pending.count { insert(pending[slot]) }
        pending[slot] = query(from: source, to: neighbors[index])
        prefetch(pending[slot])
        count += 1
      }
    }
    for query in pending.prefix(count) { insert(query) }
  }

  /// The number of bytes of the filter.
  var byteCount: Int { 8 * words.count }

  private mutating func insert(_ query: Query) {
    words[query.word] |= query.bits
  }

  /// The question whether an edge leads from one node to another.
  @inline(__always) func query(from source: Node, to target: Node) -> Query {
    let first = isDirected ? source : min(source, target)
    let second = isDirected ? target : max(source, target)
    var hash = (UInt64(first) << 32 | UInt64(second)) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
    hash ^= hash >> 32
    let word = hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: words.count)).high
    let bits: UInt64 =
      1 << (hash & 63) | 1 << ((hash >> 6) & 63) | 1 << ((hash >> 12) & 63)
      | 1 << ((hash >> 18) & 63)
    return Query(word: Int(truncatingIfNeeded: word), bits: bits)
  }

  /// Asks for the word that answers a question.
  @inline(__always) func prefetch(_ query: Query) { words.span.prefetch(query.word) }

  /// Whether there may be such an edge: false is certain, true has to be searched.
  @inline(__always) func mayContain(_ query: Query) -> Bool {
    words[query.word] & query.bits == query.bits
  }
}
