internal import Files
internal import Graphs
internal import Names
internal import Text

/// The names that a command is asked about: from the command line, a file, or both.
struct QueryNames {
  /// The names, those of the command line first.
  private(set) var names: [String]

  /// Collects names, and checks that all of them have vectors.
  ///
  /// - Parameters:
  ///   - names: The names on the command line.
  ///   - path: A file with one name per line, or `-` for standard input; nil for none. Empty lines,
  ///     a byte-order mark and carriage returns at the ends of lines are ignored.
  ///   - known: The names of the vectors.
  ///   - titles: Titles of the vectors' nodes, by which they can be asked for as well, or nil.
  /// - Throws: `UnknownName`, `AmbiguousTitle`, `TextTableError` with file and line, or
  ///   `FileError`.
  init(
    _ names: [String], file path: String?, known: NameList, titles: NodeTitles? = nil
  ) throws {
    func resolved(_ name: String) throws -> String {
      guard let titles else {
        _ = try known.place(of: name)
        return name
      }
      return known[try titles.node(called: name)]
    }
    self.names = try names.map(resolved)
    guard let path else { return }
    var bytes = try InputFile.read(path)[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !line.isEmpty else { continue }
      let name = String(decoding: line, as: UTF8.self)
      do {
        self.names.append(try resolved(name))
      } catch {
        throw TextTableError(file: path, line: index + 1, reason: "\(error)")
      }
    }
  }
}
