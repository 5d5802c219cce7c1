internal import Algorithms
internal import EmbeddingTables
internal import Parallel

/// Scores pairs by the vectors of their nodes.
struct PairScorer: Sendable {
  private let embedding: Embedding
  private let edgeOperator: EdgeOperator
  /// For a learned operator, the weight of each feature, and the score if all features are 0.
  private let weights: [Double]
  private let intercept: Double

  /// Prepares an operator, training it if it is learned.
  ///
  /// Features are scaled to mean 0 and standard deviation 1 over the training pairs.
  ///
  /// - Parameters:
  ///   - edgeOperator: How to compute a score from two vectors.
  ///   - embedding: The vectors, one row per node.
  ///   - training: The pairs to train a classifier on.
  ///   - cost: *C* of the logistic regression.
  init(
    _ edgeOperator: EdgeOperator, on embedding: Embedding, training: PairSample, cost: Double
  ) {
    self.embedding = embedding
    self.edgeOperator = edgeOperator
    guard edgeOperator.isLearned else {
      weights = []
      intercept = 0
      return
    }
    let pairs = training.positives + training.negatives
    let answers = pairs.indices.map { $0 < training.positives.count }
    var features = Self.features(of: pairs, edgeOperator, embedding)
    let scaling = FeatureScaling(of: features)
    scaling.apply(to: &features)
    let model = LogisticRegression.trainToTheEnd(
      on: features, answers: [answers], cost: cost, threadCount: 1)[0]
    (weights, intercept) = scaling.unscaled(model)
  }

  /// Prepares several operators, on several threads.
  ///
  /// - Throws: `CancellationError` if the current task is canceled.
  static func all(
    _ operators: [EdgeOperator], on embedding: Embedding, training: PairSample, cost: Double,
    threadCount: Int
  ) throws(CancellationError) -> [PairScorer] {
    try finishedUnlessCancelled {
      concurrentMap(operators.count, threadCount: threadCount) { index in
        PairScorer(operators[index], on: embedding, training: training, cost: cost)
      }
    }
  }

  /// The score of each pair; the higher, the more likely an edge.
  ///
  /// - Throws: `CancellationError` if the current task is canceled.
  func scores(of pairs: [NodePair], threadCount: Int) throws(CancellationError) -> [Double] {
    let chunkSize = 4096
    let chunks = try concurrentMapOrCancelled(
      pairs.count.dividedRoundingUp(by: chunkSize), threadCount: threadCount
    ) { chunk in
      pairs[pairs.indices.chunk(chunk, ofSize: chunkSize)].map { score(of: $0) }
    }
    return Array(chunks.joined())
  }

  /// The score of a pair; the higher, the more likely an edge.
  func score(of pair: NodePair) -> Double {
    let first = embedding[Int(pair.source)]
    let second = embedding[Int(pair.target)]
    var sum = 0.0
    if edgeOperator.isLearned {
      for index in first.indices {
        sum += weights[index] * edgeOperator.feature(Double(first[index]), Double(second[index]))
      }
      return sum + intercept
    }
    var squares = (0.0, 0.0)
    for index in first.indices {
      let (a, b) = (Double(first[index]), Double(second[index]))
      sum += edgeOperator.feature(a, b)
      squares.0 += a * a
      squares.1 += b * b
    }
    switch edgeOperator {
    case .cosine:
      let lengths = (squares.0 * squares.1).squareRoot()
      return lengths > 0 ? sum / lengths : 0
    case .euclidean: return -sum.squareRoot()
    default: return sum
    }
  }

  private static func features(
    of pairs: [NodePair], _ edgeOperator: EdgeOperator, _ embedding: Embedding
  ) -> FeatureMatrix {
    var elements: [Double] = []
    elements.reserveCapacity(pairs.count * embedding.dimensions)
    for pair in pairs {
      let first = embedding[Int(pair.source)]
      let second = embedding[Int(pair.target)]
      for index in first.indices {
        elements.append(edgeOperator.feature(Double(first[index]), Double(second[index])))
      }
    }
    return FeatureMatrix(columnCount: embedding.dimensions, elements: elements)
  }
}
