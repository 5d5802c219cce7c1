import NodeEmbedding

/// Draws a map.
func tryMap(
  _ embedding: Embedding, _ expectations: inout Expectations, folder: String
) throws {
  let graph = try Graph(contentsOf: "graphs/karate.edges")
  var options = MapOptions()
  options.title = "Karate club"
  let map = try NodeMap(embedding, graph: graph, options: options)
  let picture = String(decoding: try map.draw(as: .svg), as: UTF8.self)
  expectations.expect(
    picture.hasPrefix("<?xml") && picture.contains("Karate club") && picture.contains(">34</text>"),
    "the map is an SVG file with a title and names")
  try map.write(to: "\(folder)/karate.html")
  expectations.expect(map.places.dimensions == 2, "each node has a place")
  print("map: \(picture.utf8.count / 1024) KiB of SVG")
}
