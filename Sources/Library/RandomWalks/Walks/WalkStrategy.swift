/// A kind of walk.
public enum WalkStrategy: String, CaseIterable, Sendable {
  /// To any neighbor, whatever the weights: `FirstOrderWalk`.
  case uniform
  /// To a neighbor in proportion to the edge's weight: `FirstOrderWalk`.
  case weighted
  /// By weight, *p* and *q*: `SecondOrderWalk`.
  case node2vec
  /// By weight, *p* and *q*, with a distance test that minds weights: `SecondOrderWalk`.
  case node2vecPlus = "node2vec+"
  /// By weight, with jumps back to the first node: `RestartWalk`.
  case restart
  /// Over nodes of given types in turn: `MetapathWalk`.
  case metapath
  /// Along edges in the order of their times: `TemporalWalk`.
  case temporal
}
