/// A list of names that grows, in the order in which they first appear.
package struct NameListBuilder: Sendable {
  private var names = TextNames()

  /// Creates an empty list.
  package init() {}

  /// The number of names.
  package var count: Int { names.count }

  /// The place of a name, which is appended unless it is there.
  ///
  /// - Parameter name: The name in valid UTF-8.
  /// - Returns: Its place; the old `count` when it is new.
  /// - Complexity: O(length of the name) expected.
  package mutating func insert(_ name: Span<UInt8>) -> Int { names.insert(name) }

  /// Lets a name be read without a copy.
  ///
  /// - Precondition: `index` is in 0..<`count`.
  @_lifetime(borrow self)
  package func utf8(of index: Int) -> Span<UInt8> { names.span(of: index) }

  /// The names as numbers, or nil when one of them is none.
  ///
  /// A name is a number when it is written as `String` would write it: decimal, without sign and
  /// leading zeros, less than 2⁶⁴.
  package var integers: [UInt64]? {
    var integers: [UInt64] = []
    integers.reserveCapacity(count)
    for index in 0..<count {
      guard let integer = Self.integer(utf8(of: index)) else { return nil }
      integers.append(integer)
    }
    return integers
  }

  /// The finished list.
  package consuming func build() -> NameList { NameList(names) }

  private static func integer(_ name: Span<UInt8>) -> UInt64? {
    guard !name.isEmpty, name.count == 1 || name[0] != UInt8(ascii: "0") else { return nil }
    var value: UInt64 = 0
    for index in name.indices {
      let digit = name[index] &- UInt8(ascii: "0")
      let (product, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = product.addingReportingOverflow(UInt64(digit))
      guard digit < 10, !isLarge, !isLarger else { return nil }
      value = sum
    }
    return value
  }
}
