/// An SVG drawing that is written shape by shape.
///
/// Lengths are pixels, from the left and from the top.
struct Drawing {
  /// Where a text stands against its point.
  enum Anchor: String {
    case start, middle, end
  }

  private let width, height: Double
  private var shapes: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The drawing as a file.
  var text: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(coordinate(width))" height="\(coordinate(height))" \
    viewBox="0 0 \(coordinate(width)) \(coordinate(height))" \
    font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/>

    """ + shapes.joined(separator: "\n") + "\n</svg>\n"
  }

  /// Draws a line through points.
  mutating func line(
    _ points: [(x: Double, y: Double)], color: String, width: Double = 1, dashes: String? = nil
  ) {
    let path = points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " ")
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    shapes.append(
      "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\""
        + "\(coordinate(width))\" stroke-linejoin=\"round\" stroke-linecap=\"butt\"\(dash)/>")
  }

  /// Draws a dot.
  mutating func dot(x: Double, y: Double, radius: Double, color: String) {
    shapes.append(
      "<circle cx=\"\(coordinate(x))\" cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\" fill=\"\(color)\"/>"
    )
  }

  /// Fills a rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: String, opacity: Double = 1
  ) {
    shapes.append(
      "<rect x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(width))\" height=\""
        + "\(coordinate(height))\" fill=\"\(color)\" fill-opacity=\"\(coordinate(opacity))\"/>")
  }

  /// Writes a text; its point is on the base line.
  mutating func write(
    _ text: String, x: Double, y: Double, size: Double = 12, color: String = Palette.ink,
    anchor: Anchor = .start, isBold: Bool = false, isUpright: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"600\"" : ""
    let turn = isUpright ? " transform=\"rotate(-90 \(coordinate(x)) \(coordinate(y)))\"" : ""
    shapes.append(
      "<text x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" font-size=\"\(coordinate(size))\" fill=\"\(color)\" "
        + "text-anchor=\"\(anchor.rawValue)\"\(weight)\(turn)>\(Self.escaped(text))</text>")
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // XML has no way to write other control characters.
      case _ where character.unicodeScalars.contains { $0.value < 32 }: " "
      default: String(character)
      }
    }.joined()
  }
}

/// A number with at most two decimals, without zeros at the end.
func coordinate(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  guard rest > 0 else { return "\(sign)\(whole)" }
  let digits = rest < 10 ? "0\(rest)" : "\(rest)"
  return "\(sign)\(whole)." + (rest % 10 == 0 ? String(digits.prefix(1)) : digits)
}
