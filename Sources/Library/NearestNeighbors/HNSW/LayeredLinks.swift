internal import Algorithms
internal import CVectorKernels
internal import Errors
internal import Parallel

/// The links of every row on each of its layers.
///
/// Every layer has room for the same number of links per row, except the lowest, which has room for
/// twice as many.
@safe final class LayeredLinks: @unchecked Sendable {
  // `@unchecked Sendable`: while links are set, no other thread reads.

  /// The value after a row's last link.
  static let none = UInt32.max
  /// The number of links in a cache line.
  private static let lineCount = 16

  /// The highest layer of each row.
  let levels: [UInt8]
  /// The maximum number of links of a row on a layer above the lowest.
  let linkCount: Int
  /// Holds the links on the lowest layer.
  private let records: RowRecords
  /// For each row, the total number of higher layers of all rows before it.
  private let upperStarts: [UInt32]
  /// The links on the higher layers.
  private let upper: LargeMemory<UInt32>

  /// Creates rows without links.
  ///
  /// - Parameters:
  ///   - levels: The highest layer of each row.
  ///   - linkCount: The maximum number of links of a row on a layer above the lowest, at least 1.
  ///   - records: Have room for twice as many links per row.
  /// - Throws: `MemoryError` if there is not enough memory for the links of higher layers.
  init(levels: [UInt8], linkCount: Int, records: RowRecords) throws(MemoryError) {
    precondition(records.linkCapacity == 2 * linkCount, "place for the links")
    self.levels = levels
    self.linkCount = linkCount
    self.records = records
    var start: UInt32 = 0
    upperStarts = levels.map { level in
      defer { start += UInt32(level) }
      return start
    }
    let count = Int.product(Int(start), linkCount)
    guard let upper = count.flatMap({ LargeMemory<UInt32>(count: $0) }) else {
      throw MemoryError(
        byteCount: Int.product(count ?? .max, 4), purpose: "the links of \(levels.count) rows")
    }
    self.upper = upper
    upper.write { links in for index in links.indices { links[index] = Self.none } }
  }

  /// The maximum number of links of a row on a layer.
  func capacity(layer: Int) -> Int { layer == 0 ? 2 * linkCount : linkCount }

  /// The memory for a row's links on a layer; `none` follows the last link.
  ///
  /// - Precondition: The row exists and is on the layer.
  @inline(__always) func places(
    of row: UInt32, layer: Int
  ) -> UnsafeMutableBufferPointer<UInt32> {
    if layer == 0 { return unsafe records.links(of: row) }
    let start = (Int(upperStarts[Int(row)]) + layer - 1) * linkCount
    // SAFETY: every layer of a row has this much room.
    return unsafe UnsafeMutableBufferPointer(start: upper.base + start, count: linkCount)
  }

  /// Asks the processor to load the links of a row into its caches.
  @inline(__always) func prefetch(_ row: UInt32, layer: Int) {
    let places = unsafe places(of: row, layer: layer)
    guard let base = places.baseAddress else { return }
    // SAFETY: the addresses are only given to the prefetch instruction, which never faults.
    for place in stride(from: 0, to: places.count, by: Self.lineCount) {
      unsafe prefetch_line(base + place)
    }
  }

  /// The rows that a row links to.
  func links(of row: UInt32, layer: Int) -> [UInt32] {
    // SAFETY: the memory is only read here.
    unsafe Array(places(of: row, layer: layer).prefix { $0 != Self.none })
  }

  /// Replaces the links of a row, which must not exceed its capacity.
  func setLinks(_ links: [UInt32], of row: UInt32, layer: Int) {
    let places = unsafe places(of: row, layer: layer)
    precondition(links.count <= places.count, "no more links than places")
    for index in 0..<places.count {
      unsafe places[index] = index < links.count ? links[index] : Self.none
    }
  }

  /// Calls a body with each row and each of its layers: first the lowest layer of all rows, then
  /// the other layers, row after row.
  func forEachLayer<Failure: Error>(
    _ body: (_ row: UInt32, _ layer: Int) throws(Failure) -> Void
  ) throws(Failure) {
    for row in levels.indices { try body(UInt32(row), 0) }
    for (row, level) in levels.enumerated() {
      for layer in 0..<Int(level) { try body(UInt32(row), layer + 1) }
    }
  }

  /// Whether every link leads to a row that is on the link's layer.
  var areSound: Bool {
    var areSound = true
    forEachLayer { row, layer in
      areSound =
        areSound
        && links(of: row, layer: layer).allSatisfy { $0 < levels.count && levels[Int($0)] >= layer }
    }
    return areSound
  }
}

extension LayeredLinks: Equatable {
  /// Whether two sets of rows are on the same layers and have the same links in the same order.
  static func == (left: LayeredLinks, right: LayeredLinks) -> Bool {
    guard left.levels == right.levels, left.linkCount == right.linkCount else { return false }
    var areEqual = true
    left.forEachLayer { row, layer in
      areEqual =
        areEqual && left.links(of: row, layer: layer) == right.links(of: row, layer: layer)
    }
    return areEqual
  }
}
