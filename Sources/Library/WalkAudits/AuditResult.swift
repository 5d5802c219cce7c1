internal import Algorithms
internal import Graphs

/// The tests of some contexts: their number, the least likely results, and the totals by part.
struct AuditResult: Sendable {
  private let keptFindingCount: Int
  private var testCount = 0
  private var findings: [AuditFinding] = []
  /// The totals of each part, by the logarithm of the node's degree.
  private var totals: [StepPart: [PartTotals]] = [:]

  init(keptFindingCount: Int) {
    self.keptFindingCount = keptFindingCount
  }

  /// Adds the steps of a context.
  ///
  /// - Parameters:
  ///   - counts: How often each arc of the node was taken.
  ///   - context: The context.
  ///   - graph: The graph.
  mutating func add(_ counts: [Int], in context: StepContext, of graph: Graph) {
    let stepCount = counts.reduce(0, +)
    if context.previous != nil { addTotals(counts, stepCount, in: context) }
    let test = context.test(counts)
    if test.degreesOfFreedom == 0 { return }
    testCount += 1
    // Most contexts are as expected; these are only counted.
    if findings.count == keptFindingCount,
      let last = findings.last, test.pValue >= last.pValue
    {
      return
    }
    let worst =
      counts.indices.max {
        deviation(counts, stepCount, $0, context) < deviation(counts, stepCount, $1, context)
      } ?? 0
    keep(
      AuditFinding(
        subject: context.previous.map { .secondOrder(previous: $0, node: context.node) }
          ?? .firstOrder(node: context.node),
        stepCount: stepCount, target: graph.allNeighbors[context.row.lowerBound + worst],
        observed: counts[worst], expected: Double(stepCount) * context.probabilities[worst],
        pValue: test.pValue, correctedPValue: 1))
  }

  /// The deviation of a step's count from its expectation, in standard deviations.
  private func deviation(
    _ counts: [Int], _ stepCount: Int, _ index: Int, _ context: StepContext
  ) -> Double {
    let expected = Double(stepCount) * context.probabilities[index]
    return abs(Double(counts[index]) - expected)
      / (expected * (1 - context.probabilities[index]) + 1e-9).squareRoot()
  }

  private mutating func addTotals(_ counts: [Int], _ stepCount: Int, in context: StepContext) {
    let bucket = Int.bitWidth - 1 - counts.count.leadingZeroBitCount
    for part in StepPart.allCases {
      let observed = counts.indices.reduce(0) {
        context.parts[$1] == part ? $0 + counts[$1] : $0
      }
      var totals = self.totals[part] ?? []
      while totals.count <= bucket { totals.append(PartTotals()) }
      totals[bucket].add(
        steps: stepCount, observed: observed,
        probability: min(1, context.probability(of: part)))
      self.totals[part] = totals
    }
  }

  /// Stores a finding, keeping only the least likely ones.
  private mutating func keep(_ finding: AuditFinding) {
    let place = findings.firstIndex { finding.pValue < $0.pValue } ?? findings.count
    findings.insert(finding, at: place)
    if findings.count > keptFindingCount { findings.removeLast() }
  }

  /// Adds another result.
  mutating func add(_ other: AuditResult) {
    testCount += other.testCount
    for finding in other.findings { keep(finding) }
    totals.merge(other.totals) { first, second in
      (0..<max(first.count, second.count)).map { bucket in
        var total = bucket < first.count ? first[bucket] : PartTotals()
        if bucket < second.count { total.add(second[bucket]) }
        return total
      }
    }
  }

  /// Tests the totals, and corrects all p-values for the number of tests.
  consuming func report(
    walkCount: Int, stepCount: Int, impossibleStepCount: Int,
    impossibleSteps: [AuditReport.ImpossibleStep]
  ) -> AuditReport {
    for part in StepPart.allCases {
      for (bucket, total) in (totals[part] ?? []).enumerated() {
        guard let pValue = total.pValue else { continue }
        testCount += 1
        keep(
          AuditFinding(
            subject: .part(part, degree: 1 << bucket), stepCount: total.stepCount, target: nil,
            observed: total.observed, expected: total.expected, pValue: pValue,
            correctedPValue: 1))
      }
    }
    let corrected = HolmCorrection.corrected(findings.map(\.pValue), testCount: testCount)
    for index in findings.indices { findings[index].correctedPValue = corrected[index] }
    return AuditReport(
      walkCount: walkCount, stepCount: stepCount, testCount: testCount,
      impossibleStepCount: impossibleStepCount, impossibleSteps: impossibleSteps,
      findings: findings)
  }
}
