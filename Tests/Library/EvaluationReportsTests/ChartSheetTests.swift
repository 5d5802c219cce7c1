import Testing

@testable import EvaluationReports

@Suite struct ChartSheetTests {
  private func sheet(_ label: String, labels: LineChart.Labels = .atEnds) -> String {
    ChartSheet(
      title: "A & B", subtitle: "",
      charts: [
        LineChart(
          title: "T", horizontal: .share("x"), vertical: .share("y"),
          lines: [
            LineChart.Line(
              label, [(0, 0), (1, 0.5)], errors: [0, 0.1], color: "#0072b2", hasDots: true),
            LineChart.Line("other", [(0, 0.2), (1, 0.5)], color: "#d55e00"),
          ], labels: labels)
      ]
    ).svg
  }

  @Test func `points stand where the axes say`() {
    let svg = sheet("line")
    // The frame is 340 pixels wide and high, from (56, 126).
    #expect(svg.contains("<polyline points=\"56,466 396,296\""))
    #expect(svg.contains("<circle cx=\"396\" cy=\"296\""))
    #expect(svg.contains("<polyline points=\"396,330 396,262\""))
  }

  @Test func `bars of deviations end where the axis does`() {
    let svg = ChartSheet(
      title: "", subtitle: "",
      charts: [
        LineChart(
          title: "", horizontal: .share("x"), vertical: .share("y"),
          lines: [
            LineChart.Line("line", [(0, 0.9), (1, 0.1)], errors: [0.2, 0.15], color: "#0072b2")
          ], labels: .atEnds)
      ]
    ).svg
    // The frame reaches from 126, where the axis has its 1, down to 466.
    #expect(svg.contains("<polyline points=\"56,228 56,126\""))
    #expect(svg.contains("<polyline points=\"396,466 396,381\""))
  }

  @Test func `texts are escaped`() {
    #expect(sheet("a<b").contains(">a&lt;b</text>"))
    #expect(sheet("line").contains(">A &amp; B</text>"))
    #expect(!sheet("a\u{0}b").contains("\u{0}"))
  }

  @Test func `labels at ends that meet are moved apart`() {
    let svg = sheet("line")
    #expect(svg.contains("y=\"300\" font-size=\"12\""))
    #expect(svg.contains("y=\"315\" font-size=\"12\""))
  }

  @Test(arguments: [LineChart.Labels.lowerLeft, .lowerRight])
  func `a list of labels names every line`(labels: LineChart.Labels) {
    let svg = sheet("line", labels: labels)
    #expect(svg.contains(">line</text>") && svg.contains(">other</text>"))
  }
}
