/// The best of the scored rows so far: a heap whose root is the worst of them.
///
/// Larger scores are better; of equal scores, the lower row is better. The order is total, so that
/// the list does not depend on the order in which rows arrive.
struct NearestList: Sendable {
  private let capacity: Int
  private var heap: [Neighbor] = []

  /// Creates an empty list.
  ///
  /// - Parameter capacity: The number of rows to keep; at least 1.
  init(capacity: Int) {
    precondition(capacity >= 1, "at least one row is kept")
    self.capacity = capacity
  }

  /// The score that a row must exceed to enter the list, if it comes after all rows seen so far.
  var threshold: Float {
    heap.count < capacity ? -.infinity : heap[0].score
  }

  /// Offers a row, which is kept if it is among the best so far.
  mutating func offer(_ candidate: Neighbor) {
    guard candidate.score.isFinite else { return }
    if heap.count < capacity {
      heap.append(candidate)
      raise(heap.count - 1)
    } else if Self.isBetter(candidate, than: heap[0]) {
      heap[0] = candidate
      lower()
    }
  }

  /// The rows, best first.
  func sorted() -> [Neighbor] {
    heap.sorted { Self.isBetter($0, than: $1) }
  }

  /// Offers all rows of another list.
  mutating func merge(_ other: NearestList) {
    for candidate in other.heap { offer(candidate) }
  }

  private static func isBetter(_ left: Neighbor, than right: Neighbor) -> Bool {
    left.score > right.score || left.score == right.score && left.row < right.row
  }

  private mutating func raise(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard Self.isBetter(heap[parent], than: heap[index]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func lower() {
    var index = 0
    while true {
      var worst = index
      for child in 2 * index + 1..<min(2 * index + 3, max(heap.count, 2 * index + 1))
      where Self.isBetter(heap[worst], than: heap[child]) {
        worst = child
      }
      guard worst != index else { return }
      heap.swapAt(index, worst)
      index = worst
    }
  }
}
