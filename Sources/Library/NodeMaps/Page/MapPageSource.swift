/// The style and the program of the page that shows a map, which are files next to this one.
enum MapPageSource {
  static let style = String(decoding: PackageResources.page_css, as: UTF8.self)

  /// The program: its parts in one scope, which none of their names leaves.
  static let script =
    "'use strict';\n(() => {\n"
    + [
      PackageResources.data_js, PackageResources.picture_js, PackageResources.frames_js,
      PackageResources.pointer_js, PackageResources.panel_js,
    ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "})();\n"
}
