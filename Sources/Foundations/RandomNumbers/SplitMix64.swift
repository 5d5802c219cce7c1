/// A random number generator that is addressed by the purpose of its numbers.
///
/// Every generator is a pure function of a seed, a purpose and up to two numbers: the generator of
/// a walk, for instance, of the seed, the walk's first node and its repetition. Nothing is shared
/// between threads, so that the numbers are the same however the work is distributed.
///
/// Guy L. Steele Jr., Doug Lea, Christine H. Flood: Fast Splittable Pseudorandom Number Generators,
/// OOPSLA 2014. Two addresses differ in the state *and* in the increment ("gamma") of their
/// sequences, so that the sequences of different addresses do not overlap.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  /// The purpose of random numbers; each purpose has its own sequences.
  ///
  /// A purpose is declared next to the code that draws its numbers:
  ///
  /// ```swift
  /// extension SplitMix64.Purpose {
  ///   /// The steps of a walk, addressed by node and repetition.
  ///   static let walk = Self(rawValue: 1)
  /// }
  /// ```
  ///
  /// Raw values determine results and must never change or be reused. They are 1 for walks, 2
  /// layouts, 3 windows, 4 negative samples, 5 initial vectors and 6 general.
  public struct Purpose: RawRepresentable, Hashable, Sendable {
    /// The number that identifies the purpose.
    public let rawValue: UInt64

    /// Creates the purpose with a number.
    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The purpose of callers that need no other.
    @inlinable public static var general: Self { Self(rawValue: 6) }
  }

  @usableFromInline var state: UInt64
  @usableFromInline let gamma: UInt64

  /// Creates the generator of an address.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - purpose: The purpose of the numbers.
  ///   - first: The first coordinate of the address.
  ///   - second: The second coordinate of the address.
  @inlinable public init(
    seed: UInt64, purpose: Purpose = .general, _ first: UInt64 = 0, _ second: UInt64 = 0
  ) {
    let key = Self.mixed(
      Self.mixed(seed &+ Self.goldenGamma &* purpose.rawValue) ^ first &* 0xd1b5_4a32_d192_ed03)
    let address = Self.mixed(key ^ second &* 0xaef1_7502_108e_f2d9)
    state = address
    gamma = Self.mixedGamma(address &+ key)
  }

  /// The next 64 random bits.
  @inlinable public mutating func next() -> UInt64 {
    state &+= gamma
    return Self.mixed(state)
  }

  /// A random number in 0..<1, a multiple of 2⁻⁵³.
  @inlinable public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A random number in 0..<`bound`, each with exactly the same probability.
  ///
  /// Daniel Lemire: Fast Random Integer Generation in an Interval, ACM TOMACS 2019.
  ///
  /// - Precondition: `bound` is positive.
  @inlinable public mutating func next(below bound: Int) -> Int {
    let bound = UInt64(truncatingIfNeeded: bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  @usableFromInline static let goldenGamma: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// A bijection of 64 bits in which every input bit affects about half of the output bits.
  @inlinable static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// An odd number with enough bit changes to serve as an increment.
  @inlinable static func mixedGamma(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 33)) &* 0xff51_afd7_ed55_8ccd
    z = (z ^ (z >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    z = (z ^ (z >> 33)) | 1
    return (z ^ (z >> 1)).nonzeroBitCount < 24 ? z ^ 0xaaaa_aaaa_aaaa_aaaa : z
  }
}
