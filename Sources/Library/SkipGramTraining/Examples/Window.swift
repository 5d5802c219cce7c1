internal import RandomWalks

/// The rules by which nodes of a walk become pairs.
struct Window: Sendable {
  private let size: Int
  private let isReduced: Bool
  /// The probability with which each node is kept in a walk; empty if all nodes are kept.
  private let keepProbabilities: [Double]

  /// Prepares the windows of a run.
  ///
  /// - Parameters:
  ///   - options: The window's size, whether it is reduced, and the subsampling.
  ///   - frequencies: How often each node occurs in the walks of an epoch.
  init(options: SkipGramOptions, frequencies: [Int]) {
    size = options.windowSize
    isReduced = options.reducesWindow
    let total = Double(frequencies.reduce(0, +))
    keepProbabilities =
      options.subsampling > 0
      ? frequencies.map { frequency in
        let ratio = options.subsampling * total / Double(max(1, frequency))
        return ratio.squareRoot() + ratio
      } : []
  }

  /// Draws whether an occurrence of a node is kept in its walk.
  @inline(__always)
  func keeps(_ node: UInt32, using generator: inout SplitMix64) -> Bool {
    keepProbabilities.isEmpty || generator.nextUnit() < keepProbabilities[Int(node)]
  }

  /// Draws how far the pairs of the next node reach on both sides.
  @inline(__always)
  func reach(using generator: inout SplitMix64) -> Int {
    isReduced ? 1 + generator.next(below: size) : size
  }

  /// The expected number of pairs per node in a long walk.
  var pairsPerToken: Int { isReduced ? size + 1 : 2 * size }
}
