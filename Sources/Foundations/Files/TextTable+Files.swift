public import Text

extension TextTable {
  /// Reads a file, which may be compressed with gzip.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - delimiter: What separates the fields, or nil to detect it from the first row.
  /// - Throws: `FileError` if the file cannot be read, `TextTableError` if it is not a text table.
  public init(contentsOf path: String, delimiter: FieldDelimiter? = nil) throws {
    try self.init(InputFile.read(path), named: path, delimiter: delimiter)
  }
}
