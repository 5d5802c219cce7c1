internal import Text

/// An SVG drawing that is written shape by shape.
///
/// Lengths are in pixels, from the left and from the top.
struct Drawing {
  /// How a text is aligned relative to its point.
  enum Anchor: String {
    case start, middle, end
  }

  private let width, height: Double
  private var shapes: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The drawing as an SVG file.
  var text: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width.svgText)" height="\(height.svgText)" \
    viewBox="0 0 \(width.svgText) \(height.svgText)" \
    font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/>

    """ + shapes.joined(separator: "\n") + "\n</svg>\n"
  }

  /// Draws a line through points.
  mutating func line(
    _ points: [(x: Double, y: Double)], color: String, width: Double = 1, dashes: String? = nil
  ) {
    let path = points.map { "\($0.x.svgText),\($0.y.svgText)" }.joined(separator: " ")
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    shapes.append(
      "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\""
        + "\(width.svgText)\" stroke-linejoin=\"round\" stroke-linecap=\"butt\"\(dash)/>")
  }

  /// Draws a dot.
  mutating func dot(x: Double, y: Double, radius: Double, color: String) {
    shapes.append(
      "<circle cx=\"\(x.svgText)\" cy=\"\(y.svgText)\" r=\"\(radius.svgText)\" fill=\"\(color)\"/>"
    )
  }

  /// Fills a rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: String, opacity: Double = 1
  ) {
    shapes.append(
      "<rect x=\"\(x.svgText)\" y=\"\(y.svgText)\" width=\"\(width.svgText)\" height=\""
        + "\(height.svgText)\" fill=\"\(color)\" fill-opacity=\"\(opacity.svgText)\"/>")
  }

  /// Writes a text; its point is on the baseline.
  mutating func write(
    _ text: String, x: Double, y: Double, size: Double = 12, color: String = ChartColors.ink,
    anchor: Anchor = .start, isBold: Bool = false, isUpright: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"600\"" : ""
    let turn = isUpright ? " transform=\"rotate(-90 \(x.svgText) \(y.svgText))\"" : ""
    shapes.append(
      "<text x=\"\(x.svgText)\" y=\"\(y.svgText)\" font-size=\"\(size.svgText)\" fill=\"\(color)\" "
        + "text-anchor=\"\(anchor.rawValue)\"\(weight)\(turn)>\(text.xmlEscaped)</text>")
  }
}

extension Double {
  /// The number in an attribute: at most two decimals.
  var svgText: String { decimals(upTo: 2) }
}
