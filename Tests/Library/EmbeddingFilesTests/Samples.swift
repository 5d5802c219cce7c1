import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

/// Embeddings and folders for tests.
enum Samples {
  /// A folder of the test's own, removed when the body is done.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "amble-embeddings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  static func embedding(
    _ names: [String], dimensions: Int, _ vectors: [Float], metadata: EmbeddingMetadata = [:]
  ) throws -> Embedding {
    Embedding(
      names: try #require(NameList(names)), dimensions: dimensions, vectors: vectors,
      metadata: metadata)
  }

  /// Finite numbers of all sizes: random bits from a linear congruential generator (Knuth, MMIX),
  /// after zeros of both signs, denormal numbers and the largest ones.
  static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var numbers: [Float] = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, Float(bitPattern: 12_345),
      .leastNormalMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1, -1, 0.1, 16_777_216, 1e10, 1e-5,
    ]
    var state = seed
    while numbers.count < count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Float(bitPattern: UInt32(state >> 32))
      if number.isFinite { numbers.append(number) }
    }
    return Array(numbers.prefix(count))
  }

  static func bits(_ embedding: Embedding) -> [UInt32] {
    embedding.vectors.indices.map { embedding.vectors[$0].bitPattern }
  }

  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  static func content(of path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
