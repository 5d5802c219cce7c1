internal import Text

/// A file format of maps.
public enum MapFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics: sharp at any size, with tooltips and links.
  case svg
  /// Portable Network Graphics: pixels.
  case png
  /// Portable Document Format, one page.
  case pdf
  /// Graphviz's language; `neato -n2` draws the same picture.
  case dot
  /// A self-contained web page with panning, zooming and searching.
  case html

  /// The format that the extension of a file name stands for.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `MapError` if the extension does not belong to any format.
  public init(path: String) throws(MapError) {
    let name = path.split(separator: "/").last ?? ""
    let dot = name.lastIndex(of: ".")
    let suffix = dot.map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = MapFormat(rawValue: suffix) else {
      let known = MapFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw MapError(
        "'\(Excerpt.escaped(path))' is not the name of a map: it ends with one of \(known)")
    }
    self = format
  }
}
