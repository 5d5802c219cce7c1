/// The factors of node2vec, and the corresponding heights on a scale below the largest of them.
struct StepFactors: Sendable {
  /// 1/*p*: the factor of a step back.
  let back: Double
  /// 1/*q*: the factor of a step outward.
  let out: Double
  /// By how much the factor of a step back exceeds all others, in units of the largest of these.
  let excess: Double
  /// The height below which a step back is accepted.
  let backHeight: UInt64
  /// The height below which every step except the step back is accepted.
  let lowHeight: UInt64
  /// Whether steps near the previous node are those that are also accepted above `lowHeight`.
  let prefersNear: Bool
  /// The largest factor of a step that does not lead back.
  private let bound: Double

  init(back: Double, out: Double) {
    self.back = back
    self.out = out
    bound = max(1, out)
    excess = max(0, (back - bound) / bound)
    backHeight = Self.height(back / bound)
    lowHeight = Self.height(min(1, out) / bound)
    prefersNear = out < 1
  }

  /// The height below which a step with a given factor is accepted.
  func height(of factor: Double) -> UInt64 { Self.height(factor / bound) }

  /// Converts a share of the largest factor into units of 2⁻⁶⁴.
  private static func height(_ share: Double) -> UInt64 {
    share >= 1 ? .max : UInt64(share * 0x1p64)
  }
}
