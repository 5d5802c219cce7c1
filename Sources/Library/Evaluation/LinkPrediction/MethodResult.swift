/// The results of one method.
public struct MethodResult: Sendable {
  /// The method.
  public let method: PredictionMethod
  /// The area under the receiver operating characteristic (ROC) curve.
  public let areaUnderCurve: Measurement
  /// The average precision.
  public let averagePrecision: Measurement
  /// The share of positives that rank at or above each of the requested ranks.
  public let hits: [(rank: Int, share: Measurement)]
  /// The mean reciprocal rank.
  public let meanReciprocalRank: Measurement
  /// The area under the ROC curve on the validation edges, if there are any: the mean of the
  /// splits.
  public let validationArea: Double?
  /// The ROC curve of the first split, with few enough points to draw.
  public let receiverOperatingCurve: [CurvePoint]
  /// The precision-recall curve of the first split, with few enough points to draw.
  public let precisionRecallCurve: [CurvePoint]
}
