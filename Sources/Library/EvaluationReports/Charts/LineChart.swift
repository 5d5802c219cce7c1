/// A chart of lines over two axes.
public struct LineChart: Sendable {
  /// An axis: what it means, from where to where it goes, and where it has marks.
  public struct Axis: Sendable {
    /// What the axis means.
    public let title: String
    /// From where to where it goes.
    public let range: ClosedRange<Double>
    /// Where it has marks.
    public let marks: [Double]

    /// Creates an axis.
    ///
    /// - Parameters:
    ///   - title: What the axis means.
    ///   - range: From where to where it goes; not empty.
    ///   - marks: Where it has marks, within the range.
    public init(_ title: String, _ range: ClosedRange<Double>, marks: [Double]) {
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
    public static func share(_ title: String) -> Axis {
      Axis(title, 0...1, marks: [0, 0.2, 0.4, 0.6, 0.8, 1])
    }
  }

  /// A line with its label.
  public struct Line: Sendable {
    /// What the line is called, beside it.
    public let label: String
    /// The points, from the left.
    public let points: [(x: Double, y: Double)]
    /// For each point how far it may be off, either way; empty where nothing is known.
    ///
    /// What would leave the chart is not drawn.
    public let errors: [Double]
    /// The color, as in SVG.
    public let color: String
    /// Whether the line is drawn bold, over the others.
    public let isEmphasized: Bool
    /// Whether the points are marked by dots.
    public let hasDots: Bool

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - label: What the line is called, beside it.
    ///   - points: The points, from the left; finite.
    ///   - errors: For each point how far it may be off, or nothing.
    ///   - color: The color, as in SVG.
    ///   - isEmphasized: Whether the line is drawn bold, over the others.
    ///   - hasDots: Whether the points are marked by dots.
    public init(
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

  /// Where the lines' labels stand.
  public enum Labels: Sendable {
    /// Beside the lines' right ends, moved apart where they would meet.
    case atEnds
    /// One below the other in the lower right, or lower left, of the chart, where it is empty.
    case lowerRight, lowerLeft
  }

  /// The chart's title.
  public let title: String
  /// The axis to the right.
  public let horizontal: Axis
  /// The axis upward.
  public let vertical: Axis
  /// The lines, in the order of their labels.
  public let lines: [Line]
  /// Where the lines' labels stand.
  public let labels: Labels
  /// A thin line to compare with, from one point to another; nil for none.
  public let reference: [(x: Double, y: Double)]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The chart's title.
  ///   - horizontal: The axis to the right.
  ///   - vertical: The axis upward.
  ///   - lines: The lines, in the order of their labels.
  ///   - labels: Where the lines' labels stand.
  ///   - reference: The points of a thin line to compare with.
  public init(
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
