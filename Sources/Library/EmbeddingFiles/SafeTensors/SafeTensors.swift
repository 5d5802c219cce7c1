internal import Algorithms
internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names
internal import Text

/// Tensors in the safetensors format: the length of a header in 8 bytes, the header in JSON, and
/// the numbers.
///
/// `vectors` is the matrix; `names` holds the bytes of all names in UTF-8, without gaps, and
/// `name_ends` the end of each as a 64-bit integer. Metadata is the header's `__metadata__`. When a
/// file is read, a matrix of another name is accepted if it is the only one; without names and a
/// vocabulary file, the rows are named 0, 1, 2 and so on. Single-precision vectors remain in the
/// file.
enum SafeTensors {
  /// A tensor of a file.
  struct Tensor {
    let name: String
    let type: String
    let shape: [Int]
    /// The range of its numbers in the file.
    let range: Range<Int>

    var encoding: NumberEncoding? {
      switch type {
      case "F16": .float16
      case "BF16": .bfloat16
      case "F32": .float32
      case "F64": .float64
      default: nil
      }
    }
  }

  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let header = try SafeTensorsHeader(source)
    let tensor = try chosen(of: header.tensors, source)
    guard let encoding = tensor.encoding else {
      throw source.failure(
        "the tensor \(Excerpt.quoted(tensor.name.utf8)) is of type "
          + "\(Excerpt.quoted(tensor.type.utf8)); F32, F16, BF16 and F64 can be read"
      )
    }
    guard tensor.shape.count == 2, tensor.shape[1] >= 1 else {
      let shape = tensor.shape.map(String.init).joined(separator: ", ")
      throw source.failure(
        "the tensor \(Excerpt.quoted(tensor.name.utf8)) has the shape [\(shape)]; "
          + "rows and columns are needed"
      )
    }
    let size = try source.elementCount(rows: tensor.shape[0], columns: tensor.shape[1])
    guard let size, tensor.range.count / encoding.size == size,
      tensor.range.count % encoding.size == 0
    else {
      throw source.failure(
        byte: tensor.range.lowerBound,
        "the tensor \(Excerpt.quoted(tensor.name.utf8)) has \(tensor.range.count) bytes, "
          + "which its shape does not ask for"
      )
    }
    return try names(of: header.tensors, count: tensor.shape[0], source).embedding { names in
      encoding.embedding(
        of: source.bytes, at: tensor.range.lowerBound, names: names,
        dimensions: tensor.shape[1], metadata: header.metadata, threadCount: source.threadCount)
    }
  }

  private static func chosen(
    of tensors: [Tensor], _ source: EmbeddingSource
  ) throws(EmbeddingFileError) -> Tensor {
    let wanted = source.selection.tensor ?? "vectors"
    if let tensor = tensors.first(where: { $0.name == wanted }) { return tensor }
    let matrices = tensors.filter { $0.shape.count == 2 && $0.encoding != nil }
    if source.selection.tensor == nil, matrices.count == 1 { return matrices[0] }
    throw source.failure(
      "there is no tensor \(Excerpt.quoted(wanted.utf8)); "
        + "matrices are \(source.list(matrices.map(\.name)))"
    )
  }

  private static func names(
    of tensors: [Tensor], count: Int, _ source: EmbeddingSource
  ) throws(EmbeddingFileError) -> RowNames {
    if source.selection.vocabulary != nil { return try source.vocabulary(count: count) }
    guard let text = tensors.first(where: { $0.name == "names" && $0.type == "U8" }),
      let places = tensors.first(where: { $0.name == "name_ends" && $0.type == "I64" })
    else {
      return RowNames(NameList(count: count))
    }
    guard Int.product(8, count) == places.range.count else {
      throw source.failure(
        byte: places.range.lowerBound,
        "there are \(places.range.count / 8) names for \(count) rows")
    }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    // The end of the previous name in the file, which may differ from that of its repaired text.
    var start = 0
    var starts: [Int] = []
    for row in 0..<count {
      let offset = places.range.lowerBound + 8 * row
      let end = LittleEndian.load(source.bytes.span, at: offset, as: Int64.self)
      guard end >= start, end <= text.range.count else {
        throw source.failure(byte: offset, "the name of row \(row + 1) ends at an impossible place")
      }
      let range = text.range.lowerBound + start..<text.range.lowerBound + Int(end)
      start = Int(end)
      starts.append(range.lowerBound)
      try source.append(range, to: &bytes, allowsEmpty: true)
      ends.append(bytes.count)
    }
    return try source.names(utf8: bytes, ends: ends) { .byte(starts[$0]) }
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    var names: [UInt8] = []
    var ends: [UInt8] = []
    for index in embedding.names.indices {
      embedding.names.append(index, to: &names)
      LittleEndian.append(Int64(names.count), to: &ends)
    }
    let header = SafeTensorsHeader.bytes(
      [
        ("name_ends", "I64", [embedding.count], ends.count),
        ("vectors", "F32", [embedding.count, embedding.dimensions], 4 * embedding.vectors.count),
        ("names", "U8", [names.count], names.count),
      ], metadata: embedding.metadata)
    try output.write { file throws(FileError) in
      try file.write(header)
      try file.write(ends)
      try file.write(embedding.vectors)
      try file.write(names)
    }
  }
}
