internal import CSQLite
internal import Text

/// An SQLite database in a file.
///
/// Only this type and its statements call SQLite.
@safe struct SQLiteDatabase: ~Copyable {
  /// SQLite's message about a failed call.
  struct Failure: Error {
    let reason: String
  }

  private let handle: OpaquePointer

  /// Whether SQLite knows how to use files that are open already.
  private static let usesOpenFiles = amble_sqlite_register_descriptors() == SQLITE_OK

  /// Opens a database for reading.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `Failure` with SQLite's message.
  init(reading path: String) throws(Failure) {
    try self.init(path, flags: SQLITE_OPEN_READONLY, files: nil)
  }

  /// Makes an empty file a database.
  ///
  /// - Parameter descriptor: The file, open for reading and writing. It must stay open, and is not
  ///   flushed to the disk.
  /// - Throws: `Failure` with SQLite's message.
  init(filling descriptor: Int32) throws(Failure) {
    guard Self.usesOpenFiles else { throw Failure(reason: "cannot use files that are open") }
    try self.init("\(descriptor)", flags: SQLITE_OPEN_READWRITE, files: "amble-descriptor")
  }

  /// The corresponding C function is `sqlite3_open_v2`.
  private init(_ path: String, flags: Int32, files: String?) throws(Failure) {
    var handle: OpaquePointer?
    let status = unsafe sqlite3_open_v2(
      RawText.bytes(of: path).map { CChar(bitPattern: $0) } + [0], &handle, flags, files)
    guard status == SQLITE_OK, let handle = unsafe handle else {
      let reason = unsafe String(cString: sqlite3_errstr(status))
      unsafe sqlite3_close_v2(handle)
      throw Failure(reason: reason)
    }
    unsafe self.handle = unsafe handle
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
  }

  /// Limits the size of values, rows and texts of statements.
  ///
  /// The corresponding C function is `sqlite3_limit`.
  ///
  /// - Parameter size: The maximum number of bytes; a few are always allowed.
  borrowing func limitValues(to size: Int) {
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: max(size, 4096)))
  }

  /// Runs statements that return no rows.
  ///
  /// The corresponding C function is `sqlite3_exec`.
  borrowing func run(_ statements: String) throws(Failure) {
    try check(unsafe sqlite3_exec(handle, statements, nil, nil, nil))
  }

  /// Prepares a statement.
  ///
  /// The corresponding C function is `sqlite3_prepare_v2`.
  borrowing func prepare(_ text: String) throws(Failure) -> SQLiteStatement {
    var statement: OpaquePointer?
    try check(unsafe sqlite3_prepare_v2(handle, text, -1, &statement, nil))
    guard let statement = unsafe statement else { throw Failure(reason: "the statement is empty") }
    return unsafe SQLiteStatement(handle: statement)
  }

  private borrowing func check(_ status: Int32) throws(Failure) {
    guard status == SQLITE_OK else {
      throw Failure(reason: unsafe String(cString: sqlite3_errmsg(handle)))
    }
  }
}
