extension EmbeddingTable {
  /// The number of rows.
  public var rowCount: Int { storage.rowCount }

  /// The number of components of a row.
  public var dimensions: Int { storage.dimensions }

  /// The row that gets no gradient, counted from the start, or nil where there is none.
  public var paddingIndex: Int? { rules.paddingIndex }

  /// The norm that rows are shortened to on look-up, or nil where they are left as they are.
  public var maxNorm: Double? { rules.maxNorm }

  /// The p of the p-norm that `maxNorm` is about.
  public var normType: Double { rules.normType }

  /// Whether a row's gradient is divided by the number of times that the row occurs in the indices.
  public var scalesGradientByFrequency: Bool { rules.scalesGradientByFrequency }

  /// The number of floats from one row's start to the next's.
  package var stride: Int { storage.stride }

  /// The components of a row.
  ///
  /// - Precondition: `row` is in 0..<`rowCount`.
  public subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self)
    borrowing get { unsafe _overrideLifetime(storage[row], borrowing: self) }
  }

  /// Lets a body change the components of a row, also of a frozen table.
  ///
  /// - Parameters:
  ///   - row: The row, in 0..<`rowCount`. No other thread may use it meanwhile.
  ///   - body: Changes the row's `dimensions` components.
  public borrowing func update(row: Int, _ body: (inout MutableSpan<Float>) -> Void) {
    storage.update(row: row, body)
  }

  /// Lets a body work on a range of rows through their address.
  ///
  /// - Parameters:
  ///   - rows: The rows, within 0..<`rowCount`. No other thread may use them meanwhile.
  ///   - body: Gets the address of the first row; rows are `stride` floats apart. The address does
  ///     not outlive the call, and what lies behind a row's `dimensions` stays zero.
  /// - Returns: What the body returns.
  package borrowing func withUnsafeRows<Result>(
    _ rows: Range<Int>, _ body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    unsafe storage.withUnsafeRows(rows, body)
  }
}
