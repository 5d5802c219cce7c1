/// The way that nodes are colored.
enum Coloring: Sendable {
  /// One color for all.
  case uniform
  /// A color for each group.
  case groups(NodeGroups)
  /// A color for each number.
  case numbers([Double], title: String)

  /// The smallest and the largest number; nil if colors stand for something else.
  var numberRange: ClosedRange<Double>? {
    guard case .numbers(let numbers, _) = self, let low = numbers.min(), let high = numbers.max()
    else { return nil }
    return low...high
  }
}
