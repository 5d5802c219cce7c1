extension EmbeddingTable {
  /// The number of rows.
  public var rowCount: Int { storage.rowCount }

  /// The number of components of a row.
  public var dimensions: Int { storage.dimensions }

  /// The row that gets no gradient, counted from the start; nil if there is none.
  public var paddingIndex: Int? { rules.paddingIndex }

  /// The norm to which longer rows are shortened on look-up; nil if rows are not shortened.
  public var maxNorm: Double? { rules.maxNorm }

  /// The *p* of the *p*-norm for `maxNorm`.
  public var normType: Double { rules.normType }

  /// Whether a row's gradient is divided by the number of times that the row occurs in the indices.
  public var scalesGradientByFrequency: Bool { rules.scalesGradientByFrequency }

  /// The number of floats from the start of one row to the start of the next.
  package var stride: Int { storage.stride }

  /// The components of a row.
  ///
  /// - Precondition: `row` is in 0..<`rowCount`.
  public subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self)
    borrowing get { unsafe _overrideLifetime(storage[row], borrowing: self) }
  }

  /// Calls a body to change the components of a row, even of a frozen table.
  ///
  /// - Parameters:
  ///   - row: The row, in 0..<`rowCount`. No other thread may use it meanwhile.
  ///   - body: Changes the row's `dimensions` components.
  public borrowing func update(row: Int, _ body: (inout MutableSpan<Float>) -> Void) {
    storage.update(row: row, body)
  }

  /// Calls a body with the address of a range of rows.
  ///
  /// - Parameters:
  ///   - rows: The rows, within 0..<`rowCount`. No other thread may use them meanwhile.
  ///   - body: Receives the address of the first row; rows are `stride` floats apart. The address
  ///     must not outlive the call, and the padding after a row's `dimensions` must remain zero.
  /// - Returns: What the body returns.
  package borrowing func withUnsafeRows<Result>(
    _ rows: Range<Int>, _ body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    unsafe storage.withUnsafeRows(rows, body)
  }
}
