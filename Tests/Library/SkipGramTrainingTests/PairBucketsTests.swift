import Algorithms
import Graphs
import Parallel
import RandomWalks
import Testing

@testable import SkipGramTraining

@Suite struct PairBucketsTests {
  /// A ring with chords: every walk goes on, and nodes come back within a window.
  static let graph = Graph(
    nodeCount: 300, edges: (0..<300).flatMap { [($0, ($0 + 1) % 300), ($0, ($0 + 7) % 300)] })

  static func corpus() -> WalkCorpus {
    var walks = WalkOptions()
    walks.walksPerNode = 2
    walks.walkLength = 12
    return WalkCorpus(of: graph, options: walks, seed: 3)
  }

  /// The nodes of some walks, read off one by one.
  static func walks(_ range: Range<Int>, of corpus: WalkCorpus) -> [[Node]] {
    range.map { index in
      var nodes: [Node] = []
      corpus.append(walk: index, to: &nodes)
      return nodes
    }
  }

  static func window(size: Int, isReduced: Bool, corpus: WalkCorpus) throws -> Window {
    var options = SkipGramOptions()
    options.windowSize = size
    options.reducesWindow = isReduced
    return Window(options: options, frequencies: try corpus.nodeFrequencies(threadCount: 1))
  }

  /// The pairs of every bucket, bucket after bucket.
  static func pairs(_ buckets: borrowing PairBuckets, blockCount: Int) -> [[UInt32]] {
    var pairs: [[UInt32]] = []
    for center in 0..<blockCount {
      for context in 0..<blockCount {
        pairs.append(
          unsafe buckets.withPairs(center: center, context: context) { unsafe Array($0) })
      }
    }
    return pairs
  }

  @Test(arguments: [1, 3, 10, 20], [1, 10, 75, 200])
  func `every pair of a full window is in its bucket, by tiles and then in the order of the walks`(
    size: Int, tileSize: Int
  ) throws {
    let corpus = Self.corpus()
    let layout = BlockLayout(nodeCount: 300, blockCount: 4, seed: 1)
    let window = try Self.window(size: size, isReduced: false, corpus: corpus)
    let range = 40..<170
    var tiles = [[[UInt32]]](
      repeating: [[UInt32]](repeating: [], count: 75),
      count: layout.blockCount * layout.blockCount)
    for nodes in Self.walks(range, of: corpus) {
      for (position, node) in nodes.enumerated() {
        for (other, context) in nodes.enumerated()
        where other != position && abs(other - position) <= size {
          let center = layout.addresses[Int(node)]
          let context = layout.addresses[Int(context)]
          let bucket = Int(center >> 16) * layout.blockCount + Int(context >> 16)
          tiles[bucket][Int(center & 0xffff) / tileSize].append(center << 16 | context & 0xffff)
        }
      }
    }
    let expected = tiles.map { $0.flatMap(\.self) }
    for chunkCount in [1, 5] {
      let chunks = (0..<chunkCount).map { chunk in
        WalkChunk(
          range.part(chunk, of: chunkCount), of: corpus, layout: layout, window: window,
          forBuckets: true)
      }
      var buckets = PairBuckets(layout: layout, tileSize: tileSize)
      try buckets.fill(from: chunks, threadCount: 2, cancellation: Cancellation())
      #expect(Self.pairs(buckets, blockCount: layout.blockCount) == expected)
      #expect(buckets.pairCount == expected.reduce(0) { $0 + $1.count })
    }
  }

  @Test func `a reduced window keeps near pairs in proportion`() throws {
    // Each center draws its reach from 1...5, so a pair at distance d stays with probability
    // (6 - d)/5. Walks of twelve nodes have 2 (12 - d) pairs at that distance.
    let corpus = Self.corpus()
    let layout = BlockLayout(nodeCount: 300, blockCount: 4, seed: 1)
    let window = try Self.window(size: 5, isReduced: true, corpus: corpus)
    let chunk = WalkChunk(
      0..<600, of: corpus, layout: layout, window: window, forBuckets: false)
    var counts = [Int](repeating: 0, count: 6)
    chunk.forEachCenter { _, center, contexts in
      for context in contexts where context != center { counts[abs(context - center)] += 1 }
    }
    for distance in 1...5 {
      let all = Double(600 * 2 * (12 - distance))
      let share = Double(6 - distance) / 5
      let deviation = (all * share * (1 - share)).squareRoot()
      // Both sides of a center share one draw, hence twice the deviation of single draws.
      #expect(abs(Double(counts[distance]) - all * share) <= 8 * deviation)
    }
    #expect(counts[1] == 600 * 2 * 11)
  }

  @Test func `filling again replaces the pairs`() throws {
    let corpus = Self.corpus()
    let layout = BlockLayout(nodeCount: 300, blockCount: 4, seed: 1)
    let window = try Self.window(size: 3, isReduced: true, corpus: corpus)
    func chunk(_ range: Range<Int>) -> WalkChunk {
      WalkChunk(range, of: corpus, layout: layout, window: window, forBuckets: true)
    }
    var once = PairBuckets(layout: layout, tileSize: 100)
    try once.fill(from: [chunk(0..<10)], threadCount: 1, cancellation: Cancellation())
    var twice = PairBuckets(layout: layout, tileSize: 100)
    try twice.fill(from: [chunk(100..<500)], threadCount: 1, cancellation: Cancellation())
    try twice.fill(from: [chunk(0..<10)], threadCount: 1, cancellation: Cancellation())
    #expect(
      Self.pairs(once, blockCount: layout.blockCount)
        == Self.pairs(twice, blockCount: layout.blockCount))
  }

  @Test func `subsampling keeps nodes with the probability of its formula`() {
    // Two nodes: one makes up 90 % of the walks, the other 10 %.
    var options = SkipGramOptions()
    options.subsampling = 0.01
    let window = Window(options: options, frequencies: [900, 100])
    var generator = SplitMix64(seed: 8)
    for (node, share) in [(UInt32(0), 0.9), (UInt32(1), 0.1)] {
      let kept = (0..<100_000).count { _ in window.keeps(node, using: &generator) }
      let expected = (0.01 / share).squareRoot() + 0.01 / share
      #expect(abs(Double(kept) / 100_000 - expected) < 0.006)
    }
  }

  @Test func `each walk of each epoch has windows of its own`() throws {
    let corpus = Self.corpus()
    let window = try Self.window(size: 10, isReduced: true, corpus: corpus)
    let layout = BlockLayout(nodeCount: 300, blockCount: 1, seed: 1)
    /// How far the pairs of each node of a walk reach, in each epoch.
    func reaches(ofWalk walk: Int) -> [[Int]] {
      (0..<3).map { epoch in
        let first = epoch * corpus.walkCount + walk
        let chunk = WalkChunk(
          first..<first + 1, of: corpus, layout: layout, window: window, forBuckets: false)
        return chunk.centers.map { Int($0.before) * 100 + Int($0.after) }
      }
    }
    let all = (0..<20).flatMap { reaches(ofWalk: $0) }
    #expect(Set(all).count == all.count)
  }
}
