/// Fits texts into the available room.
enum TextFitting {
  /// Shortens texts that are too wide, with an ellipsis for the omitted part.
  ///
  /// - Parameters:
  ///   - texts: The texts, all in one style.
  ///   - style: The style.
  ///   - width: The room for each text.
  /// - Returns: The texts, none wider than the room.
  /// - Throws: `MapError` if texts cannot be measured.
  static func fitted(_ texts: [String], style: TextStyle, width: Double) throws(MapError)
    -> [String]
  {
    var fitted = texts
    var lengths = texts.map(\.count)
    while true {
      let widths = try TextRuler.widths(
        of: fitted.map { TextRuler.Sample(text: $0, style: style) })
      var isDone = true
      for index in fitted.indices {
        let found = widths[TextRuler.Sample(text: fitted[index], style: style)] ?? 0
        guard found > width, lengths[index] > 1 else { continue }
        isDone = false
        let share = Int(Double(lengths[index]) * width / found)
        lengths[index] = max(1, min(lengths[index] - 1, share))
        fitted[index] = PlainText.shortened(texts[index], to: lengths[index])
      }
      if isDone { return fitted }
    }
  }

  /// Breaks sentences into lines, as many sentences per line as fit.
  ///
  /// - Parameters:
  ///   - sentences: The sentences.
  ///   - style: Their style.
  ///   - width: The room for a line.
  /// - Returns: The lines, none wider than the room.
  /// - Throws: `MapError` if texts cannot be measured.
  static func lines(of sentences: [String], style: TextStyle, width: Double) throws(MapError)
    -> [String]
  {
    var lines: [String] = []
    for sentence in sentences {
      guard let last = lines.last else {
        lines.append(sentence)
        continue
      }
      let joined = "\(last) · \(sentence)"
      let sample = TextRuler.Sample(text: joined, style: style)
      if try TextRuler.widths(of: [sample])[sample] ?? 0 <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(sentence)
      }
    }
    return try fitted(lines, style: style, width: width)
  }
}
