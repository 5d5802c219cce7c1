internal import Files

/// The rows of a model's table.
struct FastTextRows: Sendable {
  let bytes: FileBytes
  /// The position of the first row in the file.
  let start: Int
  let count: Int
  let dimensions: Int

  /// Computes the mean of rows.
  func mean(of indices: [Int], into vector: inout MutableSpan<Float>) {
    let span = bytes.span
    for component in vector.indices { vector[component] = 0 }
    for index in indices {
      let offset = start + 4 * index * dimensions
      for component in vector.indices {
        vector[component] += NumberEncoding.float32.load(span, at: offset + 4 * component)
      }
    }
    let scale = 1 / Float(indices.count)
    for component in vector.indices { vector[component] *= scale }
  }
}
