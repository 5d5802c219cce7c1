import EmbeddingTables
import Errors
import Foundation
import Names
import Projections
import Testing

@Suite struct PrincipalComponentsTests {
  /// What scikit-learn says of some vectors; written by `Fixtures/make_pca.py`.
  struct Reference: Decodable, Sendable, CustomTestStringConvertible {
    var dimensions: Int
    var count: Int
    var vectors: [Float]
    var mean: [Double]
    var axes: [Double]
    var variance: [Double]
    var ratio: [Double]
    var coordinates: [Double]
    var whitened: [Double]
    var inverse: [Double]

    var testDescription: String { "\(vectors.count / dimensions) × \(dimensions)" }

    var embedding: Embedding {
      Embedding(
        names: NameList(count: vectors.count / dimensions), dimensions: dimensions,
        vectors: vectors)
    }
  }

  static let references: [Reference] = {
    do {
      let url = try #require(
        Bundle.module.url(forResource: "pca", withExtension: "json", subdirectory: "Fixtures"))
      return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: url))
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: references)
  func `components, variances and coordinates are those of scikit-learn`(reference: Reference)
    throws
  {
    let components = try PrincipalComponents(of: reference.embedding, count: reference.count)
    let deviation = reference.variance[0].squareRoot()
    #expect(distance(components.mean, reference.mean) <= 1e-5 * deviation)
    #expect(distance(components.axes, reference.axes) <= 1e-5)
    #expect(distance(components.explainedVarianceRatio, reference.ratio) <= 1e-6)
    for (ours, theirs) in zip(components.explainedVariance, reference.variance) {
      #expect(abs(ours / theirs - 1) <= 1e-5)
    }
    let coordinates = try components.transform(reference.vectors.span)
    #expect(distance(coordinates.map(Double.init), reference.coordinates) <= 1e-5 * deviation)
    let whitened = try components.transform(reference.vectors.span, isWhitened: true)
    #expect(distance(whitened.map(Double.init), reference.whitened) <= 5e-5)
    let inverse = try components.inverseTransform(coordinates)
    #expect(distance(inverse.map(Double.init), reference.inverse) <= 2e-5 * deviation)
    let unwhitened = try components.inverseTransform(whitened, isWhitened: true)
    #expect(distance(unwhitened.map(Double.init), reference.inverse) <= 5e-5 * deviation)
  }

  @Test func `the number of threads changes no bit`() throws {
    let embedding = randomEmbedding(count: 70_000, dimensions: 5)
    let single = try PrincipalComponents(of: embedding, count: 5, threadCount: 1)
    let many = try PrincipalComponents(of: embedding, count: 5, threadCount: 7)
    #expect(single.axes == many.axes)
    #expect(
      try single.transform(embedding.vectors, threadCount: 1)
        == many.transform(embedding.vectors, threadCount: 7))
  }

  @Test func `all components hold all of the variance, and unwhitened they give the vectors back`()
    throws
  {
    let embedding = randomEmbedding(count: 500, dimensions: 6)
    let components = try PrincipalComponents(of: embedding, count: 6)
    #expect(abs(components.explainedVarianceRatio.reduce(0, +) - 1) < 1e-6)
    let back = try components.inverseTransform(components.transform(embedding.vectors))
    for (index, value) in back.enumerated() {
      #expect(abs(value - embedding.vectors[index]) < 1e-5)
    }
  }

  @Test func `equal vectors have no variance and stay at the origin`() throws {
    let embedding = Embedding(
      names: NameList(count: 3), dimensions: 2, vectors: [1, 2, 1, 2, 1, 2])
    let components = try PrincipalComponents(of: embedding)
    #expect(components.explainedVarianceRatio == [0, 0])
    #expect(try components.transform(embedding.vectors, isWhitened: true) == [0, 0, 0, 0, 0, 0])
  }

  @Test func `a number that is not finite is named`() {
    let embedding = Embedding(
      names: NameList(count: 3), dimensions: 2, vectors: [1, 2, 3, .nan, 5, 6])
    #expect(
      throws: ProjectionError(
        "component 2 of the vector of '1' is nan: maps need finite numbers")
    ) { try PrincipalComponents(of: embedding) }
  }

  @Test func `too few vectors and too many components are refused`() {
    let single = Embedding(names: NameList(count: 1), dimensions: 2, vectors: [1, 2])
    #expect(throws: ProjectionError("1 vectors have no principal components: 2 or more have")) {
      try PrincipalComponents(of: single)
    }
    #expect(throws: ProjectionError("3 components of 2 dimensions: take from 1 to 2")) {
      try PrincipalComponents(of: randomEmbedding(count: 9, dimensions: 2), count: 3)
    }
    #expect(throws: OptionError(option: "threadCount", value: "0", accepted: "at least 1")) {
      try PrincipalComponents(of: randomEmbedding(count: 9, dimensions: 2), threadCount: 0)
    }
  }

  @Test func `vectors and coordinates that are not complete are refused`() throws {
    let components = try PrincipalComponents(of: randomEmbedding(count: 9, dimensions: 3))
    let vectors: [Float] = [1, 2, 3, 4]
    #expect(throws: ProjectionError("4 numbers are no vectors of 3 dimensions")) {
      try components.transform(vectors.span)
    }
    #expect(throws: ProjectionError("3 numbers are no vectors of 2 components")) {
      try components.inverseTransform([1, 2, 3])
    }
  }

  private func distance(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count)
    return zip(left, right).map { abs($0 - $1) }.max() ?? 0
  }

  private func randomEmbedding(count: Int, dimensions: Int) -> Embedding {
    var state: UInt64 = 1
    let vectors = (0..<count * dimensions).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * Float(index % dimensions + 1)
    }
    return Embedding(names: NameList(count: count), dimensions: dimensions, vectors: vectors)
  }
}
