import NodeEmbedding

/// Makes mistakes, which throw errors that have a name, and never end the program.
func tryMistakes(_ expectations: inout Expectations) {
  expectations.expect(FileError.self, "a graph that is not there") {
    _ = try Graph(contentsOf: "graphs/none.edges")
  }
  expectations.expect(EdgeListError.self, "a picture read as a graph") {
    _ = try Graph(contentsOf: "graphs/karate.svg")
  }
  expectations.expect(GraphError.self, "a weight that is no number") {
    _ = try Graph(sources: [0], targets: [1], weights: [.nan])
  }
  expectations.expect(GraphError.self, "an edge to a node beyond the last") {
    _ = try Graph(sources: [0], targets: [7], nodeCount: 2)
  }
  expectations.expect(OptionError.self, "no thread at all") {
    var method = Node2Vec()
    method.threadCount = 0
    _ = try method.embed(try Graph(contentsOf: "graphs/karate.edges"))
  }
  expectations.expect(EmbeddingError.self, "a table larger than any memory") {
    _ = try EmbeddingTable(rowCount: 1 << 31, dimensions: 1 << 60, seed: 1)
  }
  expectations.expect(OptionError.self, "a vector without components") {
    let graph = try Graph(contentsOf: "graphs/karate.edges")
    _ = try Node2Vec(dimensions: 0).embed(graph)
  }
  expectations.expect(EmbeddingError.self, "an index beyond the table") {
    _ = try EmbeddingTable(rowCount: 3, dimensions: 2, seed: 1).lookUp([3])
  }
  expectations.expect(EmbeddingFileError.self, "a graph read as vectors") {
    _ = try Embedding(contentsOf: "graphs/karate.svg")
  }
  expectations.expect(UnknownName.self, "a node that is not there") {
    let graph = try Graph(contentsOf: "graphs/karate.edges")
    let embedding = try DeepWalk(walksPerNode: 1, dimensions: 4).embed(graph)
    _ = try NamedQueries(embedding).neighbors(of: "35")
  }
}
