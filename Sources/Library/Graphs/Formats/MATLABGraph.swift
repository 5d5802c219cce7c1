internal import BinaryFiles
internal import Files
internal import Text

/// A square matrix in a MAT-file of MATLAB, version 5 to 7: `network` in the data sets of DeepWalk
/// and node2vec, `A` of `Problem` in the SuiteSparse collection, or the only one.
///
/// The rows are named 0, 1, 2 and so on, as in the labels that come with those data sets.
enum MATLABGraph: BinaryGraphFormat {
  static let layout = EdgeListOptions.Layout.matlab

  static func recognizes(_ bytes: Span<UInt8>) -> Bool {
    ForeignFile.recognized(in: bytes) == .matlab
  }

  static func read(
    _ bytes: FileBytes, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    let matrices: [MATFile.Matrix]
    do throws(BinaryFault) {
      matrices = try MATFile(bytes).matrices
    } catch {
      let place = error.byte.map { "byte \($0): " } ?? ""
      throw LineFault(reason: .invalidFormat(place + error.reason))
    }
    let squares = matrices.filter { $0.rowCount == $0.columnCount && $0.rowCount > 1 }
    let known = ["network", "Problem.A", "A", "adj", "adjacency", "net", "G", "W"]
    let named = known.lazy.compactMap { name in squares.first { $0.name == name } }.first
    guard let chosen = named ?? (squares.count == 1 ? squares[0] : nil) else {
      let list = matrices.prefix(8).map {
        "\(Excerpt.quoted($0.name.utf8)) of \($0.rowCount) × \($0.columnCount)"
      }
      throw LineFault(
        reason: .invalidFormat(
          "has \(squares.isEmpty ? "no" : "more than one") square matrix; it has "
            + (list.isEmpty ? "none at all" : list.joined(separator: ", "))))
    }
    let arrays = SparseArrays(
      size: chosen.rowCount, starts: chosen.starts, indices: chosen.rows, values: chosen.values,
      isTransposed: true)
    var graph = try arrays.matrix(options).graph(.matlab, names: nil, options)
    graph.remark = "\(chosen.name) of \(chosen.rowCount) × \(chosen.columnCount)"
    return graph
  }
}
