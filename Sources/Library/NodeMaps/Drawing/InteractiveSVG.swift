internal import Text

/// Rewrites Graphviz's SVG to be smaller and to have tooltips, links, and styles that react to a
/// pointer.
///
/// Graphviz writes an element with its colors for every node and edge. Here, elements with the same
/// appearance are gathered in groups that state it once, so that the file is a third as large. Each
/// group of nodes gets an id and a class, each node its tooltip and link, and texts get their
/// halos. Everything that a name could break is written and escaped here.
///
/// The `id` that Graphviz was given for an element tells which part of the scene it draws. Shapes
/// and captions of the background have none: Graphviz keeps their order.
struct InteractiveSVG {
  /// A part of a scene that Graphviz draws as a node or an edge.
  enum Item: Equatable {
    /// A disc, a label or an edge, by its index in the scene.
    case disc(Int)
    case label(Int)
    case edge(Int)

    /// The item that an id stands for, or nil for an id that Graphviz made up.
    init?(id: String) {
      guard let index = Int(id.dropFirst()), index >= 0 else { return nil }
      switch id.first {
      case "d": self = .disc(index)
      case "l": self = .label(index)
      case "e": self = .edge(index)
      default: return nil
      }
    }

    /// The id for Graphviz to write.
    var id: String {
      switch self {
      case .disc(let index): "d\(index)"
      case .label(let index): "l\(index)"
      case .edge(let index): "e\(index)"
      }
    }
  }

  private let scene: MapScene
  private var output: [UInt8] = []
  /// The key of the open group, if any.
  private var openGroup: String?
  /// The item whose elements follow; nil in the background.
  private var item: Item?
  private var writtenItemCount = 0
  private var nextCaption = 0
  private let captions: [Caption]
  /// The width of the rim of most discs of a group; the key -1 stands for no group.
  private let usualRim: [Int: Double]

  /// Rewrites a picture.
  ///
  /// - Parameters:
  ///   - bytes: The SVG that Graphviz drew of the scene.
  ///   - scene: The scene.
  /// - Returns: The picture as a stand-alone SVG 1.1 file.
  /// - Throws: `MapError` if the bytes are not a picture of the scene.
  static func rewrite(_ bytes: [UInt8], of scene: MapScene) throws(MapError) -> [UInt8] {
    var picture = InteractiveSVG(scene: scene)
    picture.writeHead()
    picture.rewriteElements(bytes)
    picture.closeGroup()
    picture.write("</g>\n</svg>\n")
    guard
      picture.writtenItemCount == scene.edges.count + scene.discs.count + scene.labels.count,
      picture.nextCaption == picture.captions.count
    else { throw MapError("Graphviz left out parts of the map") }
    return picture.output
  }

  private init(scene: MapScene) {
    self.scene = scene
    // Within a group, discs are ordered by size: the rim of the middle one is as wide as most.
    usualRim = Dictionary(grouping: scene.discs) { $0.group ?? -1 }.mapValues { discs in
      GraphvizDrawing.rimWidth(of: discs[discs.count * 2 / 3])
    }
    captions = scene.captions.filter { !$0.text.isEmpty }
  }

  // MARK: Reading

  /// Goes through Graphviz's elements, one per line.
  private mutating func rewriteElements(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    var isInBody = false
    for line in lines {
      guard isInBody else {
        isInBody = line.starts(with: "<g id=\"graph0\"".utf8)
        continue
      }
      if line.starts(with: "<g id=".utf8) {
        item = Item(id: SVGElement(line)["id"])
      } else if line.starts(with: "</g>".utf8) {
        item = nil
      } else if line.starts(with: "<path".utf8) {
        rewritePath(SVGElement(line))
      } else if line.starts(with: "<ellipse".utf8) {
        rewriteEllipse(SVGElement(line))
      } else if line.starts(with: "<text".utf8) {
        rewriteText(SVGElement(line))
      } else if line.starts(with: "<polygon".utf8) || line.starts(with: "<polyline".utf8) {
        rewritePolygon(SVGElement(line))
      }
    }
  }

  private mutating func rewritePath(_ element: SVGElement) {
    guard case .edge(let index) = item, scene.edges.indices.contains(index) else {
      let rim = element["stroke"]
      open("areas", "<g class=\"areas\">")
      write(
        "<path\(paint("fill", element))"
          + (rim == "transparent" ? "" : paint("stroke", element) + strokeWidth(element))
          + " d=\"\(element["d"])\"/>\n")
      return
    }
    let edge = scene.edges[index]
    writtenItemCount += 1
    let group = edge.group.map { " group-\($0)" } ?? ""
    open(
      "edges\(group) \(edge.color.hexWithAlpha) \(edge.width)",
      "<g class=\"edges\(group)\" fill=\"none\"\(paint("stroke", element))\(strokeWidth(element))>")
    write("<path d=\"\(element["d"])\"/>\n")
  }

  private mutating func rewriteEllipse(_ element: SVGElement) {
    let x = element["cx"]
    let y = element["cy"]
    let radius = element["rx"]
    guard case .disc(let index) = item, scene.discs.indices.contains(index) else {
      open("areas", "<g class=\"areas\">")
      write(
        "<circle\(paint("fill", element))\(paint("stroke", element))\(strokeWidth(element))"
          + " cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>\n")
      return
    }
    let disc = scene.discs[index]
    writtenItemCount += 1
    let isUniform = disc.group.map { scene.groups[$0].color == disc.fill } ?? false
    openNodes(of: disc.group, element)
    var attributes = " cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\""
    if !isUniform { attributes = paint("fill", element) + attributes }
    let rim = GraphvizDrawing.rimWidth(of: disc)
    if rim != usualRim[disc.group ?? -1] {
      attributes += " stroke-width=\"\(DecimalWriter.text(rim))\""
    }
    attributes = " id=\"\(disc.members.isEmpty ? "n" : "crowd-")\(disc.node)\"" + attributes
    let title =
      disc.tooltip.isEmpty ? "" : "<title>\(disc.tooltip.xmlEscaped)</title>"
    let circle =
      title.isEmpty ? "<circle\(attributes)/>" : "<circle\(attributes)>\(title)</circle>"
    if let link = disc.link {
      write("<a xlink:href=\"\(link.xmlEscaped)\">\(circle)</a>\n")
    } else {
      write(circle + "\n")
    }
  }

  private mutating func openNodes(of group: Int?, _ element: SVGElement) {
    let width =
      " stroke-width=\"\(DecimalWriter.text(usualRim[group ?? -1] ?? 1))\""
    guard let group else {
      open("nodes", "<g class=\"nodes\"\(paint("stroke", element))\(width)>")
      return
    }
    let color = scene.groups[group].color
    let fill = Color(red: color.red, green: color.green, blue: color.blue).hex
    let opacity = color.alpha == 255 ? "" : " fill-opacity=\"\(Self.share(color.alpha))\""
    open(
      "nodes \(group)",
      "<g id=\"group-\(group)\" class=\"nodes group-\(group)\" fill=\"\(fill)\"\(opacity)"
        + "\(paint("stroke", element))\(width)>"
        + "<desc>\(scene.groups[group].name.xmlEscaped)</desc>")
  }

  private mutating func rewriteText(_ element: SVGElement) {
    if case .label(let index) = item, scene.labels.indices.contains(index) {
      let label = scene.labels[index]
      writtenItemCount += 1
      open("labels", "<g class=\"labels\">")
      writeText(
        label.text, style: label.style, color: label.color, halo: label.halo,
        haloWidth: label.haloWidth, element, anchor: "middle")
    } else if nextCaption < captions.count {
      let caption = captions[nextCaption]
      nextCaption += 1
      let anchor =
        switch caption.alignment {
        case .leading: "start"
        case .center: "middle"
        case .trailing: "end"
        }
      open("captions", "<g class=\"captions\">")
      writeText(
        caption.text, style: caption.style, color: caption.color, halo: nil, haloWidth: 0,
        element, anchor: anchor)
    }
  }

  private mutating func rewritePolygon(_ element: SVGElement) {
    let isLine = element["fill"] == "none"
    open("areas", "<g class=\"areas\">")
    write(
      (isLine
        ? "<polyline fill=\"none\"\(paint("stroke", element))\(strokeWidth(element))"
        : "<polygon\(paint("fill", element))") + " points=\"\(element["points"])\"/>\n")
  }

  // MARK: Writing

  private mutating func writeHead() {
    let width = DecimalWriter.text(scene.width)
    let height = DecimalWriter.text(scene.height)
    let isDark = scene.theme == .dark
    write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
      font-family="\(TextStyle.families)">
      <title>\(scene.title.xmlEscaped)</title>
      <desc>\(scene.summary.xmlEscaped)</desc>
      <style>
      text{text-rendering:geometricPrecision}
      .labels text{pointer-events:none;paint-order:stroke;stroke-linejoin:round}
      .nodes circle{transition:stroke .1s}
      .nodes circle:hover{stroke:\(isDark ? "#fff" : "#1c2733")}
      .nodes a{cursor:pointer}
      svg:has(.nodes:hover) .nodes:not(:hover),svg:has(.nodes:hover) .edges{opacity:.45}
      .nodes,.edges{transition:opacity .15s}
      </style>
      <g transform="translate(0 \(height))">

      """)
  }

  private mutating func writeText(
    _ text: String, style: TextStyle, color: Color, halo: Color?, haloWidth: Double,
    _ element: SVGElement, anchor: String
  ) {
    var attributes = " x=\"\(element["x"])\" y=\"\(element["y"])\""
    attributes += " font-size=\"\(DecimalWriter.text(style.size))\""
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if anchor != "start" { attributes += " text-anchor=\"\(anchor)\"" }
    attributes += " fill=\"\(color.hex)\""
    if let halo {
      attributes +=
        " stroke=\"\(halo.hex)\" stroke-opacity=\".85\""
        + " stroke-width=\"\(DecimalWriter.text(haloWidth * 2))\""
    }
    write("<text\(attributes)>\(PlainText.singleLine(text).xmlEscaped)</text>\n")
  }

  /// Closes the open group, unless it is the requested one, and opens the requested one.
  private mutating func open(_ key: String, _ tag: String) {
    guard key != openGroup else { return }
    closeGroup()
    openGroup = key
    write(tag + "\n")
  }

  private mutating func closeGroup() {
    if openGroup != nil { write("</g>\n") }
    openGroup = nil
  }

  private func paint(_ name: String, _ element: SVGElement) -> String {
    let color = element[name]
    guard !color.isEmpty, color != "transparent" else { return " \(name)=\"none\"" }
    let opacity = element[name + "-opacity"]
    let share = opacity.isEmpty ? "" : " \(name)-opacity=\"\(Self.shortened(opacity))\""
    return " \(name)=\"\(color)\"\(share)"
  }

  private func strokeWidth(_ element: SVGElement) -> String {
    let width = element["stroke-width"]
    return width.isEmpty ? "" : " stroke-width=\"\(width)\""
  }

  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private static func share(_ alpha: UInt8) -> String {
    DecimalWriter.text(Double(alpha) / 255)
  }

  /// A number with at most two decimals.
  private static func shortened(_ number: String) -> String {
    Double(number).map { DecimalWriter.text($0) } ?? number
  }
}
