/// The kind of file that a map is written as.
public enum MapFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics: sharp at any size, with tooltips and links.
  case svg
  /// Pixels.
  case png
  /// Portable Document Format, one page.
  case pdf
  /// Graphviz's language: `neato -n2` draws the same picture.
  case dot
  /// One self-contained page to pan, zoom and search in.
  case html

  /// The format that a file's name asks for with its extension.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `MapError` when the extension is none of the formats'.
  public init(path: String) throws(MapError) {
    let name = path.split(separator: "/").last ?? ""
    let dot = name.lastIndex(of: ".")
    let suffix = dot.map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = MapFormat(rawValue: suffix) else {
      let known = MapFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw MapError("'\(path)' is not the name of a map: it ends with one of \(known)")
    }
    self = format
  }
}
