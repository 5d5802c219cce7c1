internal import RandomWalks

/// Some consecutive walks of a corpus, as the addresses of their nodes, and the window of each
/// node.
struct WalkChunk: Sendable {
  /// A node at its position, and how far its pairs reach on both sides, cut off at the ends of its
  /// walk.
  struct Center: Sendable, BitwiseCopyable {
    /// The position in `addresses`.
    let place: UInt32
    /// The row in its block.
    let row: UInt16
    let before: UInt16
    let after: UInt16

    /// The same center after `count` nodes have been put before its walks.
    func moved(by count: Int) -> Center {
      Center(place: place + UInt32(count), row: row, before: before, after: after)
    }
  }

  /// The nodes of all walks, one walk after the other.
  private(set) var addresses: [BlockLayout.Address] = []
  /// The same nodes as centers: in the same order or, for buckets, sorted by their blocks.
  private(set) var centers: [Center] = []
  /// The start of each block's centers, and the end of the last; empty unless made for buckets.
  private(set) var centerStarts: [Int] = []
  /// How many pairs the chunk adds to each bucket; empty unless made for buckets.
  private(set) var pairCounts: [Int] = []

  /// Makes the walks of a range of a corpus.
  ///
  /// - Parameters:
  ///   - walks: Numbers of walks, counted over all epochs.
  ///   - corpus: The walks of one epoch.
  ///   - layout: The addresses of nodes.
  ///   - window: Which nodes become pairs.
  ///   - forBuckets: Whether the pairs will be sorted into buckets.
  init(
    _ walks: Range<Int>, of corpus: any Corpus, layout: BlockLayout, window: Window,
    forBuckets: Bool
  ) {
    addresses.reserveCapacity(walks.count * corpus.walkLength)
    centers.reserveCapacity(walks.count * corpus.walkLength)
    let (seed, walkCount) = (corpus.seed, corpus.walkCount)
    var nodes: [UInt32] = []
    var nodeEnds: [Int] = []
    var first = walks.lowerBound
    while first < walks.upperBound {
      // A chunk may end one epoch and begin the next.
      let (epoch, index) = first.quotientAndRemainder(dividingBy: walkCount)
      let count = min(walks.upperBound - first, walkCount - index)
      nodes.removeAll(keepingCapacity: true)
      nodeEnds.removeAll(keepingCapacity: true)
      corpus.append(walks: index..<index + count, to: &nodes, ends: &nodeEnds)
      var start = 0
      for (walk, end) in nodeEnds.enumerated() {
        var generator = SplitMix64(
          seed: seed, purpose: .window, UInt64(epoch), UInt64(index + walk))
        append(nodes[start..<end], layout, window, using: &generator)
        start = end
      }
      first += count
    }
    guard forBuckets else { return }
    pairCounts = counts(blockCount: layout.blockCount)
    sortCenters(blockCount: layout.blockCount)
  }

  /// Appends the addresses and the windows of a walk's nodes.
  private mutating func append(
    _ nodes: ArraySlice<UInt32>, _ layout: BlockLayout, _ window: Window,
    using generator: inout SplitMix64
  ) {
    let start = addresses.count
    for node in nodes where window.keeps(node, using: &generator) {
      addresses.append(layout.addresses[Int(node)])
    }
    for place in start..<addresses.count {
      let reach = window.reach(using: &generator)
      centers.append(
        Center(
          place: UInt32(place), row: UInt16(truncatingIfNeeded: addresses[place]),
          before: UInt16(min(reach, place - start)),
          after: UInt16(min(reach, addresses.count - 1 - place))))
    }
  }

  /// Calls a body with each node of each walk and the range of positions that it is paired with;
  /// the range includes the position of the node itself.
  @inline(__always)
  func forEachCenter(
    _ body: (_ addresses: Span<BlockLayout.Address>, _ center: Int, _ contexts: Range<Int>) -> Void
  ) {
    let addresses = addresses.span
    for center in centers {
      let place = Int(center.place)
      body(addresses, place, place - Int(center.before)..<place + Int(center.after) + 1)
    }
  }

  private func counts(blockCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: blockCount * blockCount)
    // SAFETY: addresses have blocks below `blockCount`.
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      forEachCenter { addresses, center, contexts in
        let block = Int(addresses[center] >> 16)
        let counts = unsafe UnsafeMutableBufferPointer(
          rebasing: counts[block * blockCount..<(block + 1) * blockCount])
        let contexts = addresses.extracting(contexts)
        for index in contexts.indices { unsafe counts[Int(contexts[index] >> 16)] &+= 1 }
        // A center is not paired with itself.
        unsafe counts[block] &-= 1
      }
    }
    return counts
  }

  private mutating func sortCenters(blockCount: Int) {
    var cursors = [Int](repeating: 0, count: blockCount + 1)
    for address in addresses { cursors[Int(address >> 16) + 1] += 1 }
    for block in 0..<blockCount { cursors[block + 1] += cursors[block] }
    centerStarts = cursors
    // SAFETY: the cursors of the blocks visit every position once.
    centers = unsafe [Center](unsafeUninitializedCapacity: centers.count) { sorted, count in
      for center in centers {
        let block = Int(addresses[Int(center.place)] >> 16)
        unsafe sorted[cursors[block]] = center
        cursors[block] += 1
      }
      count = centers.count
    }
  }
}

extension SplitMix64.Purpose {
  /// The window sizes and the subsampling of a walk; addressed by epoch and walk.
  static let window = Self(rawValue: 3)
}
