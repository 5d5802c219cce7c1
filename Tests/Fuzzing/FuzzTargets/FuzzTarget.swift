/// A reader of files, which must answer any bytes with a value or an error.
package struct FuzzTarget: Sendable {
  /// The name, as `Tests/fuzz.sh` takes it.
  package let name: String
  /// Whole files to start from.
  package let seeds: @Sendable (Scratch) throws -> [[UInt8]]
  /// Corrects what protects the bytes, such as checksums, so that damage is not noticed at once.
  let repair: @Sendable (inout [UInt8]) -> Void
  /// Reads the bytes.
  let read: @Sendable ([UInt8], Scratch) throws -> Void

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - seeds: Whole files to start from.
  ///   - repair: Corrects checksums.
  ///   - read: Reads the bytes.
  init(
    _ name: String, seeds: @escaping @Sendable (Scratch) throws -> [[UInt8]],
    repair: @escaping @Sendable (inout [UInt8]) -> Void = { _ in },
    read: @escaping @Sendable ([UInt8], Scratch) throws -> Void
  ) {
    (self.name, self.seeds, self.repair, self.read) = (name, seeds, repair, read)
  }

  /// Creates a target of texts.
  init(
    _ name: String, texts: [String], read: @escaping @Sendable ([UInt8], Scratch) throws -> Void
  ) {
    self.init(name, seeds: { _ in texts.map { Array($0.utf8) } }, read: read)
  }

  /// Reads bytes, and reports whether they were accepted.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - scratch: A folder for it.
  /// - Returns: Whether there was no error.
  package func accepts(_ bytes: [UInt8], in scratch: Scratch) -> Bool {
    var bytes = bytes
    repair(&bytes)
    do {
      try read(bytes, scratch)
      return true
    } catch {
      // The text of an error quotes the file: it is part of what is tested.
      return "\(error)".isEmpty
    }
  }

  /// The target of a name, or nil.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
