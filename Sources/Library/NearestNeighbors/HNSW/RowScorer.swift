internal import CVectorKernels
internal import EmbeddingTables

/// Scores rows of an embedding that lie anywhere in it.
struct RowScorer: Sendable {
  let embedding: Embedding
  let metric: VectorMetric
  /// The rows in short, to look at before they are scored.
  let codes: RowCodes
  /// The inverse lengths of the rows under the cosine; else empty.
  private let scales: [Float]

  /// Prepares rows to be scored.
  ///
  /// - Throws: `CancellationError` when the current task is canceled, `MemoryError` when there is
  ///   no memory for the codes.
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

  /// The vector of a row, to be compared with others: under the cosine with length 1.
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
  ///   - count: The number of them to score.
  ///   - vector: A vector to compare them with; under the cosine its length is 1.
  ///   - scores: Receives their scores; it has room for them.
  func score(
    _ rows: [UInt32], count: Int, against vector: [Float], into scores: inout [Float]
  ) {
    precondition(count <= rows.count && count <= scores.count, "room for the scores")
    precondition(vector.count == embedding.dimensions, "a vector of the embedding's dimensions")
    // SAFETY: the vector has the dimensions, `scores` the room; what lists hold are rows of the
    // embedding, which the links of an index are checked for when it is built or read.
    unsafe embedding.vectors.withUnsafeBufferPointer { vectors in
      unsafe scales.withUnsafeBufferPointer { scales in
        unsafe vk_score_rows(
          vk_best_instruction_set(), metric.isDistance, vector, vectors.baseAddress,
          embedding.dimensions, scales.isEmpty ? nil : scales.baseAddress, rows, count, &scores)
      }
    }
  }

  /// Scores the first rows of a beam, whose own scores only say which are worth it.
  ///
  /// - Returns: The rows with their scores, best first; those whose scores are finite.
  func measured(_ beam: some Collection<ScoredRow>, against vector: [Float]) -> [ScoredRow] {
    measured(beam.map(\.row), against: vector)
  }

  /// Scores rows.
  ///
  /// - Returns: The rows with their scores, best first; those whose scores are finite.
  func measured(_ rows: [UInt32], against vector: [Float]) -> [ScoredRow] {
    var scores = [Float](repeating: 0, count: rows.count)
    score(rows, count: rows.count, against: vector, into: &scores)
    var measured = zip(scores, rows).map { ScoredRow(score: $0, row: $1) }
    measured.removeAll { !$0.score.isFinite }
    measured.sort { $0.isBetter(than: $1) }
    return measured
  }

  /// Whether a row is nearer to one of the rows of a list than its own score says.
  func isNearer(_ row: ScoredRow, toOneOf rows: [UInt32]) -> Bool {
    let vector = embedding[Int(row.row)]
    // Under the cosine the row's vector is taken as it is, and the threshold scaled instead.
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
