import EmbeddingTables
import Names

/// Random numbers that are the same in every run.
struct RandomVectors {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// A number in −1..<1.
  mutating func number() -> Float {
    Float(next() & 0xffff) / 0x8000 - 1
  }

  mutating func numbers(_ count: Int) -> [Float] {
    (0..<count).map { _ in number() }
  }

  /// Numbers in −2...2 of which sums and products are exact, and often equal.
  mutating func integers(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float(next() % 5) - 2 }
  }
}

func embedding(_ vectors: [Float], dimensions: Int) -> Embedding {
  Embedding(
    names: NameList(count: vectors.count / dimensions), dimensions: dimensions, vectors: vectors)
}

extension Embedding {
  /// All components, row after row.
  var components: [Float] {
    let vectors = vectors
    return vectors.indices.map { vectors[$0] }
  }
}
