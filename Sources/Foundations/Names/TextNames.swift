internal import Algorithms

/// The bytes of names, one after another, and a hash table that finds them.
struct TextNames: Sendable {
  private var bytes: [UInt8] = []
  /// The end of each name in `bytes`.
  private var ends: [Int] = []
  /// A hash table of indices of names, with open addressing, at most half full.
  ///
  /// A slot holds an index plus 1, or 0 if it is free.
  private var slots: [UInt32] = [0, 0]

  /// Creates an empty list.
  init() {}

  /// Indexes names; nil if two of them are equal.
  init?(bytes: [UInt8], ends: [Int]) {
    precondition(ends.last ?? 0 == bytes.count, "the last name ends where the bytes end")
    self.bytes.reserveCapacity(bytes.count)
    self.ends.reserveCapacity(ends.count)
    resizeSlots(nameCount: ends.count)
    var start = 0
    for (index, end) in ends.enumerated() {
      guard insert(bytes.span.extracting(start..<end)) == index else { return nil }
      start = end
    }
  }

  var count: Int { ends.count }

  subscript(index: Int) -> String {
    String(decoding: utf8(of: index), as: UTF8.self)
  }

  func utf8(of index: Int) -> ArraySlice<UInt8> { bytes[range(of: index)] }

  /// The bytes of a name.
  @_lifetime(borrow self)
  func span(of index: Int) -> Span<UInt8> {
    bytes.span.extracting(range(of: index))
  }

  func index(of name: String) -> Int? {
    let name = Array(name.utf8)
    let found = slots[slot(of: name.span)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Returns the index of a name, appending the name if it is new.
  mutating func insert(_ name: Span<UInt8>) -> Int {
    var slot = slot(of: name)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    precondition(count < Int(UInt32.max), "there are less than 2³² names")
    if 2 * (count + 1) > slots.count {
      resizeSlots(nameCount: 2 * (count + 1))
      slot = self.slot(of: name)
    }
    for index in name.indices { bytes.append(name[index]) }
    ends.append(bytes.count)
    slots[slot] = UInt32(count)
    return count - 1
  }

  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Makes room for a number of names and inserts the existing ones again.
  private mutating func resizeSlots(nameCount: Int) {
    var slotCount = 2
    while slotCount < 2 * nameCount { slotCount *= 2 }
    slots = [UInt32](repeating: 0, count: slotCount)
    for index in ends.indices {
      slots[slot(of: bytes.span.extracting(range(of: index)))] = UInt32(index + 1)
    }
  }

  /// The slot that holds a name, or the free slot where it would go.
  private func slot(of name: Span<UInt8>) -> Int {
    var digest = Digest()
    digest.add(name)
    var slot = Int(truncatingIfNeeded: digest.value) & (slots.count - 1)
    while slots[slot] != 0, !isName(Int(slots[slot]) - 1, name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(_ index: Int, _ name: Span<UInt8>) -> Bool {
    let range = range(of: index)
    guard range.count == name.count else { return false }
    for offset in name.indices where bytes[range.lowerBound + offset] != name[offset] {
      return false
    }
    return true
  }
}
