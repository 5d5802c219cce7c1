// How p and q change who is near whom: DeepWalk beside node2vec at the two settings of the paper's
// figure 3, on the characters of Les Misérables.
//
//     swift run -c release LesMiserablesComparison [--seed N]

import NodeEmbedding

func run(seed: UInt64) throws {
  let graph = try Graph(contentsOf: "graphs/lesmis.edges")
  let settings: [(String, Double, Double)] = [
    ("DeepWalk", 1, 1),
    ("node2vec, p = 1, q = 0.5: outward", 1, 0.5),
    ("node2vec, p = 1, q = 2: nearby", 1, 2),
  ]
  for (title, p, q) in settings {
    let method = Node2Vec(returnParameter: p, inOutParameter: q, dimensions: 32, seed: seed)
    let queries = try NamedQueries(try method.embed(graph))
    print(title)
    for character in ["Valjean", "Marius", "Thenardier"] {
      let nearest = try queries.neighbors(of: character, count: 4).map { $0.name }
      print("  \(character): \(nearest.joined(separator: ", "))")
    }
  }
}

/// The argument that follows a word.
func argument(after word: String) -> String? {
  CommandLine.arguments.drop { $0 != word }.dropFirst().first
}

try run(seed: argument(after: "--seed").flatMap { UInt64($0) } ?? 1)
