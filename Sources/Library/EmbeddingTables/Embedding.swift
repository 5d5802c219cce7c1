package import Files
public import Names

/// The result of training, or what a file holds: a vector for each name.
///
/// An embedding is a value that never changes. It knows no graph and no trainer. Its vectors are in
/// memory, or in a file that is mapped into memory and read where it is looked at.
public struct Embedding: Sendable {
  /// The names, in the order of the rows.
  public let names: NameList
  /// The number of components of a vector.
  public let dimensions: Int
  /// How the vectors came about: parameters, seed and so on; empty where nobody said.
  public let metadata: EmbeddingMetadata
  private let elements: VectorStorage

  /// Creates an embedding.
  ///
  /// - Parameters:
  ///   - names: The names of the rows.
  ///   - dimensions: The number of components of a vector; at least 1.
  ///   - vectors: `names.count` × `dimensions` numbers, row after row.
  ///   - metadata: How the vectors came about.
  /// - Precondition: There are as many numbers as names and dimensions ask for.
  public init(
    names: NameList, dimensions: Int, vectors: [Float], metadata: EmbeddingMetadata = [:]
  ) {
    self.init(
      names: names, dimensions: dimensions, elements: .array(vectors), metadata: metadata)
  }

  /// Creates an embedding whose vectors stay in a file.
  ///
  /// - Parameters:
  ///   - names: The names of the rows.
  ///   - dimensions: The number of components of a vector; at least 1.
  ///   - file: The file; `names.count` × `dimensions` floats in the byte order of this machine, row
  ///     after row, start at `offset`.
  ///   - offset: A place in the file, in bytes.
  ///   - metadata: How the vectors came about.
  /// - Precondition: The file has as many bytes as names and dimensions ask for.
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

  /// The same vectors under the same names, with other metadata.
  ///
  /// - Parameter metadata: How the vectors came about.
  /// - Returns: An embedding that shares the vectors of this one.
  public func with(metadata: EmbeddingMetadata) -> Embedding {
    Embedding(names: names, dimensions: dimensions, elements: elements, metadata: metadata)
  }

  /// The number of vectors.
  public var count: Int { names.count }

  /// Whether the vectors stay in a file until they are looked at.
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

  /// The vector of a name, or nil where there is none of it.
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
