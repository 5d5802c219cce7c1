public import Names

extension Embedding {
  /// An embedding of some of the rows.
  ///
  /// - Parameter rows: The rows, each less than `count`, in their new order; none twice.
  /// - Returns: Their names and vectors, and the same metadata.
  /// - Precondition: The rows are in range and different.
  /// - Complexity: O(*n* · `dimensions`) for *n* rows.
  public func rows(_ rows: [Int]) -> Embedding {
    guard let names = NameList(rows.map { names[$0] }) else {
      preconditionFailure("no row is there twice")
    }
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * dimensions)
    for row in rows {
      let vector = self[row]
      for index in vector.indices { elements.append(vector[index]) }
    }
    return Embedding(
      names: names, dimensions: dimensions, vectors: elements, metadata: metadata)
  }

  /// The vectors of given names, in their order.
  ///
  /// - Parameter names: The names, such as those of a graph's nodes.
  /// - Returns: An embedding with these names.
  /// - Throws: `UnknownName` for the first name without a vector.
  /// - Complexity: O(*n* · `dimensions`) expected for *n* names.
  public func vectors(of names: NameList) throws(UnknownName) -> Embedding {
    if names == self.names { return self }
    var found: [Int] = []
    found.reserveCapacity(names.count)
    for name in names { found.append(try self.names.place(of: name)) }
    return rows(found)
  }
}
