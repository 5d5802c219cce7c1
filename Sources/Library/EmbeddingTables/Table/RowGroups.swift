internal import Parallel

/// The occurrences of each row in an array of indices: rows in ascending order, each with the
/// positions of its occurrences in ascending order.
///
/// An occurrence is a 64-bit number, with the row in its high and the position in its low half. The
/// occurrences are sorted, first into buckets of neighboring rows and then within each bucket. The
/// result does not depend on the number of threads.
struct RowGroups: Sendable {
  /// The rows that occur.
  private(set) var rows: [UInt32] = []
  /// The start of the positions of each row, and the end of those of the last.
  private(set) var starts: [UInt32] = [0]
  /// The positions, row after row.
  private(set) var positions: [UInt32] = []

  /// The number of rows that occur.
  var count: Int { rows.count }

  /// Groups rows that are in ascending order and occur once.
  init(ascending rows: [Int]) {
    self.rows = rows.map { UInt32($0) }
    starts = (0...UInt32(rows.count)).map(\.self)
    positions = (0..<UInt32(rows.count)).map(\.self)
  }

  /// Groups the occurrences of rows.
  ///
  /// - Parameters:
  ///   - indices: Rows, each in 0..<`rowCount`.
  ///   - rowCount: The total number of rows, at most 2³² − 1.
  ///   - ignored: A row whose occurrences are skipped.
  ///   - threadCount: The maximum number of threads.
  init(_ indices: [Int], rowCount: Int, ignoring ignored: Int?, threadCount: Int) {
    precondition(indices.count < UInt32.max, "positions are numbers of 32 bits")
    let rowBits = Int.bitWidth - max(0, rowCount - 1).leadingZeroBitCount
    let bucketBits = min(
      rowBits, 10, Int.bitWidth - (indices.count / 1024).leadingZeroBitCount)
    let shift = rowBits - bucketBits
    let plan = BucketPlan(
      indices, ignoring: ignored, shift: shift, bucketCount: 1 << bucketBits,
      threadCount: threadCount)
    let count = plan.bucketStarts.last ?? 0
    guard count > 0 else { return }
    var keys = unsafe [UInt64](unsafeUninitializedCapacity: count) { keys, initializedCount in
      initializedCount = count
      unsafe plan.place(indices, ignoring: ignored, in: keys, threadCount: threadCount)
    }
    let rowCounts = unsafe keys.withUnsafeMutableBufferPointer { keys in
      nonisolated(unsafe) let keys = unsafe keys
      return concurrentMap(1 << bucketBits, threadCount: threadCount) { bucket in
        let range = plan.bucketStarts[bucket]..<plan.bucketStarts[bucket + 1]
        // SAFETY: buckets are disjoint.
        return unsafe Self.sort(
          UnsafeMutableBufferPointer(rebasing: keys[range]), bitCount: shift)
      }
    }
    write(keys, bucketStarts: plan.bucketStarts, rowCounts: rowCounts, threadCount: threadCount)
  }

  /// Sorts occurrences of rows that differ in their `bitCount` low bits, and counts the rows.
  private static func sort(_ keys: UnsafeMutableBufferPointer<UInt64>, bitCount: Int) -> Int {
    if keys.count < 512 {
      var keys = unsafe keys
      unsafe keys.sort()
    } else {
      unsafe sortByDigits(keys, bitCount: bitCount)
    }
    var rowCount = 0
    var last: UInt64?
    for index in keys.indices {
      let row = unsafe keys[index] >> 32
      if row != last { rowCount += 1 }
      last = row
    }
    return rowCount
  }

  /// Sorts by one digit at a time, from the lowest.
  ///
  /// Positions are ascending at first and remain so, since equal digits keep their order.
  private static func sortByDigits(_ keys: UnsafeMutableBufferPointer<UInt64>, bitCount: Int) {
    let digitBits = 11
    let mask: UInt64 = 1 << UInt64(digitBits) - 1
    let count = keys.count
    var places = [Int](repeating: 0, count: 1 << digitBits)
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { other in
      var (source, target) = unsafe (keys, other)
      for shift in stride(from: 32, to: 32 + bitCount, by: digitBits) {
        for index in places.indices { places[index] = 0 }
        for index in 0..<count { unsafe places[Int(source[index] >> UInt64(shift) & mask)] += 1 }
        var place = 0
        for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
        for index in 0..<count {
          let key = unsafe source[index]
          let digit = Int(key >> UInt64(shift) & mask)
          unsafe target[places[digit]] = key
          places[digit] += 1
        }
        unsafe swap(&source, &target)
      }
      if unsafe source.baseAddress != keys.baseAddress {
        for index in 0..<count { unsafe keys[index] = source[index] }
      }
    }
  }

  /// Splits the sorted occurrences into rows and positions.
  private mutating func write(
    _ keys: [UInt64], bucketStarts: [Int], rowCounts: [Int], threadCount: Int
  ) {
    let firstRows = rowCounts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let rowCount = firstRows[rowCounts.count]
    rows = [UInt32](repeating: 0, count: rowCount)
    starts = [UInt32](repeating: UInt32(keys.count), count: rowCount + 1)
    positions = [UInt32](repeating: 0, count: keys.count)
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        unsafe positions.withUnsafeMutableBufferPointer { positions in
          nonisolated(unsafe) let (rows, starts, positions) = unsafe (rows, starts, positions)
          concurrently(rowCounts.count, threadCount: threadCount) { bucket in
            // SAFETY: no two buckets share rows or positions.
            var group = firstRows[bucket] - 1
            var last: UInt64?
            for place in bucketStarts[bucket]..<bucketStarts[bucket + 1] {
              let key = keys[place]
              if key >> 32 != last {
                group += 1
                unsafe rows[group] = UInt32(key >> 32)
                unsafe starts[group] = UInt32(place)
                last = key >> 32
              }
              unsafe positions[place] = UInt32(truncatingIfNeeded: key)
            }
          }
        }
      }
    }
  }
}
