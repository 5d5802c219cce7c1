internal import EmbeddingTables

extension Embedding {
  /// The first row with a component that is infinite or not a number, which no classifier can learn
  /// from; nil where all are finite.
  var firstRowThatIsNotFinite: Int? {
    (0..<count).first { row in
      let vector = self[row]
      return vector.indices.contains { !vector[$0].isFinite }
    }
  }
}
