internal import Algorithms
internal import Parallel
package import RandomNumbers

/// The distribution of the initial numbers of a table.
///
/// The numbers of a row depend only on the seed and the row. They are computed only by IEEE 754
/// addition, multiplication, division and square root, so that they are identical on every machine,
/// whatever its math library.
public enum Initialization: Sendable, Equatable {
  /// A normal distribution.
  case normal(mean: Float = 0, standardDeviation: Float = 1)
  /// A uniform distribution from `low` to `high`.
  case uniform(low: Float, high: Float)
  /// A uniform distribution within ±`gain` √(6 / (rows + dimensions)).
  ///
  /// X. Glorot, Y. Bengio: Understanding the Difficulty of Training Deep Feedforward Neural
  /// Networks, AISTATS 2010.
  case xavierUniform(gain: Float = 1)
  /// A normal distribution around 0 with the standard deviation `gain` √(2 / (rows + dimensions)).
  case xavierNormal(gain: Float = 1)
  /// Zeros.
  case zeros

  /// Checks that the parameters are finite and in range.
  ///
  /// - Throws: `EmbeddingError.invalidOption` for the first that is not.
  func validate() throws(EmbeddingError) {
    switch self {
    case .normal(let mean, let deviation):
      try EmbeddingError.require(mean.isFinite, "mean", mean, "finite")
      try EmbeddingError.require(
        deviation >= 0 && deviation.isFinite, "standardDeviation", deviation,
        "finite and 0 or more")
    case .uniform(let low, let high):
      try EmbeddingError.require(low.isFinite, "low", low, "finite")
      try EmbeddingError.require(
        high >= low && high.isFinite, "high", high, "finite and not less than low, \(low)")
    case .xavierUniform(let gain), .xavierNormal(let gain):
      try EmbeddingError.require(
        gain >= 0 && gain.isFinite, "gain", gain, "finite and 0 or more")
    case .zeros: break
    }
  }

  /// Fills the rows of a table of zeros.
  ///
  /// - Parameters:
  ///   - storage: The rows.
  ///   - skipped: A row that remains zero.
  ///   - seed: The seed of the random numbers.
  ///   - threadCount: The maximum number of threads.
  func fill(_ storage: RowStorage, skipping skipped: Int?, seed: UInt64, threadCount: Int) {
    let fans = Double(storage.rowCount + storage.dimensions)
    switch self {
    case .normal(let mean, let deviation):
      Self.fill(storage, skipping: skipped, seed: seed, threadCount: threadCount) {
        Float(Double(mean) + Double(deviation) * NormalDistribution.quantile($0))
      }
    case .uniform(let low, let high):
      Self.fill(storage, skipping: skipped, seed: seed, threadCount: threadCount) {
        Float(Double(low) + (Double(high) - Double(low)) * $0)
      }
    case .xavierUniform(let gain):
      let bound = Double(gain) * (6 / fans).squareRoot()
      Self.fill(storage, skipping: skipped, seed: seed, threadCount: threadCount) {
        Float(bound * (2 * $0 - 1))
      }
    case .xavierNormal(let gain):
      let deviation = Double(gain) * (2 / fans).squareRoot()
      Self.fill(storage, skipping: skipped, seed: seed, threadCount: threadCount) {
        Float(deviation * NormalDistribution.quantile($0))
      }
    case .zeros: break
    }
  }

  /// Fills rows with a function of uniform numbers in 0...1, both ends excluded.
  @inline(__always)
  private static func fill(
    _ storage: RowStorage, skipping skipped: Int?, seed: UInt64, threadCount: Int,
    _ transform: @Sendable (Double) -> Float
  ) {
    let chunkSize = 256
    let chunkCount = storage.rowCount.dividedRoundingUp(by: chunkSize)
    concurrently(chunkCount, threadCount: threadCount) { chunk in
      for row in chunk * chunkSize..<min(storage.rowCount, (chunk + 1) * chunkSize)
      where row != skipped {
        var generator = SplitMix64(seed: seed, purpose: .initialization, UInt64(row))
        storage.update(row: row) { components in
          for index in components.indices {
            components[index] = transform((Double(generator.next() >> 12) + 0.5) * 0x1p-52)
          }
        }
      }
    }
  }
}

extension SplitMix64.Purpose {
  /// The initial vector of a row; addressed by row.
  package static let initialization = Self(rawValue: 5)
}
