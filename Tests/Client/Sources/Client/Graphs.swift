import NodeEmbedding

/// Reads a graph, and builds others in memory.
func tryGraphs(_ expectations: inout Expectations) throws {
  let karate = try Graph(contentsOf: "graphs/karate.edges")
  expectations.expect(
    karate.nodeCount == 34 && karate.edgeCount == 78, "the karate club has 34 members, 78 ties")

  let team = try Graph(edges: [("Ada", "Charles"), ("Charles", "Luigi"), ("Luigi", "Ada")])
  expectations.expect(
    team.nodeCount == 3 && team.edgeCount == 3 && !team.isDirected && !team.isWeighted,
    "three names make a triangle")
  expectations.expect(
    Array(team.names) == ["Ada", "Charles", "Luigi"], "nodes are in the order of their names' edges"
  )

  let roads = try Graph(
    sources: [0, 1, 2], targets: [1, 2, 3], weights: [1.5, 2, 0.5], nodeCount: 5, isDirected: true)
  expectations.expect(
    roads.nodeCount == 5 && roads.edgeCount == 3 && roads.isDirected && roads.isWeighted,
    "three weighted arcs leave one of five nodes alone")
  expectations.expect(
    roads.weight(from: 0, to: 1) == 1.5 && roads.weight(from: 1, to: 0) == nil,
    "an arc leads one way")
  print("graphs: \(karate.nodeCount), \(team.nodeCount) and \(roads.nodeCount) nodes")
}
