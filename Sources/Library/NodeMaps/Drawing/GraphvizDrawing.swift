/// Draws scenes with Graphviz: it is given positions, curves and sizes, and only draws.
enum GraphvizDrawing {
  /// Draws a scene.
  ///
  /// - Parameters:
  ///   - scene: The picture.
  ///   - format: The format.
  ///   - resolution: For pixel formats, the number of pixels per inch.
  /// - Returns: The bytes of the file.
  /// - Throws: `MapError` if Graphviz fails.
  static func draw(_ scene: MapScene, as format: MapFormat, resolution: Double = 144)
    throws(MapError) -> [UInt8]
  {
    let bytes = try Graphviz.withLibrary { library throws(MapError) -> [UInt8] in
      var graph = try GraphvizGraph(name: "map")
      declareAttributes(of: &graph, scene: scene, format: format, resolution: resolution)
      try add(scene, to: &graph, format: format)
      return try library.withLayout(of: graph) { () throws(MapError) in
        try library.render(graph, format: format.rawValue)
      }
    }
    switch format {
    case .svg: return try InteractiveSVG.rewrite(bytes, of: scene)
    case .pdf: return PDFDate.fixed(in: bytes)
    case .png, .dot, .html: return bytes
    }
  }

  private static func declareAttributes(
    of graph: inout GraphvizGraph, scene: MapScene, format: MapFormat, resolution: Double
  ) {
    var background = XdotWriter(pageHeight: scene.height)
    let page = [
      Point(x: 0, y: 0), Point(x: scene.width, y: 0), Point(x: scene.width, y: scene.height),
      Point(x: 0, y: scene.height),
    ]
    background.append(.polygon(page, fill: scene.theme.page))
    for shape in scene.shapes { background.append(shape) }
    for caption in scene.captions where !caption.text.isEmpty { background.append(caption) }
    for (name, value) in [
      ("bgcolor", scene.theme.page.hex), ("splines", "line"), ("outputorder", "edgesfirst"),
      ("overlap", "true"), ("notranslate", "true"), ("pad", "0"), ("margin", "0"),
      ("dpi", DecimalWriter.text(resolution)),
      ("_background", String(decoding: background.bytes, as: UTF8.self)),
    ] {
      graph.setGraph(name, value)
    }
    // A label that equals the declared default is not written to DOT. The default is therefore
    // Graphviz's own, the name of the node, and every node without a label says so.
    for (name, value) in [
      ("shape", "circle"), ("style", "filled"), ("fixedsize", "true"), ("penwidth", "0.6"),
      ("color", scene.theme.page.hex), ("fillcolor", ""), ("width", "0.1"), ("height", "0.1"),
      ("pos", ""), ("label", "\\N"), ("fontname", ""), ("fontsize", "10"), ("fontcolor", "#000000"),
      ("margin", "0"), ("tooltip", ""), ("class", ""),
    ] {
      graph.declareForNodes(name, default: value)
    }
    for (name, value) in [("pos", ""), ("color", ""), ("penwidth", "1"), ("tooltip", "")] {
      graph.declareForEdges(name, default: value)
    }
    if format == .svg {
      graph.declareForNodes("id", default: "")
      graph.declareForEdges("id", default: "")
    }
  }

  private static func add(
    _ scene: MapScene, to graph: inout GraphvizGraph, format: MapFormat
  ) throws(MapError) {
    let page = scene.theme.page.hex
    var handles: [Int: GraphvizGraph.NodeHandle] = [:]
    for (index, disc) in scene.discs.enumerated() {
      var attributes: [(String, String)] = [
        ("pos", position(disc.center, in: scene)),
        ("width", inches(disc.radius * 2)), ("height", inches(disc.radius * 2)),
        ("fillcolor", disc.fill.hexWithAlpha), ("color", page), ("label", ""),
        ("penwidth", DecimalWriter.text(rimWidth(of: disc))),
      ]
      if format == .svg { attributes.append(("id", InteractiveSVG.Item.disc(index).id)) }
      if format == .dot {
        attributes.append(("tooltip", escapedLabel(PlainText.singleLine(disc.tooltip))))
        if let group = disc.group { attributes.append(("class", "group-\(group)")) }
      }
      handles[disc.node] = try graph.addNode("n\(disc.node)", attributes)
    }
    try add(
      scene.edges, to: &graph, of: scene, format: format, between: format == .dot ? handles : [:])
    // Texts are nodes, too, so that they are drawn after the discs.
    for (index, label) in scene.labels.enumerated() {
      try add(label, at: index, of: scene, to: &graph, format: format)
    }
  }

  /// Adds the curves of the edges.
  ///
  /// Graphviz draws edges in the order of their first nodes, which is not the scene's order. In
  /// pictures all edges therefore connect the same two invisible nodes; their points determine
  /// where they run.
  private static func add(
    _ edges: [EdgeCurve], to graph: inout GraphvizGraph, of scene: MapScene, format: MapFormat,
    between handles: [Int: GraphvizGraph.NodeHandle]
  ) throws(MapError) {
    guard !edges.isEmpty else { return }
    let hidden: [(String, String)] = [
      ("shape", "point"), ("style", "invis"), ("width", "0.01"), ("label", ""),
      ("pos", position(Point(x: scene.width / 2, y: scene.height / 2), in: scene)),
    ]
    let anchors: [GraphvizGraph.NodeHandle] =
      handles.isEmpty
      ? [try graph.addNode("e0", hidden), try graph.addNode("e1", hidden)] : []
    for (index, edge) in edges.enumerated() {
      guard let source = handles[edge.source] ?? anchors.first,
        let target = handles[edge.target] ?? anchors.last
      else { preconditionFailure("edges lead from disc to disc") }
      try graph.addEdge(
        source, target,
        [
          ("pos", edge.points.map { position($0, in: scene) }.joined(separator: " ")),
          ("color", edge.color.hexWithAlpha), ("penwidth", DecimalWriter.text(edge.width)),
        ] + (format == .svg ? [("id", InteractiveSVG.Item.edge(index).id)] : []))
    }
  }

  /// Adds a label; in formats without outlined text, several times to form its halo.
  private static func add(
    _ label: MapLabel, at place: Int, of scene: MapScene, to graph: inout GraphvizGraph,
    format: MapFormat
  ) throws(MapError) {
    var copies: [(offset: Point, color: Color)] = []
    if let halo = label.halo, format != .svg {
      for (x, y) in ringOffsets {
        copies.append((Point(x: x, y: y) * label.haloWidth, halo.opacity(0.8)))
      }
    }
    copies.append((Point(x: 0, y: 0), label.color))
    let name = "t\(place)"
    let id = format == .svg ? [("id", InteractiveSVG.Item.label(place).id)] : []
    for (index, copy) in copies.enumerated() {
      _ = try graph.addNode(
        index == copies.count - 1 ? name : "\(name)h\(index)",
        [
          ("shape", "plaintext"), ("style", ""), ("fixedsize", "true"),
          ("width", inches(label.box.width)), ("height", inches(label.box.height)),
          ("pos", position(label.box.center + copy.offset, in: scene)),
          ("label", escapedLabel(PlainText.singleLine(label.text))),
          ("fontname", label.style.fontName),
          ("fontsize", DecimalWriter.text(label.style.size)),
          ("fontcolor", copy.color.hexWithAlpha),
        ] + id)
    }
  }

  /// Twelve directions around a letter.
  private static let ringOffsets: [(Double, Double)] = [
    (1, 0), (0.87, 0.5), (0.5, 0.87), (0, 1), (-0.5, 0.87), (-0.87, 0.5), (-1, 0), (-0.87, -0.5),
    (-0.5, -0.87), (0, -1), (0.5, -0.87), (0.87, -0.5),
  ]

  /// The width of the rim that separates overlapping discs.
  static func rimWidth(of disc: Disc) -> Double {
    // A few distinct widths instead of one for each disc.
    (min(1.2, max(0.1, disc.radius * 0.2)) * 10).rounded() / 10
  }

  private static func position(_ point: Point, in scene: MapScene) -> String {
    "\(DecimalWriter.text(point.x)),\(DecimalWriter.text(scene.height - point.y))"
  }

  /// A length in points as Graphviz reads it: in inches, to a ten-thousandth.
  private static func inches(_ points: Double) -> String {
    let value = Int((points / 72 * 10_000).rounded())
    let fraction = String(value % 10_000)
    return "\(value / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
  }

  /// A text as a label that Graphviz shows literally, with its escapes neutralized.
  static func escapedLabel(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
