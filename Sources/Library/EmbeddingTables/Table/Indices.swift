/// Indices of rows, arranged in a shape.
public struct Indices: Sendable, Equatable {
  /// The length of each dimension; empty for a single index.
  public let shape: [Int]
  /// The indices, the last dimension running fastest.
  public let elements: [Int]

  /// Creates an array of one dimension.
  ///
  /// - Parameter elements: The indices.
  public init(_ elements: [Int]) {
    shape = [elements.count]
    self.elements = elements
  }

  /// Creates an array of no dimension: a single index.
  ///
  /// - Parameter index: The index.
  public init(_ index: Int) {
    shape = []
    elements = [index]
  }

  /// Creates an array of any shape.
  ///
  /// - Parameters:
  ///   - elements: The indices, the last dimension running fastest.
  ///   - shape: The length of each dimension.
  /// - Throws: `EmbeddingError.wrongCount` when there are not as many indices as the shape holds.
  public init(_ elements: [Int], shape: [Int]) throws(EmbeddingError) {
    guard Self.count(of: shape) == elements.count else {
      throw .wrongCount(of: "indices", count: elements.count, shape: shape)
    }
    self.shape = shape
    self.elements = elements
  }

  /// Creates an array of two dimensions.
  ///
  /// - Parameter rows: Its rows, all of one length.
  /// - Throws: `EmbeddingError.unevenRows` when they are not.
  public init(_ rows: [[Int]]) throws(EmbeddingError) {
    let length = rows.first?.count ?? 0
    for (row, indices) in rows.enumerated() where indices.count != length {
      throw .unevenRows(row: row, count: indices.count, expected: length)
    }
    shape = [rows.count, length]
    elements = Array(rows.joined())
  }

  /// Creates an array of one dimension.
  ///
  /// - Parameter elements: The indices.
  public init(_ elements: [Int32]) {
    self.init(elements.map { Int($0) })
  }

  /// The number of indices.
  public var count: Int { elements.count }

  /// The number of elements that a shape holds, or nil where that is no number.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      guard length >= 0 else { return nil }
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// Checks that all indices name rows.
  func validate(rowCount: Int) throws(EmbeddingError) {
    // Compared as unsigned numbers, a negative index is too large.
    var largest: UInt = 0
    for index in elements { largest = max(largest, UInt(bitPattern: index)) }
    guard largest >= UInt(rowCount),
      let place = elements.firstIndex(where: { $0 < 0 || $0 >= rowCount })
    else { return }
    var rest = place
    var position: [Int] = []
    for length in shape.reversed() {
      position.insert(rest % length, at: 0)
      rest /= length
    }
    throw .indexOutOfRange(index: elements[place], position: position, rowCount: rowCount)
  }
}

extension Indices: ExpressibleByArrayLiteral {
  /// Creates an array of one dimension.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }
}
