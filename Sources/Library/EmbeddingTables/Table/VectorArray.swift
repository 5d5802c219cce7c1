internal import Parallel

/// Vectors arranged in a shape: the result of a look-up, or its gradient.
public struct VectorArray: Sendable {
  /// The length of each dimension; the last is the number of components of a vector.
  public private(set) var shape: [Int]
  private(set) var memory: LargeMemory<Float>

  /// Creates an array of zeros, to be filled before it is returned.
  ///
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  init(zeros shape: [Int]) throws(EmbeddingError) {
    self.shape = shape
    memory = try Self.memory(for: shape)
  }

  private static func memory(for shape: [Int]) throws(EmbeddingError) -> LargeMemory<Float> {
    guard let memory = Indices.count(of: shape).flatMap({ LargeMemory<Float>(count: $0) }) else {
      throw .noMemory(
        rowCount: Indices.count(of: shape.dropLast()) ?? .max, dimensions: shape.last ?? 1)
    }
    return memory
  }

  /// Creates an array.
  ///
  /// - Parameters:
  ///   - shape: The length of each dimension; the last is the number of components of a vector.
  ///   - elements: The components, with the last dimension varying fastest.
  /// - Throws: `EmbeddingError` if the shape is empty or does not match the number of components,
  ///   or there is not enough memory.
  public init(shape: [Int], elements: [Float]) throws(EmbeddingError) {
    guard !shape.isEmpty, Indices.count(of: shape) == elements.count else {
      throw .wrongCount(of: "components", count: elements.count, shape: shape)
    }
    self.shape = shape
    memory = try Self.memory(for: shape)
    memory.write { span in for index in span.indices { span[index] = elements[index] } }
  }

  /// The number of components of a vector.
  public var dimensions: Int { shape[shape.count - 1] }

  /// The number of vectors.
  public var vectorCount: Int { shape.dropLast().reduce(1, *) }

  /// All components, vector after vector.
  public var elements: Span<Float> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(memory.elements, borrowing: self)
    }
  }

  /// A vector by its number, with the last dimension of the shape varying fastest.
  ///
  /// - Precondition: `index` is in 0..<`vectorCount`.
  public subscript(index: Int) -> Span<Float> {
    @_lifetime(borrow self) get {
      elements.extracting(index * dimensions..<(index + 1) * dimensions)
    }
  }

  /// A copy of all components, vector after vector.
  public func array() -> [Float] {
    let elements = elements
    return [Float](capacity: elements.count) { output in
      for index in elements.indices { output.append(elements[index]) }
    }
  }

  /// The same vectors as a two-dimensional array: one row per vector.
  func flattened() -> VectorArray { VectorArray(self, shape: [vectorCount, dimensions]) }

  /// Some of the vectors, as a two-dimensional array, multiplied by factors if there are any.
  ///
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  func selecting(
    _ vectors: [Int], scaledBy scales: [Float]? = nil
  ) throws(EmbeddingError) -> VectorArray {
    let selection = try VectorArray(zeros: [vectors.count, dimensions])
    let (elements, dimensions) = (elements, dimensions)
    selection.memory.write { span in
      for (place, vector) in vectors.enumerated() {
        let scale = scales?[place] ?? 1
        for index in 0..<dimensions {
          span[place * dimensions + index] = elements[vector * dimensions + index] * scale
        }
      }
    }
    return selection
  }

  /// Changes the shape.
  ///
  /// Contents are unspecified until written.
  ///
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  mutating func reshape(to shape: [Int]) throws(EmbeddingError) {
    if memory.count != Indices.count(of: shape) || !isKnownUniquelyReferenced(&memory) {
      memory = try Self.memory(for: shape)
    }
    self.shape = shape
  }

  private init(_ array: VectorArray, shape: [Int]) {
    self.shape = shape
    memory = array.memory
  }
}

extension VectorArray: Equatable {
  /// Whether shapes and components are equal.
  public static func == (left: VectorArray, right: VectorArray) -> Bool {
    guard left.shape == right.shape else { return false }
    let (a, b) = (left.elements, right.elements)
    return a.indices.allSatisfy { a[$0] == b[$0] }
  }
}
