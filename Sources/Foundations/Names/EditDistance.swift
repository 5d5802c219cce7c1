/// Counts the edits between spellings, by dynamic programming row by row.
struct EditDistance {
  private let target: [UInt8]
  private var twoBack: [Int]
  private var previous: [Int]
  private var current: [Int]

  /// The maximum number of edits of a near spelling: a third of the name, from 1 to 3.
  static func limit(nameLength: Int) -> Int { min(3, max(1, nameLength / 3)) }

  /// Prepares to compute distances to one spelling.
  init(to target: [UInt8]) {
    self.target = target
    twoBack = [Int](repeating: 0, count: target.count + 1)
    previous = twoBack
    current = twoBack
  }

  /// The number of edits that turn a spelling into the target, or nil if they exceed a limit.
  mutating func distance(from source: [UInt8], limit: Int) -> Int? {
    for column in 0...target.count { previous[column] = column }
    for row in 0..<source.count {
      current[0] = row + 1
      var smallest = current[0]
      for column in 0..<target.count {
        let isSame = source[row] == target[column]
        var edits = min(
          previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, source[row] == target[column - 1],
          source[row - 1] == target[column]
        {
          edits = min(edits, twoBack[column - 1] + 1)
        }
        current[column + 1] = edits
        smallest = min(smallest, edits)
      }
      // A swap reaches back two rows and costs one: if both rows exceed the limit, so do all that
      // follow.
      if smallest > limit, row > 0, previous.allSatisfy({ $0 > limit }) { return nil }
      swap(&twoBack, &previous)
      swap(&previous, &current)
    }
    return previous[target.count] <= limit ? previous[target.count] : nil
  }
}
