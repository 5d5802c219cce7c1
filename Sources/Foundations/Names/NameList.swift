internal import Algorithms

/// Distinct names in order, such as those of a graph's nodes or a table's rows.
///
/// Names that are numbers are stored as numbers. Memory: none for the names 0, 1, 2 and so on; 8
/// bytes per name for other integers in ascending order; otherwise the bytes of the names in UTF-8
/// and at most 16 bytes per name.
public struct NameList: Sendable {
  private enum Storage: Sendable {
    case counting(Int)
    case integers([UInt64])
    case text(TextNames)
  }

  private let storage: Storage

  /// Creates the names "0", "1" and so on.
  ///
  /// - Parameter count: The number of names.
  public init(count: Int) {
    storage = .counting(count)
  }

  /// Creates names that are integers, written in decimal without leading zeros.
  ///
  /// - Parameter integers: The integers.
  /// - Precondition: They are strictly ascending.
  package init(ascending integers: [UInt64]) {
    precondition(zip(integers, integers.dropFirst()).allSatisfy(<), "integers ascend")
    storage =
      integers.last.map { Int(exactly: $0) == integers.count - 1 } ?? true
      ? .counting(integers.count) : .integers(integers)
  }

  /// Creates names of any kind; nil if two of them are equal.
  ///
  /// - Parameter names: The names.
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

  /// Creates names from their bytes; nil if two of them are equal.
  ///
  /// - Parameters:
  ///   - bytes: The names in valid UTF-8, without anything between them.
  ///   - ends: The end of each name in `bytes`.
  /// - Complexity: O(`bytes.count`).
  package init?(utf8 bytes: [UInt8], ends: [Int]) {
    guard let text = TextNames(bytes: bytes, ends: ends) else { return nil }
    storage = .text(text)
  }

  /// Creates a list of names that are already indexed.
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

  /// The name at an index.
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

  /// The index of a name, or nil if the list does not have it.
  ///
  /// - Parameter name: The name, spelled exactly as in the list: "007" is not "7".
  /// - Returns: Its index, in 0..<`count`.
  /// - Complexity: O(length of the name) expected; O(log `count`) if names are integers.
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
  ///   - index: The index of the name, in 0..<`count`.
  ///   - buffer: The buffer to append to.
  public func append(_ index: Int, to buffer: inout [UInt8]) {
    switch storage {
    case .counting, .integers: buffer.append(contentsOf: self[index].utf8)
    case .text(let text): buffer.append(contentsOf: text.utf8(of: index))
    }
  }
}

extension NameList: RandomAccessCollection {
  /// The index of the first name.
  public var startIndex: Int { 0 }
  /// The index after the last name.
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
