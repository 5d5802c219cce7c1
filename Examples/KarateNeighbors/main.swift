// Who is like member 34 of the karate club? Thirty-four members, 78 friendships, and vectors that
// were learned from them.
//
//     swift run -c release KarateNeighbors [--seed N]

import NodeEmbedding

func run(seed: UInt64) throws {
  let graph = try Graph(contentsOf: "graphs/karate.edges")
  let embedding = try Node2Vec(dimensions: 32, seed: seed).embed(graph)

  print("The five members nearest to 34, by the cosine of their vectors:")
  for neighbor in try NamedQueries(embedding).neighbors(of: "34", count: 5) {
    print("  \(neighbor.name)\t\((neighbor.score * 1000).rounded() / 1000)")
  }
}

/// The argument that follows a word.
func argument(after word: String) -> String? {
  CommandLine.arguments.drop { $0 != word }.dropFirst().first
}

try run(seed: argument(after: "--seed").flatMap { UInt64($0) } ?? 1)
