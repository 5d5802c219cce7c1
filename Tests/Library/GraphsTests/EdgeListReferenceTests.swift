import Files
import Foundation
import Graphs
import Names
import RandomNumbers
import Testing

/// Random files against a reader in plain dictionaries, for every cut into pieces.
@Suite struct EdgeListReferenceTests {
  /// A random file, and the graph that it is.
  struct Sample {
    var text = ""
    var names: [String] = []
    /// Weights by the places of two names.
    var weights: [[Int]: Float] = [:]
    var options = EdgeListOptions()

    init(seed: UInt64) {
      var generator = SplitMix64(seed: seed)
      options.isDirected = Bool.random(using: &generator)
      options.parallelEdges = [.sum, .first, .max].randomElement(using: &generator) ?? .sum
      let isWeighted = Bool.random(using: &generator)
      let style = Int.random(in: 0..<4, using: &generator)
      let separator = [" ", "\t", ",", ";"].randomElement(using: &generator) ?? " "
      let nodeCount = Int.random(in: 1...60, using: &generator)
      var lines: [(String, String, Float)] = []
      for _ in 0..<Int.random(in: 1...300, using: &generator) {
        let ends = (0..<2).map { _ in
          Self.name(Int.random(in: 0..<nodeCount, using: &generator), style: style)
        }
        // Quarters add up exactly, so that the reference may add them in any order.
        let weight = isWeighted ? Float(Int.random(in: 1...64, using: &generator)) / 4 : 1
        lines.append((ends[0], ends[1], weight))
        text += ends[0] + separator + ends[1]
        if isWeighted { text += separator + "\(weight)" }
        text += Bool.random(using: &generator) ? "\n" : "\r\n"
        if Int.random(in: 0..<10, using: &generator) == 0 { text += "# a comment\n\n" }
      }
      readPlainly(lines)
    }

    /// Names that are small integers, spread integers, integers beyond 32 bits, or words.
    static func name(_ node: Int, style: Int) -> String {
      switch style {
      case 0: "\(node)"
      case 1: "\(node * 7_919 % 100_003)"
      case 2: "\(node * 1_000_000_007)"
      default: "näme\(node * 31 % 64)"
      }
    }

    private mutating func readPlainly(_ lines: [(String, String, Float)]) {
      var places: [String: Int] = [:]
      for name in lines.flatMap({ [$0.0, $0.1] }) where places[name] == nil {
        places[name] = names.count
        names.append(name)
      }
      if names.allSatisfy({ UInt64($0) != nil }) {
        names.sort { UInt64($0) ?? 0 < UInt64($1) ?? 0 }
        for (place, name) in names.enumerated() { places[name] = place }
      }
      for (source, target, weight) in lines {
        let ends = [places[source] ?? -1, places[target] ?? -1]
        let key = options.isDirected ? ends : ends.sorted()
        let known = weights[key]
        switch options.parallelEdges {
        case .sum: weights[key] = (known ?? 0) + weight
        case .max: weights[key] = max(known ?? 0, weight)
        default: weights[key] = known ?? weight
        }
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a random file is the graph that a plain reader makes of it`(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    var digests: Set<UInt64> = []
    var generator = SplitMix64(seed: seed, purpose: .general, 1)
    for threadCount in [1, 2, 3, 7] {
      for chunkSize in [1, Int.random(in: 2...200, using: &generator), 1 << 20] {
        let graph = try EdgeList(
          Array(sample.text.utf8), named: "g", options: sample.options, threadCount: threadCount,
          chunkSize: chunkSize
        ).graph
        if digests.insert(graph.digest).inserted { check(graph, against: sample) }
      }
    }
    #expect(digests.count == 1)
  }

  func check(_ graph: Graph, against sample: Sample) {
    #expect(Array(graph.names) == sample.names)
    #expect(graph.edgeCount == sample.weights.count)
    var arcCount = 0
    for (ends, weight) in sample.weights {
      let (source, target) = (Node(ends[0]), Node(ends[1]))
      #expect(graph.weight(from: source, to: target) == weight)
      arcCount += graph.isDirected || source == target ? 1 : 2
      if !graph.isDirected { #expect(graph.weight(from: target, to: source) == weight) }
    }
    #expect(graph.arcCount == arcCount)
    for node in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: node)
      for index in neighbors.indices.dropFirst() {
        #expect(neighbors[index - 1] < neighbors[index])
      }
    }
  }

  @Test func `weights that round are added in the order of the lines`() throws {
    var generator = SplitMix64(seed: 5)
    let weights = (0..<2_000).map { _ in Float.random(in: 1e-6...1e6, using: &generator) }
    let text = weights.enumerated().map { $0 % 2 == 0 ? "1 2 \($1)\n" : "2 1 \($1)\n" }.joined()
    let sum = Float(weights.reduce(0.0) { $0 + Double($1) })
    for (threadCount, chunkSize) in [(1, 1 << 20), (3, 100), (7, 1)] {
      let graph = try EdgeListTests.read(text, threadCount: threadCount, chunkSize: chunkSize).graph
      #expect(graph.weight(from: 0, to: 1) == sum)
      #expect(graph.weight(from: 1, to: 0) == sum)
    }
  }

  @Test func `many buckets are sorted as one`() throws {
    var generator = SplitMix64(seed: 11)
    let nodeCount = 5_000
    let edges = (0..<200_000).map { _ in
      (
        Node.random(in: 0..<Node(nodeCount), using: &generator),
        Node.random(in: 0..<Node(nodeCount), using: &generator)
      )
    }
    let built = Graph(nodeCount: nodeCount, edges: edges, isDirected: true)
    let text = "\(nodeCount - 1) 0\n" + edges.map { "\($0) \($1)\n" }.joined()
    var options = EdgeListOptions()
    options.isDirected = true
    options.parallelEdges = .first
    let read = try EdgeList(
      Array(text.utf8), named: "g", options: options, threadCount: 3, chunkSize: 10_000
    ).graph
    let expected = Set(edges.map { UInt64($0) << 32 | UInt64($1) })
    #expect(built.edgeCount == expected.count)
    #expect(edges.allSatisfy { built.hasEdge(from: $0, to: $1) })
    let extra = built.hasEdge(from: Node(nodeCount - 1), to: 0) ? 0 : 1
    #expect(read.edgeCount == expected.count + extra)
    #expect(edges.allSatisfy { read.hasEdge(from: $0, to: $1) })
  }

  @Test func `a compressed file is the same graph`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "amble-gzip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // "1 2\n2 3\n" by gzip.
    let archive: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 51, 84, 48, 226, 50, 82, 48, 230, 2, 0, 245, 241, 43, 150,
      8, 0, 0, 0,
    ]
    let path = folder.appending(path: "edges").path
    var file = try OutputFile(path)
    try file.write(archive)
    try file.commit()
    #expect(try Graph(contentsOf: path).digest == EdgeListTests.read("1 2\n2 3\n").graph.digest)
  }

  @Test func `a missing file is named`() {
    let error = #expect(throws: FileError.self) { try Graph(contentsOf: "/no/such/file") }
    #expect(error?.description == "/no/such/file: cannot open: No such file or directory")
  }
}
