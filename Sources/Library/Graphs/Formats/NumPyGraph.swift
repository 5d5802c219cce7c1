internal import BinaryFiles
internal import Files
internal import Text

/// Matrices and edges in NumPy's arrays: sparse matrices of SciPy's `save_npz`, those of PecanPy
/// with the names of nodes, square arrays, and arrays with two rows or columns of node numbers.
enum NumPyGraph: BinaryGraphFormat {
  static let layout = EdgeListOptions.Layout.numPy

  static func recognizes(_ bytes: Span<UInt8>) -> Bool {
    [.numPyArray, .numPyArchive].contains(ForeignFile.recognized(in: bytes))
  }

  static func read(
    _ bytes: FileBytes, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    let graph: Result<ListedGraph, LineFault>
    do throws(BinaryFault) {
      graph = try NumPyArrays(bytes).graph(options)
    } catch {
      let place = error.byte.map { "byte \($0): " } ?? ""
      throw LineFault(reason: .invalidFormat(place + error.reason))
    }
    return try graph.get()
  }
}

/// The arrays of a file by name.
private struct NumPyArrays {
  private struct Entry {
    let header: NumPyArray
    let bytes: FileBytes
    let end: Int
  }

  private var entries: [String: Entry] = [:]

  init(_ bytes: FileBytes) throws(BinaryFault) {
    guard bytes.starts(with: ZipArchive.magic) else {
      entries[""] = Entry(
        header: try NumPyArray(bytes, 0..<bytes.count), bytes: bytes, end: bytes.count)
      return
    }
    let archive = try ZipArchive(bytes)
    for file in try archive.numPyEntries() {
      let (bytes, range) = try archive.content(of: file)
      entries[String(file.name.dropLast(4))] = Entry(
        header: try NumPyArray(bytes, range), bytes: bytes, end: range.upperBound)
    }
  }

  private func numbers(_ name: String) throws(BinaryFault) -> [Double]? {
    guard let entry = entries[name] else { return nil }
    return try entry.header.numbers(entry.bytes, end: entry.end)
  }

  private func integers(_ name: String) throws(BinaryFault) -> [Int]? {
    guard let entry = entries[name] else { return nil }
    return try entry.header.integers(entry.bytes, end: entry.end)
  }

  /// The graph of the arrays.
  func graph(_ options: EdgeListOptions) throws(BinaryFault) -> Result<ListedGraph, LineFault> {
    // The Python objects that older programs store as names would have to be executed.
    var names: [String]?
    if let entry = entries["IDs"] {
      names = try entry.header.texts(entry.bytes, end: entry.end)
    }
    let matrix: Result<AdjacencyMatrix, LineFault>
    if let sparse = try sparse(options) {
      matrix = sparse
    } else {
      let squares = entries.filter {
        $0.value.header.shape.count == 2 && $0.value.header.shape[0] == $0.value.header.shape[1]
      }
      if squares.count == 1, let (name, entry) = squares.first {
        matrix = try dense(name, entry.header, options)
      } else if entries.count == 1, let entry = entries.first, names == nil,
        let edges = try edges(entry.key, entry.value.header)
      {
        return edges
      } else {
        let list = entries.keys.sorted().prefix(8).joined(separator: ", ")
        throw BinaryFault("has neither a square matrix nor pairs of nodes; its arrays are: \(list)")
      }
    }
    return matrix.flatMap { matrix in
      guard names.map({ $0.count == matrix.size }) ?? true else {
        return .failure(
          LineFault(
            reason: .invalidFormat("has \(names?.count ?? 0) names for \(matrix.size) rows")))
      }
      return Result { () throws(LineFault) in try matrix.graph(.numPy, names: names, options) }
    }
  }

  /// The sparse matrix of SciPy, PecanPy, or a data set whose arrays begin with `adj_`; nil if
  /// there is none.
  private func sparse(
    _ options: EdgeListOptions
  ) throws(BinaryFault) -> Result<AdjacencyMatrix, LineFault>? {
    let prefix = entries["adj_indptr"] != nil ? "adj_" : ""
    var kind = "csr"
    if let entry = entries["format"] {
      kind = try entry.header.texts(entry.bytes, end: entry.end).first ?? kind
    }
    let shape = try integers("\(prefix)shape")
    if let shape, shape.count != 2 || shape[0] != shape[1] {
      throw BinaryFault(
        "the matrix of shape \(shape) is not square; rows and columns are the same nodes")
    }
    if kind == "coo", let shape, let rows = try integers("row"), let columns = try integers("col"),
      let values = try numbers("data")
    {
      return Result { () throws(LineFault) in
        try Self.coordinates(shape[0], rows, columns, values, options)
      }
    }
    guard let starts = try integers("\(prefix)indptr"),
      let indices = try integers("\(prefix)indices")
    else { return nil }
    guard kind == "csr" || kind == "csc", let values = try numbers("\(prefix)data") else {
      throw BinaryFault(
        "the sparse matrix is of the kind \(Excerpt.quoted(kind.utf8)); csr, csc and coo can be "
          + "read: tocsr() converts it")
    }
    let arrays = SparseArrays(
      size: shape?[0] ?? starts.count - 1, starts: starts, indices: indices, values: values,
      isTransposed: kind == "csc")
    return Result { () throws(LineFault) in try arrays.matrix(options) }
  }

  private static func coordinates(
    _ size: Int, _ rows: [Int], _ columns: [Int], _ values: [Double], _ options: EdgeListOptions
  ) throws(LineFault) -> AdjacencyMatrix {
    guard rows.count == columns.count, rows.count == values.count, size > 0, size < Int(Node.max),
      rows.allSatisfy((0..<size).contains), columns.allSatisfy((0..<size).contains)
    else {
      throw LineFault(reason: .invalidFormat("the arrays of the sparse matrix do not fit"))
    }
    var matrix = AdjacencyMatrix(size: size)
    for (entry, value) in values.enumerated() {
      try matrix.add(row: rows[entry], column: columns[entry], value, options)
    }
    return matrix
  }

  private func dense(
    _ name: String, _ header: NumPyArray, _ options: EdgeListOptions
  ) throws(BinaryFault) -> Result<AdjacencyMatrix, LineFault> {
    let size = header.shape[0]
    let values = try numbers(name) ?? []
    return Result { () throws(LineFault) in
      var matrix = AdjacencyMatrix(size: size)
      for (place, value) in values.enumerated() where value != 0 {
        let (row, column) = (place / size, place % size)
        try matrix.add(
          row: header.isTransposed ? column : row, column: header.isTransposed ? row : column,
          value, options)
      }
      return matrix
    }
  }

  /// The edges of an array of integers with two rows or two columns.
  private func edges(
    _ name: String, _ header: NumPyArray
  ) throws(BinaryFault) -> Result<ListedGraph, LineFault>? {
    guard header.shape.count == 2, header.shape.contains(2) else { return nil }
    let nodes = try integers(name) ?? []
    let count = nodes.count / 2
    // Whether sources and targets alternate in the file.
    let isAlternating = (header.shape[1] == 2) != header.isTransposed
    return Result { () throws(LineFault) in
      var graph = ListedGraph(.numPy)
      graph.remark = "\(count) pairs of nodes"
      for edge in 0..<count {
        let source = nodes[isAlternating ? 2 * edge : edge]
        let target = nodes[isAlternating ? 2 * edge + 1 : count + edge]
        graph.add(try graph.node(String(source)), try graph.node(String(target)))
      }
      return graph
    }
  }
}
