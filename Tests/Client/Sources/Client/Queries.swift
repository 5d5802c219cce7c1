import NodeEmbedding

/// Asks who is near whom.
func tryQueries(_ embedding: Embedding, _ expectations: inout Expectations) throws {
  let nearest = try NamedQueries(embedding).neighbors(of: "34", count: 5)
  expectations.expect(nearest.count == 5, "five names are asked for and five are given")
  expectations.expect(
    nearest.map(\.score) == nearest.map(\.score).sorted(by: >), "the nearest comes first")
  expectations.expect(
    nearest.map(\.name) == ["19", "27", "21", "30", "16"], "they are those that the README names")
  print("neighbors of 34: \(nearest.map(\.name).joined(separator: " "))")
}
