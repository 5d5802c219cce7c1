/// How nodes get their colors.
enum Coloring: Sendable {
  /// One color for all.
  case uniform
  /// A color for each group.
  case groups(NodeGroups)
  /// A color for each number.
  case numbers([Double], title: String)

  /// The least and greatest number; nil where colors say something else.
  var numberRange: ClosedRange<Double>? {
    guard case .numbers(let numbers, _) = self, let low = numbers.min(), let high = numbers.max()
    else { return nil }
    return low...high
  }
}
