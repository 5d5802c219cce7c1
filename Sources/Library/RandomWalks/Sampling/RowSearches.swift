internal import CRowSearch
internal import Graphs

/// Searches for edges in rows of a graph, which go on side by side.
///
/// A binary search waits for memory at each step, and which half is taken cannot be foreseen. Here
/// the half is chosen without a branch that a processor would guess wrongly, and while one search
/// waits the others go on.
///
/// No other file uses the C type.
struct RowSearches: Sendable {
  private var searches: [row_search]
  /// The number of searches.
  private(set) var count = 0

  /// Makes room.
  ///
  /// - Parameter capacity: The largest number of searches at a time.
  init(capacity: Int) {
    searches = [row_search](repeating: row_search(), count: capacity)
  }

  /// Removes all searches.
  @inline(__always) mutating func removeAll() { count = 0 }

  /// Adds a search.
  ///
  /// - Parameters:
  ///   - source: A node that an edge leaves.
  ///   - target: The node that is looked for among its neighbors.
  ///   - asker: Who asks, for the answer.
  @inline(__always) mutating func append(from source: Node, to target: Node, asker: Int) {
    searches[count] = row_search(
      arc: 0, count: 0, source: source, target: target, asker: UInt32(truncatingIfNeeded: asker))
    count &+= 1
  }

  /// Runs the searches.
  ///
  /// The corresponding C function is `row_search_run`.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - choosesRow: Whether an edge may be searched in the row of its target, where that is
  ///     shorter; in an undirected graph only.
  /// - Complexity: O(*n* log *d*) for *n* searches in rows of at most *d* arcs.
  @inline(__always) mutating func run(in graph: Graph, choosesRow: Bool) {
    let count = count
    // SAFETY: the nodes are nodes of the graph, and a search never leaves its row, which is not
    // empty; in an undirected graph neither is that of a target, which has been stepped to or is
    // proposed. The pointers do not outlive the call.
    unsafe graph.rowOffsets.withUnsafeBufferPointer { offsets in
      unsafe graph.allNeighbors.withUnsafeBufferPointer { neighbors in
        unsafe searches.withUnsafeMutableBufferPointer { searches in
          unsafe row_search_run(
            offsets.baseAddress, neighbors.baseAddress, searches.baseAddress, count, choosesRow)
        }
      }
    }
  }

  /// The answer of a search that has run.
  ///
  /// - Parameters:
  ///   - index: Which search.
  ///   - graph: The graph.
  /// - Returns: Who asked, and the arc that joins the nodes, in the row that was searched, or -1.
  @inline(__always) func answer(_ index: Int, in graph: Graph) -> (asker: Int, arc: Int) {
    let search = searches[index]
    let isFound = graph.allNeighbors[search.arc] == search.target
    return (Int(search.asker), isFound ? search.arc : -1)
  }
}
