import Foundation
import Graphs
import RandomNumbers
import RepositoryFiles
import Testing
import Text

@Suite struct GraphInMemoryTests {
  /// Edges by name, as lines of a file and as tuples.
  struct Edges {
    var names: [(String, String, Float)] = []

    /// The lines of a file, with weights or without.
    func text(isWeighted: Bool) -> String {
      names.map { isWeighted ? "\($0)\t\($1)\t\($2)\n" : "\($0)\t\($1)\n" }.joined()
    }

    /// Random edges between few nodes, many of them parallel and some self-loops.
    init(seed: UInt64, nodeCount: Int, count: Int, prefix: String) {
      var generator = SplitMix64(seed: seed)
      for _ in 0..<count {
        names.append(
          (
            "\(prefix)\(Int.random(in: 0..<nodeCount, using: &generator))",
            "\(prefix)\(Int.random(in: 0..<nodeCount, using: &generator))",
            Float.random(in: 0.1...9, using: &generator)
          ))
      }
    }

    init(contentsOf path: String) throws {
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      where !line.hasPrefix("#") {
        let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
        names.append((fields[0], fields[1], fields.count > 2 ? Float(fields[2]) ?? .nan : 1))
      }
    }
  }

  /// Every way to read edges: directed or not, each rule for parallel edges and self-loops.
  static let options: [EdgeListOptions] = [false, true].flatMap { isDirected in
    [EdgeListOptions.ParallelEdges.sum, .first, .max].flatMap { parallelEdges in
      EdgeListOptions.SelfLoops.allCases.map { selfLoops in
        var options = EdgeListOptions()
        options.isDirected = isDirected
        options.parallelEdges = parallelEdges
        options.selfLoops = selfLoops
        return options
      }
    }
  }

  static func read(_ edges: Edges, _ options: EdgeListOptions, isWeighted: Bool) throws -> Graph {
    var options = options
    options.delimiter = .tab
    return try Graph(
      edgeList: Array(edges.text(isWeighted: isWeighted).utf8), named: "g", options: options)
  }

  static func build(
    _ edges: Edges, _ options: EdgeListOptions, isWeighted: Bool, threadCount: Int = 2
  ) throws -> Graph {
    isWeighted
      ? try Graph(
        edges: edges.names, isDirected: options.isDirected, parallelEdges: options.parallelEdges,
        selfLoops: options.selfLoops, threadCount: threadCount)
      : try Graph(
        edges: edges.names.map { ($0.0, $0.1) }, isDirected: options.isDirected,
        parallelEdges: options.parallelEdges, selfLoops: options.selfLoops,
        threadCount: threadCount)
  }

  @Test(arguments: options, [false, true])
  func `pairs of names are the graph of a file with the same edges`(
    options: EdgeListOptions, isWeighted: Bool
  ) throws {
    for (seed, prefix) in [(UInt64(1), "n"), (2, ""), (3, "é ")] {
      let edges = Edges(seed: seed, nodeCount: 40, count: 500, prefix: prefix)
      let read = try Self.read(edges, options, isWeighted: isWeighted)
      let built = try Self.build(edges, options, isWeighted: isWeighted)
      #expect(built.digest == read.digest, "seed \(seed)")
      #expect(built.edgeCount == read.edgeCount, "seed \(seed)")
      #expect(built.brokenInvariant() == nil, "seed \(seed)")
    }
  }

  @Test(arguments: options, [false, true])
  func `arrays of numbers are the graph of a file with the same edges`(
    options: EdgeListOptions, isWeighted: Bool
  ) throws {
    // Every node is in the file, since a file does not say how many there are.
    var edges = Edges(seed: 4, nodeCount: 40, count: 500, prefix: "")
    edges.names += (0..<40).map { ("\($0)", "\(39 - $0)", 2) }
    let read = try Self.read(edges, options, isWeighted: isWeighted)
    func build<Number: FixedWidthInteger & Sendable>(_ type: Number.Type) throws -> Graph {
      try Graph(
        sources: edges.names.compactMap { Number($0.0) },
        targets: edges.names.compactMap { Number($0.1) },
        weights: isWeighted ? edges.names.map(\.2) : nil, isDirected: options.isDirected,
        parallelEdges: options.parallelEdges, selfLoops: options.selfLoops)
    }
    #expect(try build(Int.self).digest == read.digest)
    #expect(try build(UInt32.self).digest == read.digest)
    #expect(try build(Int8.self).digest == read.digest)
  }

  @Test(arguments: ["lesmis", "karate"], [false, true])
  func `edges of a published graph are that graph`(name: String, isDirected: Bool) throws {
    let path = "\(RepositoryFiles.graphs)/\(name).edges"
    var options = EdgeListOptions()
    options.isDirected = isDirected
    let read = try Graph(contentsOf: path, options: options)
    let built = try Self.build(Edges(contentsOf: path), options, isWeighted: read.isWeighted)
    #expect(built.digest == read.digest)
    #expect(built.brokenInvariant() == nil)
  }

  @Test func `many edges on many threads are the same graph`() throws {
    let edges = Edges(seed: 5, nodeCount: 3000, count: 200_000, prefix: "n")
    var options = EdgeListOptions()
    options.isDirected = true
    let one = try Self.build(edges, options, isWeighted: true, threadCount: 1)
    #expect(try Self.build(edges, options, isWeighted: true, threadCount: 5).digest == one.digest)
    #expect(try Self.read(edges, options, isWeighted: true).digest == one.digest)
  }

  @Test func `nodes without edges are nodes when their number is given`() throws {
    let graph = try Graph(sources: [0], targets: [2], nodeCount: 5)
    #expect(graph.nodeCount == 5)
    #expect(try Graph(sources: [0], targets: [2]).nodeCount == 3)
    #expect(try Graph(sources: [3], targets: [3], selfLoops: .drop).nodeCount == 4)
    #expect(try Graph(sources: [Int](), targets: [], nodeCount: 2).edgeCount == 0)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let message: String
    let build: @Sendable () throws -> Graph
    var testDescription: String { message }

    init(_ message: String, _ build: @escaping @Sendable () throws -> Graph) {
      self.message = message
      self.build = build
    }
  }

  static let refusals: [Refusal] = [
    Refusal("there are 2 sources and 1 targets") { try Graph(sources: [0, 1], targets: [1]) },
    Refusal("there are 2 sources and 3 weights") {
      try Graph(sources: [0, 1], targets: [1, 2], weights: [1, 2, 3])
    },
    Refusal("edge 1: node -1 is not in 0..<4294967294") {
      try Graph(sources: [0, -1], targets: [1, 2])
    },
    Refusal("edge 1: node 5 is not in 0..<5") {
      try Graph(sources: [0, 1], targets: [1, 5], nodeCount: 5)
    },
    Refusal("edge 0: node 9223372036854775807 is not in 0..<4294967294") {
      try Graph(sources: [UInt64.max], targets: [0])
    },
    Refusal("edge 1: nan is not a positive, finite weight") {
      try Graph(sources: [0, 1], targets: [1, 2], weights: [1, .nan])
    },
    Refusal("edge 0: 0.0 is not a positive, finite weight") {
      try Graph(sources: [0], targets: [0], weights: [0], selfLoops: .drop)
    },
    Refusal("edge 0: inf is not a positive, finite weight") {
      try Graph(edges: [("a", "b", .infinity)])
    },
    Refusal("edge 1: -2.5 is not a positive, finite weight") {
      try Graph(edges: [("a", "b", 1), ("b", "c", -2.5)])
    },
    Refusal("edge 0: '' is no name of a node; names are text without control characters") {
      try Graph(edges: [("", "b")])
    },
    Refusal("edge 0: 'b\\n' is no name of a node; names are text without control characters") {
      try Graph(edges: [("a", "b\n")])
    },
    Refusal("a graph has 1 to 4294967294 nodes, not 0") { try Graph(edges: [(String, String)]()) },
    Refusal("a graph has 1 to 4294967294 nodes, not 0") {
      try Graph(sources: [Int](), targets: [])
    },
    Refusal("a graph has 1 to 4294967294 nodes, not -3") {
      try Graph(sources: [0], targets: [0], nodeCount: -3)
    },
    Refusal("a graph has 1 to 4294967294 nodes, not 4294967295") {
      try Graph(sources: [0], targets: [0], nodeCount: 4_294_967_295)
    },
    Refusal("the weights of the parallel edges from '0' to '1' add up to more than 3.4e38") {
      try Graph(sources: [0, 1], targets: [1, 0], weights: [3e38, 3e38])
    },
    Refusal("edge 2: the edge from 'b' to 'a' occurred before") {
      try Graph(edges: [("a", "b"), ("a", "c"), ("b", "a")], parallelEdges: .error)
    },
  ]

  @Test(arguments: refusals)
  func `edges that make no graph are refused with their place`(refusal: Refusal) {
    let error = #expect(throws: GraphError.self) { try refusal.build() }
    #expect(error?.description == refusal.message)
  }

  @Test func `fewer than one thread is refused`() {
    let message = "threadCount must be at least 1, not 0"
    for build: () throws -> Graph in [
      { try Graph(edges: [("a", "b")], threadCount: 0) },
      { try Graph(sources: [0], targets: [1], threadCount: 0) },
      { try EdgeList(Array("1 2\n".utf8), named: "g", threadCount: 0).graph },
      { try Graph(contentsOf: "\(RepositoryFiles.graphs)/karate.edges", threadCount: 0) },
    ] {
      let error = #expect(throws: (any Error).self) { try build() }
      #expect(error.map { "\($0)" } == message)
    }
  }

  #if os(Linux)
    @Test func `a graph that no memory holds is an error`() async {
      await #expect(processExitsWith: .success) {
        // Address space for the program and more, but not for four billion nodes.
        var limit = rlimit(rlim_cur: 40 << 30, rlim_max: 40 << 30)
        guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
          exit(2)
        }
        do {
          _ = try Graph(sources: [0], targets: [4_294_967_293])
          exit(3)
        } catch GraphError.notEnoughMemory {
          exit(0)
        } catch {
          exit(4)
        }
      }
    }
  #endif
}
