/// The rules of a table for look-ups and gradients, checked and normalized.
struct LookUpRules: Sendable {
  let paddingIndex: Int?
  let maxNorm: Double?
  let normType: Double
  let scalesGradientByFrequency: Bool

  init(
    paddingIndex: Int?, maxNorm: Double?, normType: Double, scalesGradientByFrequency: Bool,
    rowCount: Int
  ) throws(EmbeddingError) {
    if let index = paddingIndex {
      try EmbeddingError.require(
        (-rowCount..<rowCount).contains(index), "paddingIndex", index,
        rowCount == 0 ? "nil for a table without rows" : "from \(-rowCount) to \(rowCount - 1)")
    }
    if let maxNorm { try EmbeddingError.require(maxNorm >= 0, "maxNorm", maxNorm, "0 or more") }
    try EmbeddingError.require(!normType.isNaN, "normType", normType, "a number or an infinity")
    self.paddingIndex = paddingIndex.map { $0 < 0 ? $0 + rowCount : $0 }
    self.maxNorm = maxNorm
    self.normType = normType
    self.scalesGradientByFrequency = scalesGradientByFrequency
  }
}

extension LookUpRules {
  /// No rules: rows are looked up unchanged.
  static let none = LookUpRules()

  private init() {
    paddingIndex = nil
    maxNorm = nil
    normType = 2
    scalesGradientByFrequency = false
  }
}
