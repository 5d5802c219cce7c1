/// Indices of rows, arranged in a shape.
public struct Indices: Sendable, Equatable {
  /// The length of each dimension; empty for a single index.
  public let shape: [Int]
  /// The indices, with the last dimension varying fastest.
  public let elements: [Int]

  /// Creates a one-dimensional array.
  ///
  /// - Parameter elements: The indices.
  public init(_ elements: [Int]) {
    shape = [elements.count]
    self.elements = elements
  }

  /// Creates a zero-dimensional array: a single index.
  ///
  /// - Parameter index: The index.
  public init(_ index: Int) {
    shape = []
    elements = [index]
  }

  /// Creates an array of any shape.
  ///
  /// - Parameters:
  ///   - elements: The indices, with the last dimension varying fastest.
  ///   - shape: The length of each dimension.
  /// - Throws: `EmbeddingError.wrongCount` if the number of indices does not match the shape.
  public init(_ elements: [Int], shape: [Int]) throws(EmbeddingError) {
    guard Self.count(of: shape) == elements.count else {
      throw .wrongCount(of: "indices", count: elements.count, shape: shape)
    }
    self.shape = shape
    self.elements = elements
  }

  /// Creates a two-dimensional array.
  ///
  /// - Parameter rows: Its rows, all of the same length.
  /// - Throws: `EmbeddingError.unevenRows` if they differ in length.
  public init(_ rows: [[Int]]) throws(EmbeddingError) {
    let length = rows.first?.count ?? 0
    for (row, indices) in rows.enumerated() where indices.count != length {
      throw .unevenRows(row: row, count: indices.count, expected: length)
    }
    shape = [rows.count, length]
    elements = Array(rows.joined())
  }

  /// Creates a one-dimensional array.
  ///
  /// - Parameter elements: The indices.
  public init(_ elements: [Int32]) {
    self.init(elements.map { Int($0) })
  }

  /// The number of indices.
  public var count: Int { elements.count }

  /// The number of elements of a shape, or nil if it is invalid or too large.
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

  /// Checks that all indices are numbers of rows.
  func validate(rowCount: Int) throws(EmbeddingError) {
    // As unsigned numbers, negative indices are too large.
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
  /// Creates a one-dimensional array.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }
}
