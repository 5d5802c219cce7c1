internal import EvaluationReports
internal import Files
internal import Text

/// How a report is printed, and the file of its chart.
struct ReportOutput: Sendable {
  var isJSON = false
  var plot: String?
  var isMarkdown = false

  static var commandLine: [Option<ReportOutput>] {
    [
      .flag(
        "--json", to: \.isJSON,
        "Print the report as JSON, with every parameter, seed and number."),
      .value("--plot", to: \.plot, "Write a chart as SVG.", valueName: "FILE", file: .writes),
      .flag("--markdown", to: \.isMarkdown, "Print the report in Markdown."),
    ]
  }

  /// Checks before the work begins that the options fit and the file can be written.
  func validate() throws {
    if isJSON && isMarkdown { throw UsageError("--json and --markdown exclude each other") }
    if let plot { try OutputFile.requireWritable(plot) }
  }

  /// Writes a report.
  func write(
    lines: [String], markdown: String, json: JSONValue, charts: ChartSheet, on console: Console
  ) throws {
    if let path = plot { try write(charts.svg, to: path) }
    if isJSON {
      try console.print(JSONWriter.text(of: json))
    } else if isMarkdown {
      try console.print(String(markdown.dropLast()))
    } else {
      for line in lines { try console.print(line) }
    }
  }

  private func write(_ text: String, to path: String) throws {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }
}
