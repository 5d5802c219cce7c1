internal import EvaluationReports
internal import Files
internal import Text

/// The files that a report is written to, in addition to the terminal, and their formats.
struct ReportOutput: Sendable {
  var json: String?
  var plot: String?
  var isMarkdown = false

  static var commandLine: [Option<ReportOutput>] {
    [
      .value(
        "--json", to: \.json, "Write every parameter, seed and number as JSON.",
        valueName: "FILE", file: .writes),
      .value("--plot", to: \.plot, "Write a chart as SVG.", valueName: "FILE", file: .writes),
      .flag("--markdown", to: \.isMarkdown, "Print the report in Markdown."),
    ]
  }

  /// Checks before the work begins that the files can be written.
  func validate() throws {
    for path in [json, plot].compactMap(\.self) { try OutputFile.requireWritable(path) }
  }

  /// Writes a report.
  func write(
    lines: [String], markdown: String, json: JSONValue, charts: ChartSheet, on console: Console
  ) throws {
    if let path = self.json { try write(JSONWriter.text(of: json) + "\n", to: path) }
    if let path = plot { try write(charts.svg, to: path) }
    if isMarkdown {
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
