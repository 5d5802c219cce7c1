/// Measures texts as Graphviz will draw them on this machine, with its fonts.
enum TextRuler {
  /// A text and its style.
  struct Sample: Hashable, Sendable {
    var text: String
    var style: TextStyle
  }

  /// The widths of texts in points.
  ///
  /// - Parameter samples: The texts, in any order; repeated ones are measured once.
  /// - Returns: The width of each sample.
  /// - Throws: `MapError` if no installed font can draw letters, or if Graphviz fails.
  static func widths(of samples: [Sample]) throws(MapError) -> [Sample: Double] {
    // Without any font, every letter is the same empty box.
    let probes = ["iiii", "MMMM"].map { Sample(text: $0, style: TextStyle(size: 20)) }
    let distinct = Array(Set(samples + probes))
    let widths = try Graphviz.withLibrary { library throws(MapError) -> [Double] in
      var graph = try GraphvizGraph(name: "ruler")
      for (name, value) in [
        ("label", ""), ("pos", "0,0"), ("fontname", ""), ("fontsize", "10"), ("margin", "0"),
        ("shape", "plaintext"),
      ] {
        graph.declareForNodes(name, default: value)
      }
      var handles: [GraphvizGraph.NodeHandle] = []
      for (index, sample) in distinct.enumerated() {
        handles.append(
          try graph.addNode(
            String(index),
            [
              ("label", GraphvizDrawing.escapedLabel(sample.text)),
              ("fontname", sample.style.fontName),
              ("fontsize", DecimalWriter.text(sample.style.size)),
            ]))
      }
      return try library.withLayout(of: graph) { () throws(MapError) in
        handles.map { graph.labelWidth(of: $0) }
      }
    }
    let table = Dictionary(uniqueKeysWithValues: zip(distinct, widths))
    guard let narrow = table[probes[0]], let wide = table[probes[1]], narrow < wide * 0.9 else {
      throw MapError(
        "no fonts are installed: install some (fonts-inter or fonts-dejavu-core, and fontconfig)")
    }
    return table
  }
}
