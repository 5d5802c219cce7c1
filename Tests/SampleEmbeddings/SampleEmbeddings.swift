public import EmbeddingTables
public import Names

/// Embeddings that suites of several modules look at.
public enum SampleEmbeddings {
  /// Points around the places of their groups.
  ///
  /// - Parameters:
  ///   - groups: The group of each point, at least 0.
  ///   - names: As many names.
  ///   - dimensions: The number of components.
  /// - Returns: One vector per point, the same in every run.
  public static func embedding(
    of groups: [Int], names: NameList, dimensions: Int = 8
  ) -> Embedding {
    var random = SmallRandom(state: 5)
    var vectors: [Float] = []
    for group in groups {
      for component in 0..<dimensions {
        let center = (group * 31 + component * 17) % 13
        vectors.append(Float(center) + random.next() * 3)
      }
    }
    return Embedding(names: names, dimensions: dimensions, vectors: vectors)
  }
}

/// A small generator, so that samples are the same everywhere.
public struct SmallRandom {
  private var state: UInt64

  /// Starts at a state.
  public init(state: UInt64) { self.state = state }

  /// A number from 0 up to 1.
  public mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 24)
  }
}
