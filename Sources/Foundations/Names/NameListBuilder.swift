/// A growing list of names, in the order in which they first appear.
package struct NameListBuilder: Sendable {
  private var names = TextNames()

  /// Creates an empty list.
  package init() {}

  /// The number of names.
  package var count: Int { names.count }

  /// Returns the index of a name, appending the name if it is new.
  ///
  /// - Parameter name: The name in valid UTF-8.
  /// - Returns: Its index; the previous `count` if it is new.
  /// - Complexity: O(length of the name) expected.
  package mutating func insert(_ name: Span<UInt8>) -> Int { names.insert(name) }

  /// The bytes of a name, not copied.
  ///
  /// - Precondition: `index` is in 0..<`count`.
  @_lifetime(borrow self)
  package func utf8(of index: Int) -> Span<UInt8> { names.span(of: index) }

  /// The names as numbers, or nil if one of them is not a number.
  ///
  /// A name is a number if it is written as `String` would write it: in decimal, without sign and
  /// leading zeros, and less than 2⁶⁴.
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
