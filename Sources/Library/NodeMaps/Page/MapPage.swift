internal import Text

/// A map as one self-contained web page with panning, zooming, searching and filtering.
///
/// The page draws on a canvas, so that it remains smooth with tens of thousands of nodes. Names are
/// data in it, never markup or code.
struct MapPage {
  let scene: MapScene
  let content: MapContent
  /// The template for the address of a node's page; nil for none.
  let link: LinkTemplate?
  /// The nodes with the nearest vectors for each node; nil if they were not searched for.
  let nearest: NearestNodes?
  /// What the page omits, one sentence each.
  let remarks: [String]

  /// The bytes of the page, in HTML 5.
  func bytes() -> [UInt8] {
    let isDark = scene.theme == .dark
    let style = MapPageSource.style
      .replacing("$page", with: scene.theme.page.hex)
      .replacing("$ink", with: scene.theme.ink.hex)
      .replacing("$secondary", with: scene.theme.secondaryInk.hex)
      .replacing("$panel", with: isDark ? "#16202b" : "#ffffff")
      .replacing("$rule", with: isDark ? "#2a3847" : "#e3e7eb")
    let page = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(scene.title.xmlEscaped)</title>
      <style>\(style)</style></head><body>
      <header><h1>\(scene.title.xmlEscaped)</h1>\
      <p>\(scene.summary.xmlEscaped)</p></header>
      <main><canvas id="map" tabindex="0" role="img" \
      aria-label="\(scene.summary.xmlEscaped)"></canvas>
      <aside><label class="search"><span>Search</span>\
      <input id="search" type="search" autocomplete="off" spellcheck="false" \
      placeholder="a node’s name"></label>
      <ul id="found"></ul><h2 id="heading"></h2><ul id="legend"></ul>
      <p id="remarks"></p></aside>
      <div id="tip" role="status"></div></main>
      <script id="data" type="application/json">\(Self.inert(data))</script>
      <script>\(MapPageSource.script)</script>
      </body></html>

      """
    return Array(page.utf8)
  }

  /// JSON in which no character can end the surrounding element.
  private static func inert(_ value: JSONValue) -> String {
    var text = ""
    for scalar in JSONWriter.text(of: value, layout: .compact).unicodeScalars {
      switch scalar {
      case "<": text += "\\u003c"
      case ">": text += "\\u003e"
      case "&": text += "\\u0026"
      case "\u{2028}": text += "\\u2028"
      case "\u{2029}": text += "\\u2029"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private var data: JSONValue {
    // Discs are in drawing order; edges and names follow the same order.
    var placeOfNode = [UInt32](repeating: 0, count: content.names.count)
    for (place, disc) in scene.nodes.enumerated() { placeOfNode[disc.node] = UInt32(place) }
    let largest = scene.nodes.map(\.radius).max() ?? 1
    var colors: [Color] = []
    var colorNumbers: [Color: Int] = [:]
    let colorOfDisc = scene.nodes.map { disc -> UInt16 in
      if let number = colorNumbers[disc.fill] { return UInt16(number) }
      colorNumbers[disc.fill] = colors.count
      colors.append(disc.fill)
      return UInt16(colors.count - 1)
    }
    let groups = scene.groups
    return [
      "width": .double(scene.width), "height": .double(scene.height),
      "page": .string(scene.theme.page.hex), "ink": .string(scene.theme.ink.hex),
      "neutral": .string(scene.theme.neutralEdge.hex), "largest": .double(largest),
      "places": .string(
        Base64.text(
          of: scene.nodes.flatMap {
            [share($0.center.x, of: scene.width), share($0.center.y, of: scene.height)]
          })),
      "radii": .string(Base64.text(of: scene.nodes.map { share($0.radius, of: largest) })),
      "colors": .array(colors.map { .string($0.hex) }),
      "color": .string(Base64.text(of: colorOfDisc)),
      "groups": .array(
        groups.map {
          ["name": .string(PlainText.singleLine($0.name)), "color": .string($0.color.hex)]
        }),
      "group": .string(Base64.text(of: scene.nodes.map { UInt16($0.group ?? 0xffff) })),
      "heading": .string(heading), "rest": .string(restName),
      "edges": .string(
        Base64.text(
          of: content.edges.flatMap { [placeOfNode[$0.source], placeOfNode[$0.target]] })),
      "nearest": .string(
        Base64.text(of: nearest.map { nearestPlaces($0, placeOfNode: placeOfNode) } ?? [])),
      "names": .array(
        scene.nodes.map { .string(PlainText.singleLine(content.names[$0.node])) }),
      "degrees": .array(
        content.degrees.isEmpty ? [] : scene.nodes.map { .integer(content.degrees[$0.node]) }),
      "labels": .array(
        scene.labels.map { label in
          [
            "text": .string(PlainText.singleLine(label.text)), "x": .double(label.box.center.x),
            "y": .double(label.box.center.y), "size": .double(label.style.size),
            "bold": .boolean(label.style.isBold), "color": .string(label.color.hex),
            "inside": .boolean(label.halo == nil),
          ]
        }),
      "link": link.map { .array([.string($0.before), .string($0.after)]) } ?? .null,
      "remarks": .string(allRemarks.joined(separator: ". ")),
    ]
  }

  private var allRemarks: [String] {
    [content.edgeRemark].compactMap(\.self) + scene.placeRemarks + content.remarks + remarks
  }

  /// The nearest nodes of each node as a fixed number of positions in drawing order, padded if
  /// there are fewer.
  private func nearestPlaces(_ nearest: NearestNodes, placeOfNode: [UInt32]) -> [UInt32] {
    scene.nodes.flatMap { disc in
      let places = nearest.rows[disc.node].map { placeOfNode[$0] }
      return places
        + [UInt32](repeating: .max, count: NearestNodes.count - places.count)
    }
  }

  private var heading: String {
    switch content.coloring {
    case .uniform: ""
    case .groups(let groups): PlainText.singleLine(groups.title)
    case .numbers(_, let title): title
    }
  }

  private var restName: String {
    guard case .groups(let groups) = content.coloring else { return "" }
    return groups.areNamesGiven ? "without a label" : "small components"
  }

  /// A length as a share of another, from 0 to 65,535.
  private func share(_ length: Double, of whole: Double) -> UInt16 {
    UInt16(max(0, min(65_535, (length / whole * 65_535).rounded())))
  }
}
