import EmbeddingTables
import Files
import Foundation
import Graphs
import NodeEmbedding
import RepositoryFiles
import SampleEmbeddings
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
    let embedding = SampleEmbeddings.embedding(
      of: labels, names: graph.names, dimensions: dimensions)
    return (embedding, graph, labels)
  }
}
