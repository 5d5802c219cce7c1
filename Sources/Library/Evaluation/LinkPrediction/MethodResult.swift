/// What one method achieved.
public struct MethodResult: Sendable {
  /// The method.
  public let method: PredictionMethod
  /// The area under the receiver operating characteristic.
  public let areaUnderCurve: Measurement
  /// The average precision.
  public let averagePrecision: Measurement
  /// The share of positives at or above each of the asked ranks.
  public let hits: [(rank: Int, share: Measurement)]
  /// The mean of one over the rank.
  public let meanReciprocalRank: Measurement
  /// The area on the validation edges, where there are any: the mean of the splits.
  public let validationArea: Double?
  /// The receiver operating characteristic of the first split, with few enough points to draw.
  public let receiverOperatingCurve: [CurvePoint]
  /// The precision against the recall of the first split, with few enough points to draw.
  public let precisionRecallCurve: [CurvePoint]
}
