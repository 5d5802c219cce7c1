internal import EmbeddingTables
internal import Names
internal import Text

/// A node is asked for whose vector has no nearest ones.
struct NonFiniteVector: Error, CustomStringConvertible {
  let name: String

  var description: String {
    "the vector of \(Excerpt.quoted(name.utf8)) has a component that is infinite or not a number: "
      + "no vector is near it"
  }
}

extension Embedding {
  /// Checks that all components of some vectors are finite.
  ///
  /// - Parameter names: Names of vectors; others are ignored.
  /// - Throws: `NonFiniteVector` for the first vector with a component that is not.
  func requireFinite(_ names: [String]) throws(NonFiniteVector) {
    for name in names {
      guard let row = self.names.index(of: name) else { continue }
      let vector = self[row]
      for place in vector.indices where !vector[place].isFinite {
        throw NonFiniteVector(name: name)
      }
    }
  }
}
