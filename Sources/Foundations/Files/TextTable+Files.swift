public import Text

extension TextTable {
  /// Reads a file, which may be compressed with gzip.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - delimiter: What separates the fields, or nil for what the first row shows.
  /// - Throws: `FileError` when the file cannot be read, `TextTableError` when it is no text table.
  public init(contentsOf path: String, delimiter: FieldDelimiter? = nil) throws {
    try self.init(InputFile.read(path), named: path, delimiter: delimiter)
  }
}
