/// Names as bytes, one after the other, and a table that finds them.
struct TextNames: Sendable {
  private let bytes: [UInt8]
  /// Where each name ends in `bytes`.
  private let ends: [Int]
  /// Places of names, by hash: open addressing, at most half full.
  ///
  /// A slot holds a place plus 1, 0 when it is free.
  private var slots: [UInt32]

  /// Indexes names; nil when two are the same.
  init?(bytes: [UInt8], ends: [Int]) {
    precondition(ends.count < Int(UInt32.max), "there are less than 2³² names")
    precondition(ends.last ?? 0 == bytes.count, "the last name ends where the bytes end")
    self.bytes = bytes
    self.ends = ends
    slots = [UInt32](repeating: 0, count: Self.slotCount(nameCount: ends.count))
    for index in ends.indices {
      let name = utf8(of: index)
      let slot = slot(of: name)
      if slots[slot] != 0 { return nil }
      slots[slot] = UInt32(index + 1)
    }
  }

  var count: Int { ends.count }

  subscript(index: Int) -> String {
    String(decoding: utf8(of: index), as: UTF8.self)
  }

  func utf8(of index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func index(of name: String) -> Int? {
    let found = slots[slot(of: Array(name.utf8)[...])]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The slot that holds a name, or the free slot where it would go.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
    while slots[slot] != 0, utf8(of: Int(slots[slot]) - 1) != name {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func slotCount(nameCount: Int) -> Int {
    var count = 2
    while count < 2 * nameCount { count *= 2 }
    return count
  }

  /// FNV-1a, and a last mix so that the low bits depend on all of it.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return (hash &* 0x9e37_79b9_7f4a_7c15) >> 20
  }
}
