import EmbeddingTables
import Errors
import Files
import Foundation
import Graphs
import Names
import Projections
import Testing

@testable import NodeMaps

/// What goes wrong says so.
@Suite struct FailureTests {
  let square = Embedding(
    names: NameList(count: 4), dimensions: 2, vectors: [0, 0, 0, 1, 1, 0, 1, 1])

  @Test func `a node without a vector is named`() {
    let graph = Graph(nodeCount: 6, edges: [(0, 5)])
    #expect(
      throws: MapError(
        "the embedding has no vector for '4' and 1 more: is it that of this graph?")
    ) { try NodeMap(square, graph: graph) }
  }

  @Test func `labels and numbers for other nodes are refused`() throws {
    let labels = NodeLabels([[0], [0]], labelNames: ["a"])
    #expect(throws: MapError("2 labels for 4 vectors: give one a vector")) {
      try NodeMap(square, labels: labels)
    }
    var options = MapOptions()
    options.coloring = .numbers([1, 2, .infinity, 4], title: "age")
    #expect(throws: MapError("the number of '2' is inf: colors need finite ones")) {
      try NodeMap(square, options: options)
    }
    options.coloring = .community
    #expect(throws: MapError("communities need the graph's edges")) {
      try NodeMap(square, options: options)
    }
  }

  @Test func `a vector that is not finite is named`() {
    let broken = Embedding(
      names: NameList(count: 3), dimensions: 2, vectors: [1, 2, .infinity, 4, 5, 6])
    #expect(
      throws: ProjectionError("component 1 of the vector of '1' is inf: maps need finite numbers")
    ) { try NodeMap(broken) }
  }

  @Test func `a component that is not there is refused`() {
    var options = MapOptions()
    options.projection.components = (2, 3)
    #expect(throws: ProjectionError("there is no component 3: the vectors have 2")) {
      try NodeMap(square, options: options)
    }
    options.projection.components = (1, 1)
    #expect(throws: ProjectionError.self) { try NodeMap(square, options: options) }
  }

  @Test func `numbers out of their range are refused`() {
    var options = MapOptions()
    options.threadCount = 0
    #expect(throws: OptionError(option: "threadCount", value: "0", accepted: "at least 1")) {
      try NodeMap(square, options: options)
    }
    options.threadCount = 1
    options.edgeLimit = -1
    #expect(throws: OptionError(option: "edgeLimit", value: "-1", accepted: "at least 0")) {
      try NodeMap(square, options: options)
    }
  }

  @Test func `a target that cannot be written leaves what was there`() throws {
    let map = try NodeMap(square)
    #expect(throws: FileError.self) { try map.write(to: "/nowhere/at/all/map.svg") }
    #expect(throws: MapError.self) { try map.write(to: "map.gif") }
  }

  @Test func `equal vectors are drawn side by side`() throws {
    let point = Embedding(
      names: NameList(count: 5), dimensions: 2, vectors: [Float](repeating: 1, count: 10))
    for method in PlaneProjection.Method.allCases {
      var options = MapOptions()
      options.projection.method = method
      let discs = try NodeMap(point, options: options).scene.discs
      for first in discs.indices {
        #expect(discs[first].center.x.isFinite && discs[first].center.y.isFinite)
        for second in 0..<first {
          #expect((discs[first].center - discs[second].center).length > 1)
        }
      }
    }
  }

  @Test func `Graphviz's own messages come as errors`() {
    #expect(throws: MapError.self) {
      try Graphviz.withLibrary { library throws(MapError) in
        var graph = try GraphvizGraph(name: "broken")
        graph.declareForNodes("pos", default: "")
        _ = try graph.addNode("n", [("pos", "nowhere")])
        return try library.withLayout(of: graph) { () throws(MapError) in
          try library.render(graph, format: "svg")
        }
      }
    }
    #expect(throws: MapError.self) {
      try Graphviz.withLibrary { library throws(MapError) in
        let graph = try GraphvizGraph(name: "empty")
        return try library.withLayout(of: graph) { () throws(MapError) in
          try library.render(graph, format: "no such format")
        }
      }
    }
  }

  @Test func `a machine without fonts is told so`() async {
    // Fontconfig reads its configuration once in a process.
    await #expect(processExitsWith: .exitCode(7)) {
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).conf").path
      try "<?xml version=\"1.0\"?><fontconfig></fontconfig>".write(
        toFile: path, atomically: true, encoding: .utf8)
      unsafe setenv("FONTCONFIG_FILE", path, 1)
      let square = Embedding(
        names: NameList(count: 4), dimensions: 2, vectors: [0, 0, 0, 1, 1, 0, 1, 1])
      do {
        _ = try NodeMap(square)
      } catch {
        exit("\(error)".hasPrefix("no fonts are installed") ? 7 : 1)
      }
    }
  }

  @Test func `numbers are read from lines of a node and a number`() throws {
    let names = try #require(NameList(["a b", "c"]))
    let path = FileManager.default.temporaryDirectory.appending(path: "amble-\(UUID()).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "# age\na b\t1.5\nc 2\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try NodeNumbers(reading: path, nodes: names).values == [1.5, 2])
    for (text, message) in [
      ("a b\tx\n", "line 1: a node and a finite number are expected"),
      ("a b\t1\nd 2\n", "line 2: there is no node 'd'; near it: 'c'"),
      ("c 2\n", "there is no number for node 'a b'"),
    ] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: MapError("\(path): \(message)")) {
        try NodeNumbers(reading: path, nodes: names)
      }
    }
  }
}
