internal import CWalkKernels
internal import Graphs

/// Searches for edges in rows of a graph, which run side by side.
///
/// A binary search waits for memory at each step, and which half it takes is unpredictable. Here
/// the half is chosen without a branch, which a processor would mispredict, and while one search
/// waits the others go on.
///
/// No other file uses the C type.
struct RowSearches: Sendable {
  private var searches: [row_search]
  /// The number of searches.
  private(set) var count = 0

  /// Reserves memory.
  ///
  /// - Parameter capacity: The maximum number of searches at a time.
  init(capacity: Int) {
    searches = [row_search](repeating: row_search(), count: capacity)
  }

  /// Removes all searches.
  @inline(__always) mutating func removeAll() { count = 0 }

  /// Adds a search.
  ///
  /// - Parameters:
  ///   - source: The node that the edge leaves.
  ///   - target: The node to look for among its neighbors.
  ///   - asker: The number of the asker, returned with the answer.
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
  ///   - choosesRow: Whether to search the row of the target if it is shorter; only in an
  ///     undirected graph.
  /// - Complexity: O(*n* log *d*) for *n* searches in rows of at most *d* arcs.
  @inline(__always) mutating func run(in graph: Graph, choosesRow: Bool) {
    let count = count
    // SAFETY: the nodes belong to the graph, and a search never leaves its row, which is not empty;
    // in an undirected graph the target's row is not empty either, since the target has been
    // reached or proposed by an edge. The pointers do not outlive the call.
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
  /// - Returns: The asker, and the arc that joins the nodes in the row that was searched, or -1.
  @inline(__always) func answer(_ index: Int, in graph: Graph) -> (asker: Int, arc: Int) {
    let search = searches[index]
    let isFound = graph.allNeighbors[search.arc] == search.target
    return (Int(search.asker), isFound ? search.arc : -1)
  }
}
