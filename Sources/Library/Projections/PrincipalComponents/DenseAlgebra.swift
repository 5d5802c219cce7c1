internal import COpenBLAS

/// Products of dense matrices and eigenvectors of symmetric ones, using OpenBLAS.
///
/// Matrices are stored row by row. The library's own threads are disabled: callers distribute
/// blocks over threads themselves, so that results do not depend on the number of threads.
enum DenseAlgebra {
  private static let isSingleThreaded: Bool = {
    openblas_set_num_threads(1)
    return true
  }()

  /// Computes the upper triangle of XᵀX, the products of a block's columns with each other.
  ///
  /// The corresponding C function is `cblas_ssyrk`.
  ///
  /// - Parameters:
  ///   - block: `rowCount` × `columnCount` numbers.
  ///   - rowCount: The number of rows of the block.
  ///   - columnCount: The number of its columns.
  ///   - product: `columnCount` × `columnCount` numbers, overwritten on and above the diagonal.
  static func multiplyColumns(
    of block: [Float], rowCount: Int, columnCount: Int, into product: inout [Float]
  ) {
    precondition(isSingleThreaded)
    precondition(block.count >= rowCount * columnCount, "the block is complete")
    precondition(product.count == columnCount * columnCount, "the product is square")
    // SAFETY: the shapes are checked above; the library keeps no address.
    unsafe block.withUnsafeBufferPointer { block in
      unsafe product.withUnsafeMutableBufferPointer { product in
        unsafe cblas_ssyrk(
          CblasRowMajor, CblasUpper, CblasTrans, Int32(columnCount), Int32(rowCount), 1,
          block.baseAddress, Int32(columnCount), 0, product.baseAddress, Int32(columnCount))
      }
    }
  }

  /// Computes ABᵀ, the products of the rows of two blocks.
  ///
  /// The corresponding C function is `cblas_sgemm`.
  ///
  /// - Parameters:
  ///   - left: `leftCount` × `columnCount` numbers.
  ///   - leftCount: The number of rows of the left block.
  ///   - right: `rightCount` × `columnCount` numbers.
  ///   - rightCount: The number of rows of the right block.
  ///   - columnCount: The number of columns of both.
  ///   - product: Receives `leftCount` × `rightCount` numbers.
  static func multiplyRows(
    of left: UnsafeBufferPointer<Float>, count leftCount: Int,
    byRowsOf right: UnsafeBufferPointer<Float>, count rightCount: Int, columnCount: Int,
    into product: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(isSingleThreaded)
    precondition(left.count >= leftCount * columnCount, "the left block is complete")
    precondition(right.count >= rightCount * columnCount, "the right block is complete")
    precondition(product.count >= leftCount * rightCount, "the product has room")
    guard leftCount > 0, rightCount > 0 else { return }
    // SAFETY: the shapes are checked above; the library keeps no address.
    unsafe cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(leftCount), Int32(rightCount),
      Int32(columnCount), 1, left.baseAddress, Int32(columnCount), right.baseAddress,
      Int32(columnCount), 0, product.baseAddress, Int32(rightCount))
  }

  /// Computes the largest eigenvalues of a symmetric matrix and their eigenvectors.
  ///
  /// The corresponding C function is `dsyevr_`.
  ///
  /// - Parameters:
  ///   - matrix: `order` × `order` numbers, of which the upper triangle is read.
  ///   - order: The number of rows.
  ///   - count: The number of eigenvectors to compute, in 1...`order`.
  /// - Returns: The eigenvalues in descending order and the unit eigenvectors, row by row; nil if
  ///   the solver does not converge.
  /// - Complexity: O(`order`³).
  static func largestEigenvectors(
    of matrix: [Double], order: Int, count: Int
  ) -> (values: [Double], vectors: [Double])? {
    precondition(isSingleThreaded)
    precondition(matrix.count == order * order && (1...order).contains(count), "shapes agree")
    var matrix = matrix
    var values = [Double](repeating: 0, count: order)
    var vectors = [Double](repeating: 0, count: order * count)
    var support = [Int32](repeating: 0, count: 2 * order)
    var work = [Double](repeating: 0, count: 1)
    var integerWork = [Int32](repeating: 0, count: 1)
    var info: Int32 = 0
    let size = Int32(order)
    // The first call asks how much memory the solver needs.
    for isQuery in [true, false] {
      var found: Int32 = 0
      let workCount = isQuery ? -1 : Int32(work.count)
      let integerWorkCount = isQuery ? -1 : Int32(integerWork.count)
      // Row-major upper is column-major lower: "L".
      // SAFETY: the arrays have the sizes that LAPACK's manual specifies for `order` and `count`.
      unsafe withUnsafePointer(to: size) { size in
        unsafe dsyevr_(
          "V", "I", "L", size, &matrix, size, [0], [0], [Int32(order - count + 1)], [Int32(order)],
          [0], &found, &values, &vectors, size, &support, &work, [workCount], &integerWork,
          [integerWorkCount], &info)
      }
      guard info == 0 else { return nil }
      if isQuery {
        work = [Double](repeating: 0, count: Int(work[0]))
        integerWork = [Int32](repeating: 0, count: Int(integerWork[0]))
      } else if Int(found) != count {
        return nil
      }
    }
    var descending: [Double] = []
    for index in (0..<count).reversed() {
      descending += vectors[index * order..<(index + 1) * order]
    }
    return (values[..<count].reversed(), descending)
  }
}
