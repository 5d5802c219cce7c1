internal import Text
internal import Files
public import Names

/// A number for each node, read from a file.
public struct NodeNumbers: Sendable {
  /// The numbers in the order of the nodes.
  public let values: [Double]

  /// Reads a file with a node and a number per line.
  ///
  /// If a line contains a tab, tabs separate its two fields, so that names may contain blanks;
  /// otherwise the last blank separates them. Empty lines and lines that start with `#` are
  /// ignored.
  ///
  /// - Parameters:
  ///   - path: The file, plain or compressed with gzip.
  ///   - nodes: The names of the nodes.
  /// - Throws: `FileError` if the file cannot be read; `MapError`, naming the line, for a line
  ///   without a finite number or with an unknown node, and for a node without a line.
  public init(reading path: String, nodes: NameList) throws {
    var values = [Double?](repeating: nil, count: nodes.count)
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
      let place = "\(Excerpt.escaped(path)): line \(index + 1): "
      guard let cut = line.firstIndex(of: "\t") ?? line.lastIndex(of: " "),
        let number = Double(line[cut...].filter { !$0.isWhitespace }), number.isFinite
      else { throw MapError(place + "a node and a finite number are expected") }
      let name = String(line[..<cut])
      guard let node = nodes.index(of: name) else {
        throw MapError(
          place + "there is no node \(Excerpt.quoted(name.utf8))\(nodes.hint(for: name))")
      }
      values[node] = number
    }
    if let node = values.firstIndex(of: nil) {
      throw MapError(
        "\(Excerpt.escaped(path)): there is no number for node \(Excerpt.quoted(nodes[node].utf8))")
    }
    self.values = values.compactMap(\.self)
  }

  /// The title of the numbers in a file: its name without folder and extension.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The title.
  public static func title(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}
