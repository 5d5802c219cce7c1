/// Writes drawing operations in Graphviz's xdot language.
///
/// https://graphviz.org/docs/outputs/canon/#xdot. The y axis is reversed, since Graphviz's points
/// up.
struct XdotWriter {
  private(set) var bytes: [UInt8] = []
  private let pageHeight: Double
  private var penColor: Color?
  private var fillColor: Color?
  private var lineWidth: Double?

  init(pageHeight: Double) {
    self.pageHeight = pageHeight
  }

  mutating func append(_ shape: Shape) {
    switch shape {
    case .line(let start, let end, let color, let width):
      setPen(color, width: width)
      append("L", [start, end])
    case .area(let points, let fill, let rim, let rimWidth):
      setPen(rim, width: rimWidth)
      setFill(fill)
      append("b", points)
    case .polygon(let points, let fill):
      setPen(fill.opacity(0), width: 0)
      setFill(fill)
      append("P", points)
    case .disc(let center, let radius, let fill, let rim):
      setPen(rim, width: 0.6)
      setFill(fill)
      append("E ")
      append(center)
      append("\(DecimalWriter.text(radius)) \(DecimalWriter.text(radius)) ")
    }
  }

  mutating func append(_ caption: Caption) {
    setPen(caption.color, width: lineWidth ?? 1)
    let font = caption.style.fontName
    append("F \(DecimalWriter.text(caption.style.size)) \(font.utf8.count) -\(font) T ")
    append(caption.anchor)
    let alignment =
      switch caption.alignment {
      case .leading: -1
      case .center: 0
      case .trailing: 1
      }
    let text = PlainText.singleLine(caption.text)
    append(
      "\(alignment) \(DecimalWriter.text(caption.width)) \(text.utf8.count) -\(text) ")
  }

  private mutating func setPen(_ color: Color, width: Double) {
    if color != penColor {
      let name = color.hexWithAlpha
      append("c \(name.utf8.count) -\(name) ")
      penColor = color
    }
    if width != lineWidth {
      let style = "setlinewidth(\(DecimalWriter.text(width)))"
      append("S \(style.utf8.count) -\(style) ")
      lineWidth = width
    }
  }

  private mutating func setFill(_ color: Color) {
    guard color != fillColor else { return }
    let name = color.hexWithAlpha
    append("C \(name.utf8.count) -\(name) ")
    fillColor = color
  }

  private mutating func append(_ operation: String, _ points: [Point]) {
    append("\(operation) \(points.count) ")
    for point in points { append(point) }
  }

  private mutating func append(_ point: Point) {
    DecimalWriter.append(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    DecimalWriter.append(pageHeight - point.y, to: &bytes)
    bytes.append(UInt8(ascii: " "))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
