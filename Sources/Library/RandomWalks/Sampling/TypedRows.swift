internal import Graphs
internal import Parallel

/// The rows of a graph, with neighbors of the same type next to each other.
///
/// Memory: 8 bytes for each type that occurs among a node's neighbors, 8 per node, and a copy of
/// the graph's neighbors; for a weighted graph also an alias table of 8 bytes per arc.
struct TypedRows: Sendable {
  /// The neighbors of one type in a node's row.
  struct Segment: Sendable {
    let type: Int32
    /// Where the segment starts, counted from the row's start.
    let start: UInt32
  }

  /// The start of each node's segments; one entry more than there are nodes.
  let segmentOffsets: [Int]
  let segments: [Segment]
  let targets: [Node]
  /// The alias table of every segment; empty if the graph is unweighted.
  let table: AliasTable

  /// Sorts each row by type.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - types: The type of each node, or -1 for none.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  init(_ graph: Graph, types: [Int32], threadCount: Int) {
    var segmentOffsets = [0]
    var segments: [Segment] = []
    var segmentStarts: [Int] = []
    var targets: [Node] = []
    var weights: [Float] = []
    targets.reserveCapacity(graph.arcCount)
    for node in 0..<graph.nodeCount {
      let row = graph.row(of: Node(node))
      var arcs = Array(row)
      // Arcs are sorted by number within a type, so that the order is unique.
      arcs.sort {
        let (first, second) = (
          types[Int(graph.allNeighbors[$0])], types[Int(graph.allNeighbors[$1])]
        )
        return first == second ? $0 < $1 : first < second
      }
      for (index, arc) in arcs.enumerated() {
        let target = graph.allNeighbors[arc]
        let type = types[Int(target)]
        if index == 0 || segments[segments.count - 1].type != type {
          segments.append(Segment(type: type, start: UInt32(index)))
          segmentStarts.append(row.lowerBound + index)
        }
        targets.append(target)
        if graph.isWeighted { weights.append(graph.allWeights[arc]) }
      }
      segmentOffsets.append(segments.count)
    }
    segmentStarts.append(targets.count)
    self.segmentOffsets = segmentOffsets
    self.segments = segments
    self.targets = targets
    table =
      graph.isWeighted
      ? AliasTable(rows: segmentStarts, weights: weights, threadCount: threadCount)
      : AliasTable(weights: [])
  }

  /// The number of bytes of the rows.
  var byteCount: Int {
    8 * segmentOffsets.count + MemoryLayout<Segment>.stride * segments.count + 4 * targets.count
      + table.byteCount
  }

  /// The range in `targets` of a node's neighbors of one type.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - node: The node.
  ///   - row: The node's row in the graph.
  /// - Returns: A range, empty if there are no such neighbors.
  /// - Complexity: O(*t*) for *t* types among the neighbors.
  @inline(__always)
  func neighbors(ofType type: Int32, of node: Node, row: Range<Int>) -> Range<Int> {
    let end = segmentOffsets[Int(node) + 1]
    for index in segmentOffsets[Int(node)]..<end where segments[index].type == type {
      let start = row.lowerBound + Int(segments[index].start)
      let next = index + 1 < end ? Int(segments[index + 1].start) : row.count
      return start..<row.lowerBound + next
    }
    return row.lowerBound..<row.lowerBound
  }
}
