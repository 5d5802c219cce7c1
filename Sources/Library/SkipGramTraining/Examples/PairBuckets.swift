internal import Algorithms
internal import CVectorKernels
internal import Errors
internal import Parallel

/// The pairs of an episode, sorted into one bucket for each combination of a center block and a
/// context block.
///
/// Within a bucket, pairs keep the order of the walks. If the vectors of two blocks do not fit in
/// the caches of a core, the pairs of a bucket are sorted by tiles, which are groups of rows of the
/// center block, and only the pairs of a tile keep the order of the walks. The buckets are the same
/// for every number of threads. A pair takes 4 bytes: the center's row in the high 16 bits, the
/// context's in the low.
///
/// Tiles are for large blocks only: with pairs sorted by center, a graph of 2²⁰ nodes takes a tenth
/// less time, but BlogCatalog, whose nodes have many pairs in each bucket, loses 0.003 of F1.
@safe struct PairBuckets: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: while pairs are placed, each thread writes to the buckets of its own
  // center block; afterward they are only read.

  private let layout: BlockLayout
  /// The number of rows of a tile.
  private let tileSize: Int
  private var storage = LargeMemory<UInt32>()
  /// The start of each bucket, and the end of the last.
  private var bucketStarts: [Int]
  /// The nodes of the episode's walks, chunk after chunk.
  private var addresses = LargeMemory<BlockLayout.Address>()

  init(layout: BlockLayout, dimensions: Int) {
    self.init(layout: layout, tileSize: Self.tileSize(layout, dimensions: dimensions))
  }

  init(layout: BlockLayout, tileSize: Int) {
    self.layout = layout
    self.tileSize = tileSize
    bucketStarts = [Int](repeating: 0, count: layout.blockCount * layout.blockCount + 1)
  }

  private static func tileSize(_ layout: BlockLayout, dimensions: Int) -> Int {
    let rowByteCount = 4 * dimensions
    let rowCount = layout.rows(of: 0).count
    let isLarge = 2 * rowCount * rowByteCount > 1 << 20
    return max(1, isLarge ? (64 << 10) / rowByteCount : rowCount)
  }

  /// The number of pairs.
  var pairCount: Int { bucketStarts.last ?? 0 }

  /// Replaces the pairs by those of an episode, whose chunks must have been made for buckets.
  ///
  /// If the work is canceled, the pairs must not be used.
  ///
  /// - Throws: `MemoryError` if there is not enough memory for them.
  mutating func fill(
    from chunks: [WalkChunk], threadCount: Int, cancellation: Cancellation
  ) throws(MemoryError) {
    var place = 0
    for bucket in 0..<bucketStarts.count - 1 {
      bucketStarts[bucket] = place
      for chunk in chunks { place += chunk.pairCounts[bucket] }
    }
    bucketStarts[bucketStarts.count - 1] = place
    try Self.reserve(place, in: &storage)
    let starts = try gather(chunks, threadCount: threadCount)
    self.place(chunks, at: starts, threadCount: threadCount, cancellation: cancellation)
  }

  /// Copies the nodes of all chunks to one array; returns the start of each chunk in it.
  private mutating func gather(
    _ chunks: [WalkChunk], threadCount: Int
  ) throws(MemoryError) -> [Int] {
    let starts = chunks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.addresses.count) }
    try Self.reserve(starts[chunks.count], in: &addresses)
    let memory = addresses
    concurrently(chunks.count, threadCount: threadCount) { chunk in
      let nodes = chunks[chunk].addresses
      // SAFETY: every chunk has a range of its own.
      unsafe (memory.base + starts[chunk]).update(from: nodes, count: nodes.count)
    }
    return starts
  }

  /// Calls a body with the pairs of a bucket.
  borrowing func withPairs<Result>(
    center: Int, context: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let bucket = center * layout.blockCount + context
    let range = bucketStarts[bucket]..<bucketStarts[bucket + 1]
    return unsafe body(
      UnsafeBufferPointer(start: storage.base + range.lowerBound, count: range.count))
  }

  private static func reserve(
    _ count: Int, in memory: inout LargeMemory<UInt32>
  ) throws(MemoryError) {
    guard count > memory.count else { return }
    guard let larger = LargeMemory<UInt32>(count: count + count / 8) else {
      throw MemoryError(
        byteCount: Int.product(count, MemoryLayout<UInt32>.stride),
        purpose: "the pairs of an episode")
    }
    memory = larger
  }

  private borrowing func place(
    _ chunks: [WalkChunk], at starts: [Int], threadCount: Int, cancellation: Cancellation
  ) {
    concurrently(layout.blockCount, threadCount: threadCount) { block in
      if cancellation.isRequested { return }
      place(sortedCenters(of: block, in: chunks, at: starts), block: block)
    }
  }

  /// The centers of a block in all walks, sorted by tiles.
  private borrowing func sortedCenters(
    of block: Int, in chunks: [WalkChunk], at starts: [Int]
  ) -> [WalkChunk.Center] {
    var cursors = [Int](repeating: 0, count: layout.rows(of: block).count / tileSize + 2)
    for chunk in chunks {
      for index in chunk.centerStarts[block]..<chunk.centerStarts[block + 1] {
        cursors[Int(chunk.centers[index].row) / tileSize + 1] += 1
      }
    }
    for tile in 1..<cursors.count { cursors[tile] += cursors[tile - 1] }
    let count = cursors[cursors.count - 1]
    // SAFETY: the cursors of the tiles visit every position once.
    return unsafe [WalkChunk.Center](unsafeUninitializedCapacity: count) {
      sorted, initializedCount in
      for (chunk, start) in zip(chunks, starts) {
        for index in chunk.centerStarts[block]..<chunk.centerStarts[block + 1] {
          let center = chunk.centers[index]
          let tile = Int(center.row) / tileSize
          unsafe sorted[cursors[tile]] = center.moved(by: start)
          cursors[tile] += 1
        }
      }
      initializedCount = count
    }
  }

  /// Writes the pairs of a block's centers, each at the next free position of its bucket.
  private borrowing func place(_ centers: [WalkChunk.Center], block: Int) {
    let blockCount = layout.blockCount
    var cursors = Array(bucketStarts[block * blockCount..<(block + 1) * blockCount])
    let addresses = unsafe UnsafePointer(addresses.base)
    let base = unsafe storage.base
    let ahead = 12
    // SAFETY: a bucket has as many positions as the chunks have pairs for it.
    unsafe cursors.withUnsafeMutableBufferPointer { cursors in
      for index in centers.indices {
        let later = centers[min(index + ahead, centers.count - 1)]
        unsafe prefetch_line(addresses + (Int(later.place) - Int(later.before)))
        unsafe prefetch_line(addresses + (Int(later.place) + Int(later.after)))
        let center = centers[index]
        let place = Int(center.place)
        let row = UInt32(center.row) << 16
        func add(_ contexts: Range<Int>) {
          for context in contexts {
            let address = unsafe addresses[context]
            let place = unsafe cursors[Int(address >> 16)]
            unsafe cursors[Int(address >> 16)] = place &+ 1
            unsafe base[place] = row | address & 0xffff
          }
        }
        add(place - Int(center.before)..<place)
        add(place + 1..<place + 1 + Int(center.after))
      }
    }
  }
}
