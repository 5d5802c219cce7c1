internal import RandomWalks

/// Some consecutive walks of a corpus, as addresses of their nodes, and the pairs in them.
struct WalkChunk: Sendable {
  /// The nodes of all walks, one walk after the other.
  private var addresses: [BlockLayout.Address] = []
  /// Where each walk ends in `addresses`.
  private var ends: [Int] = []
  /// The generator that draws each walk's windows.
  private var generators: [SplitMix64] = []
  private let window: Window
  /// How many pairs each bucket gets from the chunk; empty where that was not asked for.
  private(set) var pairCounts: [Int] = []

  /// Walks a range of a corpus.
  ///
  /// - Parameters:
  ///   - walks: Numbers of walks, counted over all epochs.
  ///   - corpus: The walks of one epoch.
  ///   - layout: The addresses of nodes.
  ///   - window: What becomes a pair.
  ///   - countsPairs: Whether the pairs will be sorted into buckets.
  init(
    _ walks: Range<Int>, of corpus: WalkCorpus, layout: BlockLayout, window: Window,
    countsPairs: Bool = true
  ) {
    self.window = window
    addresses.reserveCapacity(walks.count * corpus.walkLength)
    var nodes: [UInt32] = []
    var nodeEnds: [Int] = []
    var first = walks.lowerBound
    while first < walks.upperBound {
      // A chunk may end one epoch and begin the next.
      let (epoch, index) = first.quotientAndRemainder(dividingBy: corpus.walkCount)
      let count = min(walks.upperBound - first, corpus.walkCount - index)
      nodes.removeAll(keepingCapacity: true)
      nodeEnds.removeAll(keepingCapacity: true)
      corpus.append(walks: index..<index + count, to: &nodes, ends: &nodeEnds)
      var start = 0
      for (walk, end) in nodeEnds.enumerated() {
        append(nodes[start..<end], epoch: epoch, walk: index + walk, seed: corpus.seed, layout)
        start = end
      }
      first += count
    }
    if countsPairs { pairCounts = counts(blockCount: layout.blockCount) }
  }

  /// Appends the addresses of a walk's nodes.
  private mutating func append(
    _ nodes: ArraySlice<UInt32>, epoch: Int, walk: Int, seed: UInt64, _ layout: BlockLayout
  ) {
    var generator = SplitMix64(seed: seed, purpose: .window, UInt64(epoch), UInt64(walk))
    for node in nodes where window.keeps(node, using: &generator) {
      addresses.append(layout.addresses[Int(node)])
    }
    ends.append(addresses.count)
    generators.append(generator)
  }

  /// Calls a body with each node of each walk and the range of nodes around it that it is paired
  /// with; the range includes the node itself.
  @inline(__always)
  func forEachCentre(
    _ body: (_ addresses: Span<BlockLayout.Address>, _ centre: Int, _ contexts: Range<Int>) -> Void
  ) {
    let addresses = addresses.span
    var start = 0
    for (walk, end) in ends.enumerated() {
      var generator = generators[walk]
      for centre in start..<end {
        let reach = window.reach(using: &generator)
        body(addresses, centre, max(start, centre - reach)..<min(end, centre + reach + 1))
      }
      start = end
    }
  }

  private func counts(blockCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: blockCount * blockCount)
    // SAFETY: addresses have blocks below `blockCount`.
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      forEachCentre { addresses, centre, contexts in
        let block = Int(addresses[centre] >> 16)
        let counts = unsafe UnsafeMutableBufferPointer(
          rebasing: counts[block * blockCount..<(block + 1) * blockCount])
        let contexts = addresses.extracting(contexts)
        for index in contexts.indices { unsafe counts[Int(contexts[index] >> 16)] &+= 1 }
        // A centre is no context of its own.
        unsafe counts[block] &-= 1
      }
    }
    return counts
  }
}
