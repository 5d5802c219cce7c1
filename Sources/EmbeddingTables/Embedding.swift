public import Names

/// The result of training, or what a file holds: a vector for each name.
///
/// An embedding is a value that never changes. It knows no graph and no trainer.
public struct Embedding: Sendable {
  /// The names, in the order of the rows.
  public let names: NameList
  /// The number of components of a vector.
  public let dimensions: Int
  private let elements: [Float]

  /// Creates an embedding.
  ///
  /// - Parameters:
  ///   - names: The names of the rows.
  ///   - dimensions: The number of components of a vector; at least 1.
  ///   - vectors: `names.count` × `dimensions` numbers, row after row.
  /// - Precondition: There are as many numbers as names and dimensions ask for.
  public init(names: NameList, dimensions: Int, vectors: [Float]) {
    precondition(dimensions >= 1, "a vector has at least one component")
    precondition(vectors.count == names.count * dimensions, "one vector a name")
    self.names = names
    self.dimensions = dimensions
    elements = vectors
  }

  /// The number of vectors.
  public var count: Int { names.count }

  /// All vectors: `count` × `dimensions` numbers, row after row.
  public var vectors: Span<Float> {
    @_lifetime(borrow self) get { elements.span }
  }

  /// The vector of a row.
  ///
  /// - Precondition: `row` is in 0..<`count`.
  public subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self) get {
      precondition(row >= 0 && row < count, "the row is out of range")
      return elements.span.extracting(row * dimensions..<(row + 1) * dimensions)
    }
  }

  /// The vector of a name, or nil where there is none of it.
  ///
  /// - Parameter name: The name, spelled as in `names`.
  /// - Returns: `dimensions` numbers.
  public func vector(named name: String) -> [Float]? {
    guard let row = names.index(of: name) else { return nil }
    return Array(elements[row * dimensions..<(row + 1) * dimensions])
  }
}
