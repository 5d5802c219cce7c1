/// A chart of lines over two axes.
package struct LineChart: Sendable {
  /// An axis: its title, its range, and the positions of its marks.
  package struct Axis: Sendable {
    /// What the axis means.
    package let title: String
    /// The range of its values.
    package let range: ClosedRange<Double>
    /// The positions of its marks.
    package let marks: [Double]

    /// Creates an axis.
    ///
    /// - Parameters:
    ///   - title: What the axis means.
    ///   - range: The range of its values; not empty.
    ///   - marks: The positions of its marks, within the range.
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
    /// The label next to the line.
    package let label: String
    /// The points, from left to right.
    package let points: [(x: Double, y: Double)]
    /// The standard deviation of each point; empty if unknown.
    ///
    /// Parts outside of the chart are not drawn.
    package let errors: [Double]
    /// The color, in SVG notation.
    package let color: String
    /// Whether the line is bold and drawn over the others.
    package let isEmphasized: Bool
    /// Whether the points are marked by dots.
    package let hasDots: Bool

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - label: The label next to the line.
    ///   - points: The points, from left to right; finite.
    ///   - errors: The standard deviation of each point, or empty.
    ///   - color: The color, in SVG notation.
    ///   - isEmphasized: Whether the line is bold and drawn over the others.
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
    /// Next to the lines' right ends, moved apart if they would overlap.
    case atEnds
    /// One below the other in the lower right or lower left part of the chart, where it is empty.
    case lowerRight, lowerLeft
  }

  /// The chart's title.
  package let title: String
  /// The horizontal axis.
  package let horizontal: Axis
  /// The vertical axis.
  package let vertical: Axis
  /// The lines, in the order of their labels.
  package let lines: [Line]
  /// Where the labels of the lines are placed.
  package let labels: Labels
  /// A thin line for comparison, from one point to another; empty for none.
  package let reference: [(x: Double, y: Double)]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The chart's title.
  ///   - horizontal: The horizontal axis.
  ///   - vertical: The vertical axis.
  ///   - lines: The lines, in the order of their labels.
  ///   - labels: Where the labels of the lines are placed.
  ///   - reference: The points of a thin line for comparison.
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
