internal import CVectorKernels

/// A thread's memory for the thresholds of a few groups of queries, and for the hits above them.
@safe struct HitBuffer: ~Copyable {
  /// The maximum number of rows that can be scored at once.
  let rowCapacity: Int
  /// The number of queries that have a threshold.
  static let queryCapacity = Int(VK_MAX_QUERY_GROUPS * VK_QUERY_GROUP)
  let thresholds: UnsafeMutablePointer<Float>
  let hits: UnsafeMutablePointer<vk_hit>

  /// Allocates the memory; all thresholds are initially infinite.
  init(rowCapacity: Int) {
    self.rowCapacity = rowCapacity
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.queryCapacity * MemoryLayout<Float>.stride, alignment: 64)
    unsafe thresholds = memory.bindMemory(to: Float.self, capacity: Self.queryCapacity)
    unsafe thresholds.initialize(repeating: .infinity, count: Self.queryCapacity)
    unsafe hits = .allocate(capacity: rowCapacity * Self.queryCapacity)
  }

  deinit {
    unsafe thresholds.deallocate()
    unsafe hits.deallocate()
  }

  /// Sets the score that rows must exceed for a query.
  func setThreshold(_ threshold: Float, query: Int) {
    precondition(query >= 0 && query < Self.queryCapacity, "the query is out of range")
    unsafe thresholds[query] = threshold
  }

  /// A hit that the kernel has written.
  subscript(hit: Int) -> (row: Int, query: Int, score: Float) {
    precondition(hit >= 0 && hit < rowCapacity * Self.queryCapacity, "the hit is out of range")
    let hit = unsafe hits[hit]
    return (Int(hit.row), Int(hit.query), hit.score)
  }
}
