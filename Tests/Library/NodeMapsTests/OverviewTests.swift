import Text
import EmbeddingTables
import Foundation
import Graphs
import Names
import Testing

@testable import NodeMaps

/// Maps of more nodes than can be told apart.
@Suite struct OverviewTests {
  static let nodeCount = 12_000

  static func map(
    theme: Theme = .light, coloring: MapOptions.Coloring = .automatic, threadCount: Int = 2
  ) throws
    -> (map: NodeMap, graph: Graph, embedding: Embedding)
  {
    let sample = try Samples.clusters(count: nodeCount, groups: 6)
    var options = MapOptions()
    options.threadCount = threadCount
    options.theme = theme
    options.coloring = coloring
    let map = try NodeMap(
      sample.embedding, graph: sample.graph,
      labelTexts: sample.labels.map { "province \($0)" }, options: options)
    return (map, sample.graph, sample.embedding)
  }

  @Test(arguments: Theme.allCases)
  func `every node is in one disc, and the caption counts them`(theme: Theme) throws {
    let scene = try Self.map(theme: theme).map.scene
    expectTidy(scene)
    let crowds = scene.discs.filter { !$0.members.isEmpty }
    let singles = scene.discs.filter { $0.members.isEmpty }
    #expect(crowds.count > 100)
    let all = crowds.flatMap(\.members) + singles.map(\.node)
    #expect(all.sorted() == Array(0..<Self.nodeCount))
    #expect(crowds.allSatisfy { $0.members.count >= SuperNodes.smallestCrowd })
    #expect(scene.nodes.count == Self.nodeCount)
    let caption = scene.captions.map(\.text).joined(separator: " · ")
    #expect(
      caption.contains(
        "4 or more nodes within 8 pt are one disc in the color of most of them: "
          + "\(crowds.count.groupedText) discs for "
          + "\((Self.nodeCount - singles.count).groupedText) nodes, "
          + "\(singles.count.groupedText) nodes have their own"))
    #expect(caption.contains("Lines join discs: \(scene.edges.count.groupedText) of "))
    #expect(scene.captions.contains { $0.text == "NODES" })
    for group in 0..<6 {
      #expect(scene.labels.contains { $0.text == "province \(group)" && $0.style.isBold })
    }
  }

  @Test func `areas of crowds grow with their numbers, and colors are those of most`() throws {
    let scene = try Self.map().map.scene
    let crowds = scene.discs.filter { !$0.members.isEmpty }
    let largest = try #require(crowds.map(\.members.count).max())
    let groupOfNode = Dictionary(
      uniqueKeysWithValues: scene.nodes.map { ($0.node, $0.group) })
    for crowd in crowds {
      let share = Double(crowd.members.count - 1) / Double(largest - 1)
      let whole = SuperNodes.spacing * 0.56
      #expect(abs(crowd.radius * crowd.radius - (1 + (whole * whole - 1) * share)) < 1e-9)
      let counts = Dictionary(grouping: crowd.members) { groupOfNode[$0] ?? nil }
        .mapValues(\.count)
      #expect(counts[crowd.group] == counts.values.max())
      let group = try #require(crowd.group)
      #expect(crowd.fill == scene.groups[group].color)
    }
  }

  @Test func `lines stand for the edges between discs`() {
    // Five nodes in one place, five in another, one alone.
    let centers =
      [Point](repeating: Point(x: 10, y: 10), count: 5)
      + [Point](repeating: Point(x: 90, y: 10), count: 5) + [Point(x: 50, y: 90)]
    let nodes = SuperNodes(
      centers: centers, degrees: [1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1], groupOfNode: [], singles: [])
    #expect(nodes.items.map(\.members.count).sorted() == [1, 5, 5])
    #expect(nodes.items[nodes.itemOfNode[0]].members == [1, 0, 2, 3, 4])
    func edge(_ source: Int, _ target: Int) -> MapEdge {
      MapEdge(source: source, target: target, strength: 1)
    }
    let edges = [edge(0, 1), edge(0, 5), edge(6, 1), edge(2, 7), edge(10, 3)]
    let lines = nodes.lines(of: edges, limit: 1)
    #expect(lines.withinCount == 1)
    #expect(lines.pairCount == 2)
    #expect(lines.shownCount == 3)
    #expect(lines.edges.map(\.strength) == [1])
    #expect(nodes.lines(of: edges, limit: 9).edges.map(\.strength) == [1, 1.0 / 3])
    // A node that is to stand alone does, wherever it is.
    let parted = SuperNodes(centers: centers, degrees: [], groupOfNode: [], singles: [2])
    #expect(parted.items[parted.itemOfNode[2]].members == [2])
  }

  @Test func `the SVG tells of nodes and crowds, and is the same for every number of threads`()
    throws
  {
    let (map, graph, embedding) = try Self.map()
    let bytes = try map.draw(as: .svg)
    #expect(try Self.map(threadCount: 1).map.draw(as: .svg) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.utf8.count < 20_000_000)
    let single = try #require(map.scene.discs.first { $0.members.isEmpty })
    let crowd = try #require(map.scene.discs.first { !$0.members.isEmpty })
    let near = try NearestNodes(of: [single.node], in: embedding, threadCount: 1).rows[0]
    #expect(near.count == NearestNodes.count)
    let names = near.map { graph.names[$0] }.joined(separator: ", ")
    #expect(
      text.contains(
        "<title>\(graph.names[single.node])&#10;6 edges&#10;Label: "
          + "\(map.scene.groups[single.group ?? 0].name)&#10;nearest vectors: \(names)</title>"))
    #expect(
      text.contains(
        "id=\"crowd-\(crowd.node)\"") && text.contains("<title>\(crowd.members.count) nodes&#10;"))
  }

  @Test func `a crowd's color is the mean where colors are numbers`() throws {
    let ages = (0..<Self.nodeCount).map { Double($0 % 11) }
    let scene = try Self.map(coloring: .numbers(ages, title: "Age")).map.scene
    let crowd = try #require(scene.discs.first { $0.members.count > 8 })
    let mean =
      crowd.members.reduce(0) { $0 + ages[$1] } / Double(crowd.members.count)
    #expect(crowd.fill == ColorScale.color(of: mean / 10))
  }
}

@Suite struct NearestNodesTests {
  @Test func `nearest nodes are those of the smallest angles, without the node itself`() throws {
    // Unit vectors at growing angles; the fourth is twice as long, the last has no direction.
    let angles: [Double] = [0, 0.1, 0.3, 0.6, 1.0, 1.5, 2.1]
    var vectors = angles.flatMap { [Float(cos($0)), Float(sin($0))] }
    vectors[6] *= 2
    vectors[7] *= 2
    vectors += [0, 0]
    let embedding = Embedding(names: NameList(count: 8), dimensions: 2, vectors: vectors)
    let nearest = try NearestNodes(of: [0, 3], in: embedding, threadCount: 2)
    #expect(nearest.rows[0] == [1, 2, 3, 4, 5])
    #expect(nearest.rows[1] == [2, 4, 1, 0, 5])
    let pair = Embedding(names: NameList(count: 2), dimensions: 1, vectors: [1, 2])
    #expect(try NearestNodes(of: [0, 1], in: pair, threadCount: 1).rows == [[1], [0]])
  }
}
