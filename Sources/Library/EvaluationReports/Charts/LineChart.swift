/// A chart of lines over two axes.
package struct LineChart: Sendable {
  /// An axis: what it means, its range, and where it has marks.
  package struct Axis: Sendable {
    /// What the axis means.
    package let title: String
    /// The range of its values.
    package let range: ClosedRange<Double>
    /// Where it has marks.
    package let marks: [Double]

    /// Creates an axis.
    ///
    /// - Parameters:
    ///   - title: What the axis means.
    ///   - range: The range of its values; not empty.
    ///   - marks: Where it has marks, within the range.
    package init(_ title: String, _ range: ClosedRange<Double>, marks: [Double]) {
      precondition(range.lowerBound < range.upperBound, "an axis has a length")
      self.title = title
      self.range = range
      self.marks = marks
    }

    /// The value of the axis that is nearest to a value.
    func clamped(_ value: Double) -> Double {
      min(range.upperBound, max(range.lowerBound, value))
    }

    /// An axis of shares, from 0 to 1.
    ///
    /// - Parameter title: What the axis means.
    /// - Returns: The axis, with six marks.
    package static func share(_ title: String) -> Axis {
      Axis(title, 0...1, marks: [0, 0.2, 0.4, 0.6, 0.8, 1])
    }
  }

  /// A line with its label.
  package struct Line: Sendable {
    /// What the line is called, beside it.
    package let label: String
    /// The points, from the left.
    package let points: [(x: Double, y: Double)]
    /// The standard deviation of each point; empty where nothing is known.
    ///
    /// What would leave the chart is not drawn.
    package let errors: [Double]
    /// The color, as in SVG.
    package let color: String
    /// Whether the line is drawn bold, over the others.
    package let isEmphasized: Bool
    /// Whether the points are marked by dots.
    package let hasDots: Bool

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - label: What the line is called, beside it.
    ///   - points: The points, from the left; finite.
    ///   - errors: The standard deviation of each point, or nothing.
    ///   - color: The color, as in SVG.
    ///   - isEmphasized: Whether the line is drawn bold, over the others.
    ///   - hasDots: Whether the points are marked by dots.
    package init(
      _ label: String, _ points: [(x: Double, y: Double)], errors: [Double] = [],
      color: String, isEmphasized: Bool = false, hasDots: Bool = false
    ) {
      precondition(errors.isEmpty || errors.count == points.count, "an error a point")
      self.label = label
      self.points = points
      self.errors = errors
      self.color = color
      self.isEmphasized = isEmphasized
      self.hasDots = hasDots
    }
  }

  /// Where the labels of the lines are placed.
  package enum Labels: Sendable {
    /// Beside the lines' right ends, moved apart where they would meet.
    case atEnds
    /// One below the other in the lower right, or lower left, of the chart, where it is empty.
    case lowerRight, lowerLeft
  }

  /// The chart's title.
  package let title: String
  /// The axis to the right.
  package let horizontal: Axis
  /// The axis upward.
  package let vertical: Axis
  /// The lines, in the order of their labels.
  package let lines: [Line]
  /// Where the labels of the lines are placed.
  package let labels: Labels
  /// A thin line to compare with, from one point to another; nil for none.
  package let reference: [(x: Double, y: Double)]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The chart's title.
  ///   - horizontal: The axis to the right.
  ///   - vertical: The axis upward.
  ///   - lines: The lines, in the order of their labels.
  ///   - labels: Where the labels of the lines are placed.
  ///   - reference: The points of a thin line to compare with.
  package init(
    title: String, horizontal: Axis, vertical: Axis, lines: [Line], labels: Labels,
    reference: [(x: Double, y: Double)] = []
  ) {
    self.title = title
    self.horizontal = horizontal
    self.vertical = vertical
    self.lines = lines
    self.labels = labels
    self.reference = reference
  }
}
