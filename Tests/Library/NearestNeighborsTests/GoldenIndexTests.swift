import Testing

@testable import NearestNeighbors

/// Indexes as they always were, so that a file written by one version is what another builds.
@Suite struct GoldenIndexTests {
  /// The FNV-1a digest of all links, layer after layer, taken whole.
  static func digest(_ links: LayeredLinks) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for row in links.levels.indices {
      for layer in 0...Int(links.levels[row]) {
        for target in [UInt32.max] + links.links(of: UInt32(row), layer: layer) {
          digest = (digest ^ UInt64(target)) &* 0x100_0000_01b3
        }
      }
    }
    return digest
  }

  @Test(
    arguments: [
      (VectorMetric.euclidean, 0xff34_8bd9_da81_1621 as UInt64), (.dot, 0x7a8f_42c5_255c_6d48),
    ], [1, 3])
  func `seed 1 links rows as it always has`(
    golden: (metric: VectorMetric, digest: UInt64), threadCount: Int
  ) throws {
    // Sums of products of small integers are exact on every machine.
    var random = RandomVectors(seed: 17)
    let table = embedding(random.integers(400 * 9), dimensions: 9)
    let index = try HNSWIndex(
      table, metric: golden.metric,
      options: HNSWOptions(linkCount: 4, constructionWidth: 20, seed: 1),
      threadCount: threadCount)
    #expect(index.entry == 130)
    let digest = Self.digest(index.links)
    #expect(digest == golden.digest, "0x\(String(digest, radix: 16))")
  }
}
