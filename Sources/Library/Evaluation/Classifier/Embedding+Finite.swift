internal import EmbeddingTables

extension Embedding {
  /// The first row with a component that is not finite, from which no classifier can learn; nil if
  /// all components are finite.
  var firstRowThatIsNotFinite: Int? {
    (0..<count).first { row in
      let vector = self[row]
      return vector.indices.contains { !vector[$0].isFinite }
    }
  }
}
