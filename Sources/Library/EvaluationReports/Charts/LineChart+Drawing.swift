extension LineChart {
  /// A place on a sheet, bounded by the axes, in pixels.
  struct Frame {
    let left, top, width, height: Double

    func x(_ value: Double, on axis: Axis) -> Double {
      let range = axis.range
      return left + (value - range.lowerBound) / (range.upperBound - range.lowerBound) * width
    }

    func y(_ value: Double, on axis: Axis) -> Double {
      let range = axis.range
      return top + height
        - (value - range.lowerBound) / (range.upperBound - range.lowerBound) * height
    }
  }

  /// Draws the chart.
  func draw(in frame: Frame, on drawing: inout Drawing) {
    drawAxes(in: frame, on: &drawing)
    func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
      (frame.x(point.x, on: horizontal), frame.y(point.y, on: vertical))
    }
    if !reference.isEmpty {
      drawing.line(reference.map(place), color: ChartColors.muted, width: 1, dashes: "2 4")
    }
    for line in lines.reversed().filter({ !$0.isEmphasized }) + lines.filter(\.isEmphasized) {
      drawing.line(
        line.points.map(place), color: line.color, width: line.isEmphasized ? 2.6 : 1.3)
      for (point, error) in zip(line.points, line.errors) where error > 0 {
        // A deviation may extend beyond possible values, such as a share above 1.
        let ends = [point.y - error, point.y + error].map { vertical.clamped($0) }
        drawing.line(
          ends.map { place((point.x, $0)) }, color: line.color, width: 1.3)
      }
      if line.hasDots {
        for point in line.points.map(place) {
          drawing.dot(x: point.x, y: point.y, radius: 3.5, color: line.color)
        }
      }
    }
    switch labels {
    case .atEnds: drawLabelsAtEnds(in: frame, on: &drawing)
    case .lowerRight, .lowerLeft: drawLabelList(in: frame, on: &drawing)
    }
  }

  private func drawAxes(in frame: Frame, on drawing: inout Drawing) {
    for mark in vertical.marks {
      let y = frame.y(mark, on: vertical)
      drawing.line([(frame.left, y), (frame.left + frame.width, y)], color: ChartColors.grid)
      drawing.write(
        mark.svgText, x: frame.left - 8, y: y + 4, size: 11, color: ChartColors.paleInk,
        anchor: .end)
    }
    for mark in horizontal.marks {
      let x = frame.x(mark, on: horizontal)
      let bottom = frame.top + frame.height
      drawing.line([(x, bottom), (x, bottom + 4)], color: ChartColors.muted)
      drawing.write(
        mark.svgText, x: x, y: bottom + 18, size: 11, color: ChartColors.paleInk, anchor: .middle)
    }
    let bottom = frame.top + frame.height
    drawing.line(
      [(frame.left, bottom), (frame.left + frame.width, bottom)], color: ChartColors.muted)
    drawing.write(title, x: frame.left, y: frame.top - 30, size: 14, isBold: true)
    drawing.write(
      vertical.title, x: frame.left, y: frame.top - 12, size: 11, color: ChartColors.paleInk)
    drawing.write(
      horizontal.title, x: frame.left + frame.width, y: bottom + 36, size: 11,
      color: ChartColors.paleInk, anchor: .end)
  }

  private func drawLabelList(in frame: Frame, on drawing: inout Drawing) {
    let spacing = 15.0
    // Letters of this size are about six pixels wide.
    let width = 34 + 6 * Double(lines.map(\.label.count).max() ?? 0)
    let height = spacing * Double(lines.count) + 8
    let left =
      labels == .lowerRight ? frame.left + frame.width - width - 4 : frame.left + 8
    let top = frame.top + frame.height - height - 6
    drawing.rectangle(
      x: left, y: top, width: width, height: height, color: "#ffffff", opacity: 0.85)
    for (index, line) in lines.enumerated() {
      let y = top + 15 + spacing * Double(index)
      drawing.line(
        [(left + 6, y - 4), (left + 24, y - 4)], color: line.color,
        width: line.isEmphasized ? 3 : 1.5)
      drawing.write(
        line.label, x: left + 30, y: y, size: 11,
        color: line.color == ChartColors.muted ? ChartColors.paleInk : ChartColors.ink,
        isBold: line.isEmphasized)
    }
  }

  private func drawLabelsAtEnds(in frame: Frame, on drawing: inout Drawing) {
    let ends = lines.compactMap { line in
      line.points.last.map { (line, frame.x($0.x, on: horizontal), frame.y($0.y, on: vertical)) }
    }.sorted { $0.2 < $1.2 }
    var lowest = -Double.infinity
    for (line, x, y) in ends {
      let place = max(y + 4, lowest + 15)
      lowest = place
      drawing.write(
        line.label, x: x + 9, y: place, size: 12, color: line.color, isBold: line.isEmphasized)
    }
  }
}
