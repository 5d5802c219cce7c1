package import Files
public import Names

/// A vector for each name: the result of training or the contents of a file.
///
/// An embedding is an immutable value, independent of graphs and trainers. Its vectors are in
/// memory, or in a file that is mapped into memory and read on access.
public struct Embedding: Sendable {
  /// The names, in the order of the rows.
  public let names: NameList
  /// The number of components of a vector.
  public let dimensions: Int
  /// Training parameters and seed; empty if unknown.
  public let metadata: EmbeddingMetadata
  private let elements: VectorStorage

  /// Creates an embedding.
  ///
  /// - Parameters:
  ///   - names: The names of the rows.
  ///   - dimensions: The number of components of a vector; at least 1.
  ///   - vectors: `names.count` × `dimensions` numbers, row after row.
  ///   - metadata: Training parameters and seed, if known.
  /// - Precondition: `vectors.count` equals `names.count` × `dimensions`.
  public init(
    names: NameList, dimensions: Int, vectors: [Float], metadata: EmbeddingMetadata = [:]
  ) {
    self.init(
      names: names, dimensions: dimensions, elements: .array(vectors), metadata: metadata)
  }

  /// Creates an embedding whose vectors remain in a file.
  ///
  /// - Parameters:
  ///   - names: The names of the rows.
  ///   - dimensions: The number of components of a vector; at least 1.
  ///   - file: The file, with `names.count` × `dimensions` floats from `offset` on, in the byte
  ///     order of this machine, row after row.
  ///   - offset: The position of the first float, in bytes.
  ///   - metadata: Training parameters and seed, if known.
  /// - Precondition: The file is long enough.
  package init(
    names: NameList, dimensions: Int, file: FileBytes, offset: Int, metadata: EmbeddingMetadata
  ) {
    self.init(
      names: names, dimensions: dimensions,
      elements: VectorStorage(file, offset: offset, count: names.count * dimensions),
      metadata: metadata)
  }

  private init(
    names: NameList, dimensions: Int, elements: VectorStorage, metadata: EmbeddingMetadata
  ) {
    precondition(dimensions >= 1, "a vector has at least one component")
    precondition(elements.count == names.count * dimensions, "one vector a name")
    self.names = names
    self.dimensions = dimensions
    self.metadata = metadata
    self.elements = elements
  }

  /// The same names and vectors with other metadata.
  ///
  /// - Parameter metadata: The new metadata.
  /// - Returns: An embedding that shares the vectors of this one.
  public func with(metadata: EmbeddingMetadata) -> Embedding {
    Embedding(names: names, dimensions: dimensions, elements: elements, metadata: metadata)
  }

  /// The number of vectors.
  public var count: Int { names.count }

  /// Whether the vectors are in a file that is mapped into memory.
  public var isMapped: Bool { elements.isMapped }

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

  /// The vector of a name, or nil if there is no such name.
  ///
  /// - Parameter name: The name, spelled as in `names`.
  /// - Returns: `dimensions` numbers.
  public func vector(named name: String) -> [Float]? {
    guard let row = names.index(of: name) else { return nil }
    let vector = self[row]
    return [Float](capacity: dimensions) { output in
      for place in vector.indices { output.append(vector[place]) }
    }
  }
}
