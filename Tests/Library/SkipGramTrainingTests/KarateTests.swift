import Foundation
import Graphs
import RandomWalks
import RepositoryFiles
import SkipGramTraining
import Testing

@Suite struct KarateTests {
  static let folder = URL(filePath: RepositoryFiles.graphs)

  /// The sides that the members took, in the order of the graph's nodes.
  static func sides(of graph: Graph) throws -> [Int] {
    let text = try String(contentsOf: folder.appending(path: "karate.labels"), encoding: .utf8)
    var sides: [String: Int] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      sides[String(fields[0])] = fields[1] == "Mr. Hi" ? 0 : 1
    }
    return graph.names.map { sides[$0] ?? -1 }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a member is nearer to its own side of the club`(seed: UInt64) throws {
    let graph = try Graph(contentsOf: Self.folder.appending(path: "karate.edges").path)
    let sides = try Self.sides(of: graph)
    var options = SkipGramOptions()
    options.dimensions = 16
    options.windowSize = 5
    let corpus = WalkCorpus(of: graph, options: WalkOptions(), seed: seed)
    let vectors = try SkipGramTrainer(options: options, seed: seed, threadCount: 2)
      .train(on: corpus).vectors()
    let unit = (0..<34).map { node in
      let vector = vectors[node * 16..<(node + 1) * 16]
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
    let correct = (0..<34).count { node in
      var sums: [Float] = [0, 0]
      var counts: [Float] = [0, 0]
      for other in 0..<34 where other != node {
        sums[sides[other]] += zip(unit[node], unit[other]).reduce(0) { $0 + $1.0 * $1.1 }
        counts[sides[other]] += 1
      }
      return (sums[0] / counts[0] > sums[1] / counts[1] ? 0 : 1) == sides[node]
    }
    // Two or three members stand on the border, as in Zachary's own analysis.
    #expect(correct >= 31, "\(correct) of 34")
  }
}
