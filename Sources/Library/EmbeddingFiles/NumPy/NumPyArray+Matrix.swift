internal import Algorithms
internal import BinaryFiles
internal import Text

extension NumPyArray {
  /// The array as a matrix of numbers: checks the encoding and the number of elements.
  func matrix(
    _ source: EmbeddingSource, end: Int
  ) throws(EmbeddingFileError) -> (encoding: NumberEncoding, rows: Int, columns: Int) {
    let encoding: NumberEncoding? =
      switch type {
      case "<f2": .float16
      case "<f4": .float32
      case "<f8": .float64
      default: nil
      }
    guard let encoding else {
      throw source.failure(
        "the array's elements are of type \(Excerpt.quoted(type.utf8)); "
          + "'<f4', '<f2' and '<f8' can be read"
      )
    }
    guard shape.count == 2, shape[1] >= 1 else {
      throw source.failure(
        "the array has the shape (\(shape.map(String.init).joined(separator: ", "))); rows and "
          + "columns are needed")
    }
    let elementCount = try source.elementCount(rows: shape[0], columns: shape[1])
    guard let count = elementCount, count <= (end - dataOffset) / encoding.size else {
      throw source.failure(
        byte: end, "the array ends early: its header promises \(shape[0]) × \(shape[1]) elements")
    }
    guard dataOffset + count * encoding.size == end else {
      throw source.failure(
        byte: dataOffset + count * encoding.size,
        "\(end - dataOffset - count * encoding.size) bytes are left after the array's elements")
    }
    return (encoding, shape[0], shape[1])
  }
}
