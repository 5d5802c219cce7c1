import EmbeddingTables
import Files
import Foundation
import Graphs
import Names
import NodeEmbedding
import RepositoryFiles
import Testing

@testable import NodeMaps

/// Graphs, embeddings and maps that several suites look at.
enum Samples {
  /// A graph of the package's own.
  static func graph(_ name: String) throws -> Graph {
    try EdgeList(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges").graph
  }

  /// The folder of a graph that papers publish; nil where it is not at hand.
  static func publishedGraph(_ name: String) -> String? {
    guard let path = RepositoryFiles.data.map({ "\($0)/\(name)" }),
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    return path
  }

  /// The faction of each member of the karate club.
  static func karateLabels(_ graph: Graph) -> [String?] {
    let hi: Set = [
      "1", "2", "3", "4", "5", "6", "7", "8", "9", "11", "12", "13", "14", "17", "18", "20", "22",
    ]
    return graph.names.map { hi.contains($0) ? "Mr. Hi" : "Officer" }
  }

  /// The scene of one of the package's graphs, embedded with few dimensions.
  static func scene(_ name: String, theme: Theme = .light) throws -> MapScene {
    let graph = try graph(name)
    let embedding = try DeepWalk(walksPerNode: 20, walkLength: 40, dimensions: 16, seed: 3)
      .embed(graph)
    var options = MapOptions()
    options.title = name
    options.theme = theme
    return try NodeMap(
      embedding, graph: graph, labelTexts: name == "karate" ? karateLabels(graph) : nil,
      options: options
    ).scene
  }

  /// An embedding of points in groups, and the graph of edges within and between the groups.
  static func clusters(
    count: Int, groups: Int, dimensions: Int = 8
  ) throws -> (embedding: Embedding, graph: Graph, labels: [Int]) {
    var edges = ""
    for node in 0..<count {
      for step in [groups, 2 * groups, 3 * groups + 1] {
        edges += "node\(node)\tnode\((node + step) % count)\n"
      }
    }
    let graph = try EdgeList(Array(edges.utf8), named: "clusters").graph
    let labels = graph.names.map { (Int($0.dropFirst(4)) ?? 0) % groups }
    return (embedding(of: labels, names: graph.names, dimensions: dimensions), graph, labels)
  }

  /// Points around the places of their groups.
  static func embedding(of groups: [Int], names: NameList, dimensions: Int = 8) -> Embedding {
    var random = SmallRandom(state: 5)
    var vectors: [Float] = []
    for group in groups {
      for component in 0..<dimensions {
        let center = (group * 31 + component * 17) % 13
        vectors.append(Float(center) + random.next() * 3)
      }
    }
    return Embedding(names: names, dimensions: dimensions, vectors: vectors)
  }
}

/// A small generator, so that samples are the same everywhere.
struct SmallRandom {
  var state: UInt64

  /// A number from 0 up to 1.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 24)
  }
}
