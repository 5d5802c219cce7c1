internal import RandomWalks

/// A kind of walk that can be audited: the next step depends on at most the last two nodes.
struct AuditedStrategy: OptionChoice {
  /// The corresponding kind of walk.
  let strategy: WalkStrategy

  static let allCases = WalkStrategy.allCases.filter(\.isAudited).map(AuditedStrategy.init)

  var rawValue: String { strategy.rawValue }

  init(strategy: WalkStrategy) {
    self.strategy = strategy
  }

  init?(rawValue: String) {
    guard let choice = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = choice
  }
}
