import Evaluation
import Graphs
import Testing

@Suite struct FittedSplitTests {
  /// A grid of five by five nodes: 40 edges, 24 of them in a spanning tree.
  static let grid: Graph = {
    var edges: [(Node, Node)] = []
    for node in 0..<25 as Range<Node> {
      if node % 5 < 4 { edges.append((node, node + 1)) }
      if node < 20 { edges.append((node, node + 5)) }
    }
    return Graph(nodeCount: 25, edges: edges)
  }()

  @Test func `a sparse graph gives what it can`() throws {
    let options = EdgeSplitOptions()
    let fitted = options.fitted(to: Self.grid)
    #expect(fitted.kind == .connected)
    #expect(fitted.testShare == 16.0 / 40)
    #expect(throws: EdgeSplitError.tooSparse(wanted: 20, removable: 16, edgeCount: 40)) {
      try EdgeSplit(of: Self.grid, options: options, seed: 1)
    }
    #expect(try EdgeSplit(of: Self.grid, options: fitted, seed: 1).test.positives.count == 16)
  }

  @Test func `edges for validation come first`() {
    var options = EdgeSplitOptions()
    options.validationShare = 0.1
    #expect(options.fitted(to: Self.grid).testShare == 12.0 / 40)
  }

  @Test func `a tree is split at random`() throws {
    let edges = (1..<21 as Range<Node>).map { ($0, ($0 - 1) / 2) }
    let tree = Graph(nodeCount: 21, edges: edges)
    let fitted = EdgeSplitOptions().fitted(to: tree)
    #expect(fitted.kind == .random)
    #expect(fitted.testShare == 0.5)
    #expect(try EdgeSplit(of: tree, options: fitted, seed: 1).test.positives.count == 10)
  }

  @Test func `a graph that allows the share, and other splits, stay as they are`() {
    var edges: [(Node, Node)] = []
    for node in 0..<10 as Range<Node> { for other in 0..<node { edges.append((node, other)) } }
    #expect(EdgeSplitOptions().fitted(to: Graph(nodeCount: 10, edges: edges)).testShare == 0.5)
    var random = EdgeSplitOptions()
    random.kind = .random
    #expect(random.fitted(to: Self.grid).testShare == 0.5)
  }
}
