internal import RandomWalks
internal import SystemLibrary

/// Draws negative samples from a block: rows with probability proportional to a power of their
/// frequency.
///
/// T. Mikolov et al.: Distributed Representations of Words and Phrases and their Compositionality,
/// NIPS 2013, section 2.2; there the power is 3/4.
struct NegativeSampler: Sendable {
  private let tables: [AliasTable]

  /// Prepares the samples of every block.
  ///
  /// - Parameters:
  ///   - frequencies: How often each node occurs in the walks.
  ///   - exponent: The power of the frequency.
  ///   - layout: The blocks.
  init(frequencies: [Int], exponent: Double, layout: BlockLayout) {
    var weights = (0..<layout.blockCount).map {
      [Double](repeating: 0, count: layout.rows(of: $0).count)
    }
    for (node, frequency) in frequencies.enumerated() {
      let address = layout.addresses[node]
      weights[Int(address >> 16)][Int(address & 0xffff)] = Self.power(frequency, exponent)
    }
    // A block may have no node that is in a walk.
    tables = weights.map { block in
      AliasTable(weights: block.contains { $0 > 0 } ? block : block.map { _ in 1 })
    }
  }

  /// The weight of a node; 0 for a node that is in no walk.
  ///
  /// Square roots are rounded identically on every machine; `pow` is not.
  static func power(_ frequency: Int, _ exponent: Double) -> Double {
    guard frequency > 0 else { return 0 }
    let frequency = Double(frequency)
    return exponent == 0.75
      ? frequency.squareRoot() * frequency.squareRoot().squareRoot() : pow(frequency, exponent)
  }

  /// Replaces the entries of a buffer by rows drawn from a block.
  func fill(
    _ samples: inout [UInt32], count: Int, from block: Int, using generator: inout SplitMix64
  ) {
    tables[block].fill(&samples, count: count, using: &generator)
  }
}

extension SplitMix64.Purpose {
  /// Negative samples; addressed by episode, and by bucket or step.
  static let negatives = Self(rawValue: 4)
}
