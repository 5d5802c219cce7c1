internal import Text

/// How the embedding compares with the best heuristic.
public struct Verdict: Sendable, CustomStringConvertible {
  /// The outcome of the comparison.
  public enum Finding: String, Sendable {
    /// The embedding is better: the difference exceeds its margin.
    case better
    /// The embedding is worse: the difference is below the negative of its margin.
    case worse
    /// Undecided: the difference is within its margin.
    case undecided
  }

  /// The operator that is compared; the test takes no part in choosing it.
  ///
  /// It is the first requested operator or, if there are validation edges, the best on them.
  public let method: PredictionMethod
  /// The heuristic with the largest area on the test; choosing it by the test favors the
  /// heuristics.
  public let heuristic: PredictionMethod
  /// The area of the method minus that of the heuristic, on the same pairs: the mean of the splits.
  public let difference: Double
  /// Half of the difference's 95 % interval: 1.96 times its bootstrap error or, if that is larger,
  /// its standard deviation over the splits.
  public let margin: Double
  /// Whether the method was chosen by validation edges.
  public let isChosenByValidation: Bool

  /// The outcome of the comparison.
  public var finding: Finding {
    difference > margin ? .better : difference < -margin ? .worse : .undecided
  }

  /// The verdict as a sentence.
  public var description: String {
    // Enough decimals for the margin to have a nonzero digit.
    let decimals = margin > 0 && margin < 0.0005 ? 5 : 3
    func text(_ value: Double) -> String { value.decimals(decimals) }
    let numbers = "\(text(abs(difference))) ± \(text(margin)) AUC"
    return switch finding {
    case .better: "\(method.title) is better than \(heuristic.title) by \(numbers)."
    case .worse: "\(method.title) is worse than \(heuristic.title) by \(numbers)."
    case .undecided:
      "\(method.title) cannot be told apart from \(heuristic.title): the difference is "
        + "\(text(difference)) ± \(text(margin)) AUC."
    }
  }
}
