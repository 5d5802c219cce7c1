internal import Text

/// How the embedding compares with the best heuristic.
public struct Verdict: Sendable, CustomStringConvertible {
  /// What the numbers show.
  public enum Finding: String, Sendable {
    /// The difference is above its margin.
    case better
    /// The difference is below the negative of its margin.
    case worse
    /// The difference lies within its margin.
    case undecided
  }

  /// The operator that is judged; the test takes no part in choosing it.
  ///
  /// It is the first that was asked for, or with validation edges the best on them.
  public let method: PredictionMethod
  /// The heuristic with the largest area on the test: the choice favors the heuristics.
  public let heuristic: PredictionMethod
  /// The area of the method less that of the heuristic, on the same pairs: the mean of the splits.
  public let difference: Double
  /// Half of the difference's 95 % interval: 1.96 times its bootstrap error, or times the deviation
  /// over the splits where that is larger.
  public let margin: Double
  /// Whether the method was chosen by validation edges.
  public let isChosenByValidation: Bool

  /// What the numbers show.
  public var finding: Finding {
    difference > margin ? .better : difference < -margin ? .worse : .undecided
  }

  /// The verdict as a sentence.
  public var description: String {
    // Enough digits for the margin to have one.
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
