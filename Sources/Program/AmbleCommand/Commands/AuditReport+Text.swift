internal import Algorithms
internal import Text
internal import Graphs
internal import Names
internal import WalkAudits

extension AuditReport {
  /// The report as text: the verdict in one line, then the evidence.
  ///
  /// - Parameters:
  ///   - names: The names of the nodes.
  ///   - findingCount: How many of the least likely results to list.
  /// - Returns: The lines.
  func lines(names: NameList, findingCount: Int) -> [String] {
    var lines = [verdict]
    for step in impossibleSteps.prefix(findingCount) {
      lines.append(
        "  walk \(step.walk + 1): \(names[Int(step.source)]) → \(names[Int(step.target)]), "
          + "a step that no edge allows")
    }
    let shown = agrees ? findings.prefix(min(3, findingCount)) : findings.prefix(findingCount)
    if shown.isEmpty { return lines }
    lines.append(agrees ? "least likely, corrected p:" : "worst, corrected p:")
    for finding in shown {
      lines.append("  \(finding.correctedPValue.probabilityText)  \(finding.text(names: names))")
    }
    return lines
  }

  /// Whether the walks agree, in one line.
  private var verdict: String {
    let counts = "\(stepCount.groupedText) steps of \(walkCount.groupedText) walks"
    let tests = "\(testCount.groupedText) tests"
    if agrees {
      let least = findings.first?.correctedPValue ?? 1
      return
        "AGREE: \(counts), \(tests); the least likely has p = \(least.probabilityText), "
        + "corrected for their number"
    }
    var reasons: [String] = []
    if impossibleStepCount > 0 {
      reasons.append("\(impossibleStepCount.groupedText) steps that no edge allows")
    }
    let count = differences.count
    if count > 0 {
      let isCut = count == findings.count && testCount > count
      reasons.append(
        "\(count.groupedText)\(isCut ? " or more" : "") of \(tests) too unlikely to be chance")
    }
    return "DISAGREE: \(counts); \(reasons.joined(separator: ", "))"
  }
}

extension AuditFinding {
  /// The finding as text.
  fileprivate func text(names: NameList) -> String {
    let share = Double(observed) / Double(max(1, stepCount))
    let exact = expected / Double(max(1, stepCount))
    let shares = "\(share.percentText) seen, \(exact.percentText) exactly"
    let steps = "\(stepCount.groupedText) steps"
    let next = target.map { names[Int($0)] } ?? ""
    switch subject {
    case .firstOrder(let node):
      return "from \(names[Int(node)]) to \(next): \(shares), of \(steps)"
    case .secondOrder(let previous, let node):
      return
        "from \(names[Int(node)]) after \(names[Int(previous)]) to \(next): \(shares), of \(steps)"
    case .part(let part, let degree):
      return
        "\(part.text), from nodes with \(degree) to \(2 * degree - 1) neighbors: \(shares), of "
        + steps
    }
  }
}

extension StepPart {
  fileprivate var text: String {
    switch self {
    case .back: "steps back"
    case .near: "steps to a neighbor of the node before"
    case .outward: "steps outward"
    }
  }
}

extension Double {
  /// A share in percent, with two decimals.
  fileprivate var percentText: String { "\((100 * self).decimals(2)) %" }

  /// A probability with two significant digits.
  fileprivate var probabilityText: String {
    if self >= 0.9995 { return "1" }
    if self >= 0.001 { return decimals(3) }
    if self == 0 { return "0" }
    var exponent = 0
    var digits = self
    while digits < 1 {
      digits *= 10
      exponent += 1
    }
    return "\(Int(digits.rounded()))e-\(exponent)"
  }
}
