import NodeEmbedding
import Testing

/// What a stranger names with one import.
@Suite struct OneImportTests {
  @Test func `every error in the manual can be caught with one import`() {
    let errors: [any Error.Type] = [
      EdgeListError.self, GraphError.self, EmbeddingError.self, EmbeddingFileError.self,
      FileError.self,
      MapError.self, MetapathError.self, OptionError.self, TextTableError.self, TrainingError.self,
      UnknownName.self, ProjectionError.self, NeighborSearchError.self, MemoryError.self,
    ]
    #expect(Set(errors.map { String(reflecting: $0) }).count == errors.count)
  }

  @Test func `no name stands for two things`() {
    // Each of these would be ambiguous if two modules had it.
    let types: [Any.Type] = [
      Graph.self, EdgeList.self, WalkCorpus.self, WalkOptions.self, SkipGramOptions.self,
      TrainingOptimizer.self, Embedding.self, (any RowOptimizer).self,
      NamedQueries.self, HNSWIndex.self, LinkPrediction.self, NodeClassification.self,
      NodeMap.self, MapOptions.self, SplitMix64.self,
    ]
    #expect(types.count == 15)
  }
}
