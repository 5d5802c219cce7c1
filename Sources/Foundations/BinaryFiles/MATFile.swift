internal import Algorithms
package import Files
internal import Text

/// The matrices of numbers in a MAT-file, version 5 (MATLAB's default up to 2 GB, with or without
/// compression).
///
/// The MathWorks: MAT-File Format, 2019.
package struct MATFile {
  /// A matrix, column by column, without the entries that are 0.
  package struct Matrix: Sendable {
    /// The name of its variable; within a structure, `variable.field`.
    package let name: String
    /// The number of rows.
    package let rowCount: Int
    /// The number of columns.
    package let columnCount: Int
    /// Where each column begins, and the last ends.
    package let starts: [Int]
    /// The row of each entry.
    package let rows: [Int]
    /// The value of each entry.
    package let values: [Double]
  }

  /// The matrices, in the order of the file.
  package private(set) var matrices: [Matrix] = []

  private static let headerSize = 128

  /// Reads a file.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: `BinaryFault` if it is damaged, or of another version.
  package init(_ bytes: FileBytes) throws(BinaryFault) {
    let span = bytes.span
    guard span.count > Self.headerSize else { throw BinaryFault("the file is cut short") }
    guard bytes.starts(with: Array("MATLAB 5.0".utf8)) else {
      throw BinaryFault(
        "is a MATLAB file of version 7.3 or later (HDF5); save with '-v7' writes one that can be "
          + "read")
    }
    guard bytes.starts(with: Array("IM".utf8), at: 126) else {
      throw BinaryFault("is a MATLAB file of a machine with big-endian numbers")
    }
    try read(span, from: Self.headerSize)
  }

  /// Reads the variables from a position on.
  private mutating func read(_ bytes: Span<UInt8>, from start: Int) throws(BinaryFault) {
    var elements = MATElements(bytes, from: start)
    while let element = try elements.next() {
      switch element.type {
      case MATElements.matrix: try readMatrix(bytes, element.range, prefix: "", depth: 0)
      case MATElements.compressed:
        guard let content = Deflate.decompressStream(bytes.extracting(element.range)) else {
          throw BinaryFault(byte: element.range.lowerBound, "a variable cannot be decompressed")
        }
        try read(content.span, from: 0)
      default: continue
      }
    }
  }

  private mutating func readMatrix(
    _ bytes: Span<UInt8>, _ range: Range<Int>, prefix: String, depth: Int
  ) throws(BinaryFault) {
    // An empty element stands for an empty matrix.
    guard !range.isEmpty else { return }
    var parts = MATElements(bytes.extracting(0..<range.upperBound), from: range.lowerBound)
    let flags = try parts.integers()
    let dimensions = try parts.integers()
    let name = prefix + (try parts.text())
    guard let kind = flags.first.map({ $0 & 0xff }), dimensions.allSatisfy({ $0 >= 0 }) else {
      throw BinaryFault(byte: range.lowerBound, "a variable has no kind")
    }
    switch kind {
    case 2 where depth == 0 && dimensions.allSatisfy { $0 == 1 }:
      let width = try parts.integers().first ?? 0
      let names = try parts.text()
      guard width > 0 else { return }
      let fields = stride(from: 0, to: names.utf8.count, by: width).map { start in
        String(
          decoding: Array(names.utf8)[start...].prefix(width).prefix { $0 != 0 }, as: UTF8.self)
      }
      for field in fields {
        guard let element = try parts.next(), element.type == MATElements.matrix else { return }
        try readMatrix(bytes, element.range, prefix: "\(name).\(field)", depth: 1)
      }
    case 5 where dimensions.count == 2:
      let rows = try parts.integers()
      let starts = try parts.integers()
      let values = try parts.numbers()
      let count = starts.last ?? 0
      guard count >= 0, count <= rows.count, count <= values.count else {
        throw BinaryFault(byte: range.lowerBound, "a sparse matrix is cut short")
      }
      matrices.append(
        Matrix(
          name: name, rowCount: dimensions[0], columnCount: dimensions[1], starts: starts,
          rows: Array(rows[..<count]), values: Array(values[..<count])))
    case 6...15 where dimensions.count == 2:
      let values = try parts.numbers()
      guard Int.product(dimensions) == values.count else {
        throw BinaryFault(byte: range.lowerBound, "a matrix is cut short")
      }
      matrices.append(Self.dense(name, dimensions[0], dimensions[1], values))
    default: return
    }
  }

  private static func dense(
    _ name: String, _ rowCount: Int, _ columnCount: Int, _ values: [Double]
  ) -> Matrix {
    var (starts, rows, entries): ([Int], [Int], [Double]) = ([0], [], [])
    for column in 0..<columnCount {
      for row in 0..<rowCount where values[column * rowCount + row] != 0 {
        rows.append(row)
        entries.append(values[column * rowCount + row])
      }
      starts.append(rows.count)
    }
    return Matrix(
      name: name, rowCount: rowCount, columnCount: columnCount, starts: starts, rows: rows,
      values: entries)
  }
}
