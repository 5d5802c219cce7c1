internal import CSQLite

/// A statement of a database, which must outlive the statement.
@safe struct SQLiteStatement: ~Copyable {
  /// The type of a column's value.
  enum Kind {
    case text, blob, other
  }

  private let handle: OpaquePointer

  init(handle: OpaquePointer) {
    unsafe self.handle = unsafe handle
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  /// Sets a parameter, counted from 1, to a text in UTF-8.
  ///
  /// The corresponding C function is `sqlite3_bind_text64`.
  borrowing func bind(_ index: Int32, text: [UInt8]) throws(SQLiteDatabase.Failure) {
    // SAFETY: SQLite copies the bytes. One is added, so that an empty text has an address, without
    // which it would be NULL.
    try check(
      unsafe (text + [0]).withUnsafeBytes { bytes in
        unsafe amble_sqlite_bind_text(
          handle, index, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          sqlite3_uint64(text.count))
      })
  }

  /// Sets a parameter, counted from 1, to bytes.
  ///
  /// The corresponding C function is `sqlite3_bind_blob64`.
  borrowing func bind(_ index: Int32, blob: [UInt8]) throws(SQLiteDatabase.Failure) {
    // SAFETY: SQLite copies the bytes.
    try check(
      unsafe blob.withUnsafeBytes { bytes in
        unsafe amble_sqlite_bind_blob(
          handle, index, bytes.baseAddress, sqlite3_uint64(blob.count))
      })
  }

  /// Advances to the next row; returns false after the last.
  ///
  /// The corresponding C function is `sqlite3_step`.
  borrowing func step() throws(SQLiteDatabase.Failure) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure
    }
  }

  /// Resets the statement, so that it can be run again.
  ///
  /// The corresponding C function is `sqlite3_reset`.
  borrowing func reset() throws(SQLiteDatabase.Failure) {
    try check(unsafe sqlite3_reset(handle))
  }

  /// The type of a column's value; columns are counted from 0.
  ///
  /// The corresponding C function is `sqlite3_column_type`.
  borrowing func kind(_ column: Int32) -> Kind {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .other
    }
  }

  /// The integer of a column of the row.
  ///
  /// The corresponding C function is `sqlite3_column_int64`.
  borrowing func integer(_ column: Int32) -> Int {
    Int(unsafe sqlite3_column_int64(handle, column))
  }

  /// Calls a body with the bytes of a column: those of a blob, or of a text in UTF-8.
  ///
  /// The corresponding C functions are `sqlite3_column_blob` and `sqlite3_column_bytes`.
  borrowing func withBytes<Result>(
    _ column: Int32, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let address = unsafe sqlite3_column_blob(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    // SAFETY: SQLite keeps the bytes until the next step, which the body cannot make.
    let bytes = unsafe UnsafeRawBufferPointer(
      start: address, count: unsafe address == nil ? 0 : count)
    return unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
      body(unsafe Span(_unsafeElements: bytes))
    }
  }

  private var failure: SQLiteDatabase.Failure {
    let database = unsafe sqlite3_db_handle(handle)
    return SQLiteDatabase.Failure(reason: unsafe String(cString: sqlite3_errmsg(database)))
  }

  private borrowing func check(_ status: Int32) throws(SQLiteDatabase.Failure) {
    guard status == SQLITE_OK else { throw failure }
  }
}
