import Foundation
import NodeEmbedding
import RepositoryFiles
import Testing

@Suite struct Node2VecTests {
  static let karate = "\(RepositoryFiles.graphs)/karate.edges"

  @Test func `an edge list becomes vectors by name, and a file`() throws {
    let graph = try Graph(contentsOf: Self.karate)
    let embedding = try Node2Vec(inOutParameter: 0.5, dimensions: 16).embed(graph)
    #expect(embedding.count == 34)
    #expect(embedding.vector(named: "34")?.count == 16)
    let nearest = try NamedQueries(embedding).neighbors(of: "34", count: 3)
    #expect(nearest.map { $0.name }.contains("33"))

    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).emb").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try embedding.write(to: path)
    let read = try Embedding(contentsOf: path)
    #expect(read.vector(named: "34") == embedding.vector(named: "34"))
  }

  @Test func `DeepWalk is node2vec with p and q of 1`() throws {
    let graph = try Graph(contentsOf: Self.karate)
    let deepWalk = try DeepWalk(dimensions: 8, seed: 3).embed(graph)
    let node2vec = try Node2Vec(dimensions: 8, seed: 3).embed(graph)
    let other = try Node2Vec(inOutParameter: 4, dimensions: 8, seed: 3).embed(graph)
    #expect(deepWalk.vector(named: "1") == node2vec.vector(named: "1"))
    #expect(deepWalk.vector(named: "1") != other.vector(named: "1"))
  }

  @Test func `an option out of range is refused by name before any work`() throws {
    let graph = try Graph(contentsOf: Self.karate)
    let error = #expect(throws: OptionError.self) {
      try Node2Vec(returnParameter: -1).embed(graph)
    }
    #expect(error?.option == "returnParameter")
  }

  @Test func `a declared node without edges gets a vector`() throws {
    let folder = FileManager.default.temporaryDirectory
    let nodes = folder.appending(path: "\(UUID()).nodes").path
    defer { try? FileManager.default.removeItem(atPath: nodes) }
    try "35\n36\n".write(toFile: nodes, atomically: true, encoding: .utf8)
    var options = EdgeListOptions()
    options.nodesPath = nodes
    let graph = try Graph(contentsOf: Self.karate, options: options)
    let embedding = try Node2Vec(dimensions: 8).embed(graph)
    #expect(embedding.count == 36)
    #expect(embedding.vector(named: "36")?.allSatisfy { $0.isFinite } == true)
  }
}
