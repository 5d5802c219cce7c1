internal import NodeMaps

/// The appearance of a map, apart from its data.
struct MapLook: Sendable {
  var theme = Theme.light
  var title = ""
  var method = ""
  var labelTitle = "Label"
  var linkTemplate = ""
  var edgeLimit = 30_000

  static var commandLine: [Option<MapLook>] {
    [
      .value("--theme", to: \.theme, "The page's colors."),
      .value("--title", to: \.title, "The heading; without it, the name of the file of vectors."),
      .value(
        "--method", to: \.method,
        "How the vectors were made, for the line under the heading; without it, what their "
          + "file says."),
      .value("--label-title", to: \.labelTitle, "What labels are, as a heading of the legend."),
      .value(
        "--link", to: \.linkTemplate,
        "Where a node leads in .svg and .html: an address with {node} in the place of its name.",
        valueName: "TEMPLATE"),
      .value(
        "--edge-limit", to: \.edgeLimit, in: 0...1_000_000_000,
        "The largest number of edges to draw."),
    ]
  }

  /// Checks the numbers.
  ///
  /// - Throws: `UsageError` if one is invalid.
  func validate() throws(UsageError) {
    guard edgeLimit >= 0 else {
      throw UsageError("--edge-limit must be at least 0, not \(edgeLimit)")
    }
  }

  /// Copies the appearance into the options of a map.
  ///
  /// - Parameters:
  ///   - options: The options to change.
  ///   - path: The path of the vectors.
  func apply(to options: inout MapOptions, path: String) {
    options.theme = theme
    options.title = title.isEmpty ? Self.baseName(of: path) : title
    options.method = method.isEmpty ? nil : method
    options.labelTitle = labelTitle
    options.linkTemplate = linkTemplate.isEmpty ? nil : linkTemplate
    options.edgeLimit = edgeLimit
  }

  /// The name of a file without its folder and extension.
  private static func baseName(of path: String) -> String {
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
