// A map of the karate club: every member a disc, near those whose vectors are like theirs, in the
// color of the side that they took when the club split.
//
//     swift run -c release KarateMap [--seed N] [--output FILE]
//
// FILE ends with .svg, .png, .pdf, .dot or .html.

import NodeEmbedding
import NodeMaps

func run(seed: UInt64, output: String) throws {
  let graph = try Graph(contentsOf: "graphs/karate.edges")
  let sides = try NodeLabels(contentsOf: "graphs/karate.labels", nodes: graph.names)
  var method = DeepWalk(walkLength: 40, dimensions: 16, seed: seed)
  method.training.epochCount = 5
  let embedding = try method.embed(graph)

  var options = MapOptions()
  options.title = "Zachary’s karate club"
  options.labelTitle = "Side"
  options.seed = seed
  options.measuresQuality = true
  let map = try NodeMap(embedding, graph: graph, labels: sides, options: options)
  try map.write(to: output)

  let kept = map.quality.map { Int((100 * $0.keptShare).rounded()) } ?? 0
  print("wrote \(output): \(graph.nodeCount) members, \(graph.edgeCount) friendships")
  print("\(kept) % of the nearest vectors are nearest on the map, too")
}

/// The argument that follows a word.
func argument(after word: String) -> String? {
  CommandLine.arguments.drop { $0 != word }.dropFirst().first
}

try run(
  seed: argument(after: "--seed").flatMap { UInt64($0) } ?? 1,
  output: argument(after: "--output") ?? "karate-map.svg")
