internal import Algorithms

/// Distinct names in order, such as those of a graph's nodes or a table's rows.
///
/// Names that are numbers are kept as numbers. Memory: nothing when they are 0, 1, 2 and so on; 8
/// bytes a name when they are other integers in ascending order; else the names' bytes in UTF-8 and
/// at most 16 bytes a name.
public struct NameList: Sendable {
  private enum Storage: Sendable {
    case counting(Int)
    case integers([UInt64])
    case text(TextNames)
  }

  private let storage: Storage

  /// Names that are the numbers themselves: "0", "1" and so on.
  ///
  /// - Parameter count: The number of names.
  public init(count: Int) {
    storage = .counting(count)
  }

  /// Names that are integers, written in decimal without leading zeros.
  ///
  /// - Parameter integers: The integers.
  /// - Precondition: They ascend strictly.
  package init(ascending integers: [UInt64]) {
    precondition(zip(integers, integers.dropFirst()).allSatisfy(<), "integers ascend")
    storage =
      integers.last.map { Int(exactly: $0) == integers.count - 1 } ?? true
      ? .counting(integers.count) : .integers(integers)
  }

  /// Names of any kind.
  ///
  /// - Parameter names: The names; nil is returned when two are the same.
  public init?(_ names: some Collection<String>) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(names.count)
    for name in names {
      bytes.append(contentsOf: name.utf8)
      ends.append(bytes.count)
    }
    self.init(utf8: bytes, ends: ends)
  }

  /// Names given as bytes, one after the other.
  ///
  /// - Parameters:
  ///   - bytes: The names in valid UTF-8, without anything between them.
  ///   - ends: Where each name ends in `bytes`. Nil is returned when two names are the same.
  /// - Complexity: O(`bytes.count`).
  package init?(utf8 bytes: [UInt8], ends: [Int]) {
    guard let text = TextNames(bytes: bytes, ends: ends) else { return nil }
    storage = .text(text)
  }

  /// Names that are indexed already.
  init(_ names: TextNames) {
    storage = .text(names)
  }

  /// The number of names.
  public var count: Int {
    switch storage {
    case .counting(let count): count
    case .integers(let integers): integers.count
    case .text(let text): text.count
    }
  }

  /// The name at a place.
  ///
  /// - Precondition: `index` is in 0..<`count`.
  public subscript(index: Int) -> String {
    switch storage {
    case .counting(let count):
      precondition(index >= 0 && index < count, "the name is out of range")
      return String(index)
    case .integers(let integers): return String(integers[index])
    case .text(let text): return text[index]
    }
  }

  /// The place of a name, or nil if the list does not have it.
  ///
  /// - Parameter name: A name, spelled as it was given: "007" is not "7".
  /// - Returns: Its place, in 0..<`count`.
  /// - Complexity: O(length of the name) expected; O(log `count`) where names are integers.
  public func index(of name: String) -> Int? {
    switch storage {
    case .counting(let count):
      guard let index = Int(name), index >= 0, index < count, String(index) == name else {
        return nil
      }
      return index
    case .integers(let integers):
      guard let integer = UInt64(name), String(integer) == name else { return nil }
      let index = integers.indices.partitioningIndex { integers[$0] >= integer }
      return index < integers.count && integers[index] == integer ? index : nil
    case .text(let text): return text.index(of: name)
    }
  }

  /// Appends the bytes of a name, in UTF-8, to a buffer.
  ///
  /// - Parameters:
  ///   - index: The name's place, in 0..<`count`.
  ///   - buffer: The buffer to append to.
  public func append(_ index: Int, to buffer: inout [UInt8]) {
    switch storage {
    case .counting, .integers: buffer.append(contentsOf: self[index].utf8)
    case .text(let text): buffer.append(contentsOf: text.utf8(of: index))
    }
  }
}

extension NameList: RandomAccessCollection {
  /// The place of the first name.
  public var startIndex: Int { 0 }
  /// The place after the last name.
  public var endIndex: Int { count }
}

extension NameList: Equatable {
  /// Whether two lists have the same names in the same order.
  public static func == (left: NameList, right: NameList) -> Bool {
    switch (left.storage, right.storage) {
    case (.counting(let left), .counting(let right)): left == right
    case (.integers(let left), .integers(let right)): left == right
    default: left.elementsEqual(right)
    }
  }
}
