internal import CVectorKernels
internal import EmbeddingTables

/// Scores rows anywhere in an embedding.
struct RowScorer: Sendable {
  let embedding: Embedding
  let metric: VectorMetric
  /// The short codes of the rows, to compare before scoring.
  let codes: RowCodes
  /// The inverse lengths of the rows if the metric is the cosine; otherwise empty.
  private let scales: [Float]

  /// Prepares rows for scoring.
  ///
  /// - Throws: `CancellationError` if the current task is canceled, `MemoryError` if there is not
  ///   enough memory for the codes.
  init(_ embedding: Embedding, metric: VectorMetric, linkCount: Int, threadCount: Int) throws {
    self.embedding = embedding
    self.metric = metric
    scales =
      metric == .cosine
      ? try inverseLengths(of: embedding, threadCount: threadCount) : []
    codes = try RowCodes(
      embedding, metric: metric, linkCapacity: 2 * linkCount, scales: scales,
      threadCount: threadCount)
  }

  var rowCount: Int { embedding.count }

  /// The vector of a row, to compare others with; under the cosine, of length 1.
  func query(row: UInt32) -> [Float] {
    let vector = embedding[Int(row)]
    let scale = scale(of: row)
    return [Float](capacity: vector.count) { query in
      for index in vector.indices { query.append(vector[index] * scale) }
    }
  }

  /// Whether all components of a row are finite.
  func isFinite(row: UInt32) -> Bool {
    let vector = embedding[Int(row)]
    return vector.indices.allSatisfy { vector[$0].isFinite }
  }

  private func scale(of row: UInt32) -> Float {
    scales.isEmpty ? 1 : scales[Int(row)]
  }

  /// Scores the first rows of a list against a vector.
  ///
  /// - Parameters:
  ///   - rows: Rows of the embedding.
  ///   - count: How many of them to score.
  ///   - vector: The vector to compare them with; under the cosine, of length 1.
  ///   - scores: Receives the scores, and has room for them.
  func score(
    _ rows: [UInt32], count: Int, against vector: [Float], into scores: inout [Float]
  ) {
    precondition(count <= rows.count && count <= scores.count, "room for the scores")
    precondition(vector.count == embedding.dimensions, "a vector of the embedding's dimensions")
    // SAFETY: the vector has the right dimensions, `scores` enough room; lists hold rows of the
    // embedding, which is checked for the links of an index when it is built or read.
    unsafe embedding.vectors.withUnsafeBufferPointer { vectors in
      unsafe scales.withUnsafeBufferPointer { scales in
        unsafe vk_score_rows(
          vk_best_instruction_set(), metric.isDistance, vector, vectors.baseAddress,
          embedding.dimensions, scales.isEmpty ? nil : scales.baseAddress, rows, count, &scores)
      }
    }
  }

  /// Scores the rows of a beam, whose own scores only tell which rows are worth it.
  ///
  /// - Returns: The rows with finite scores and these scores, best first.
  func measured(_ beam: some Collection<ScoredRow>, against vector: [Float]) -> [ScoredRow] {
    measured(beam.map(\.row), against: vector)
  }

  /// Scores rows.
  ///
  /// - Returns: The rows with finite scores and these scores, best first.
  func measured(_ rows: [UInt32], against vector: [Float]) -> [ScoredRow] {
    var scores = [Float](repeating: 0, count: rows.count)
    score(rows, count: rows.count, against: vector, into: &scores)
    var measured = zip(scores, rows).map { ScoredRow(score: $0, row: $1) }
    measured.removeAll { !$0.score.isFinite }
    measured.sort { $0.isBetter(than: $1) }
    return measured
  }

  /// Whether a row is nearer to one of the rows of a list than its own score.
  func isNearer(_ row: ScoredRow, toOneOf rows: [UInt32]) -> Bool {
    let vector = embedding[Int(row.row)]
    // Under the cosine, the threshold is scaled instead of the vector of the row.
    let threshold = row.score / scale(of: row.row)
    // SAFETY: as above.
    return unsafe embedding.vectors.withUnsafeBufferPointer { vectors in
      unsafe vector.withUnsafeBufferPointer { vector in
        unsafe scales.withUnsafeBufferPointer { scales in
          unsafe vk_any_score_above(
            vk_best_instruction_set(), metric.isDistance, vector.baseAddress,
            vectors.baseAddress, embedding.dimensions,
            scales.isEmpty ? nil : scales.baseAddress, rows, rows.count, threshold)
        }
      }
    }
  }
}
