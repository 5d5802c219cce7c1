public import EmbeddingTables
internal import Errors
internal import Names
public import Parallel

/// Queries by name: the nearest neighbors of a name, similarities, and analogies.
///
/// ```swift
/// let queries = NamedQueries(embedding)
/// try queries.neighbors(of: "king", count: 3)      // prince, queen, ...
/// try queries.analogy("man", "king", "woman")      // queen, ...
/// ```
public struct NamedQueries: Sendable {
  private let embedding: Embedding
  /// The vectors that are searched: those of the embedding, or some of them.
  private let candidates: Embedding
  private let search: any NeighborSearch

  /// Prepares queries that compare every row.
  ///
  /// - Parameters:
  ///   - embedding: The vectors and their names.
  ///   - metric: The measure of nearness.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: `OptionError` if the number of threads is less than 1.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, threadCount: Int = processorCount
  ) throws {
    try self.init(
      embedding, search: ExactSearch(embedding, metric: metric, threadCount: threadCount))
  }

  /// Prepares queries that use a given search.
  ///
  /// - Parameters:
  ///   - embedding: The vectors and their names.
  ///   - search: A search of that embedding.
  /// - Throws: `NeighborSearchError` if the search has a different number of rows or dimensions.
  public init(
    _ embedding: Embedding, search: any NeighborSearch
  ) throws(NeighborSearchError) {
    try self.init(embedding, among: embedding, search: search)
  }

  /// Prepares queries whose answers come from other vectors than the names that are asked for, such
  /// as a part of them.
  ///
  /// - Parameters:
  ///   - embedding: The vectors and names that are asked for.
  ///   - candidates: The vectors and names of possible answers.
  ///   - search: A search of the candidates.
  /// - Throws: `NeighborSearchError` if the search has a different number of rows or dimensions.
  public init(
    _ embedding: Embedding, among candidates: Embedding, search: any NeighborSearch
  ) throws(NeighborSearchError) {
    guard search.rowCount == candidates.count, search.dimensions == embedding.dimensions else {
      throw .otherEmbedding(
        rowCount: search.rowCount, dimensions: search.dimensions,
        expectedRowCount: candidates.count, expectedDimensions: embedding.dimensions)
    }
    self.embedding = embedding
    self.candidates = candidates
    self.search = search
  }

  /// Finds the names nearest to a name, excluding the name itself.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - count: The number of names to find; at least 1.
  /// - Returns: Up to `count` names, nearest first.
  /// - Throws: `UnknownName` if the embedding does not have the name, and what the search throws.
  public func neighbors(
    of name: String, count: Int = 10
  ) throws -> [NamedNeighbor] {
    try neighbors(of: [name], count: count)[0]
  }

  /// Finds the names nearest to each of many names, excluding the name itself.
  ///
  /// One call with many names is faster than many calls, since the table is read once for many
  /// names.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - count: The number of names to find for each; at least 1.
  ///   - excluded: Returns the names that are no answers for a name, besides itself.
  /// - Returns: For each name up to `count` names, nearest first.
  /// - Throws: `UnknownName` if the embedding lacks one of the names, and what the search throws.
  public func neighbors(
    of names: [String], count: Int = 10,
    excluding excluded: (_ name: String) -> [String] = { _ in [] }
  ) throws -> [[NamedNeighbor]] {
    try OptionError.require(count >= 1, "count", count, "at least 1")
    let rows = try names.map { try embedding.names.place(of: $0) }
    let excludedRows = names.map { name in
      Set((excluded(name) + [name]).compactMap { candidates.names.index(of: $0) })
    }
    let excludedCount = excludedRows.map(\.count).max() ?? 0
    // A row that is not finite is near no other row.
    let asked = rows.filter { isFinite(embedding[$0]) }
    let vectors = [Float](capacity: asked.count * embedding.dimensions) { vectors in
      for row in asked {
        let vector = embedding[row]
        for index in vector.indices { vectors.append(vector[index]) }
      }
    }
    var found = try search.neighbors(
      of: vectors, count: searchCount(count, excluding: max(1, excludedCount)))[...]
    return zip(rows, excludedRows).map { row, excluded in
      guard isFinite(embedding[row]), let neighbors = found.popFirst() else { return [] }
      return named(neighbors, excluding: excluded, count: count)
    }
  }

  /// Finds the names nearest to each of many names asynchronously; see the synchronous form.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - count: The number of names to find for each; at least 1.
  /// - Returns: For each name up to `count` names, nearest first.
  /// - Throws: What the synchronous form throws.
  public func neighbors(
    of names: [String], count: Int = 10
  ) async throws -> [[NamedNeighbor]] {
    try await awaited { try neighbors(of: names, count: count) }
  }

  /// Finds the names that are to `c` as `b` is to `a`, excluding these three.
  ///
  /// They are the names nearest to b − a + c ("3CosAdd" if the metric is the cosine).
  ///
  /// T. Mikolov, W. Yih, G. Zweig: Linguistic Regularities in Continuous Space Word
  /// Representations, NAACL-HLT 2013. The paper, like gensim's `most_similar`, first scales the
  /// three vectors to length 1; by default they are used as they are.
  ///
  /// - Parameters:
  ///   - a: The name that `b` is compared with.
  ///   - b: The name that relates to `a` as the answer relates to `c`.
  ///   - c: The name that the answer is compared with.
  ///   - unitLength: Whether to scale the three vectors to length 1 first.
  ///   - count: The number of names to find; at least 1.
  /// - Returns: Up to `count` names, nearest first.
  /// - Throws: `UnknownName` if the embedding lacks one of the names, and what the search throws.
  public func analogy(
    _ a: String, _ b: String, _ c: String, unitLength: Bool = false, count: Int = 10
  ) throws -> [NamedNeighbor] {
    let rows = [
      try embedding.names.place(of: a), try embedding.names.place(of: b),
      try embedding.names.place(of: c),
    ]
    let vectors = rows.map {
      unitLength ? unitVectors(embedding[$0], dimensions: embedding.dimensions) : copy(of: $0)
    }
    try OptionError.require(count >= 1, "count", count, "at least 1")
    let target = (0..<embedding.dimensions).map { vectors[1][$0] - vectors[0][$0] + vectors[2][$0] }
    guard isFinite(target.span) else { return [] }
    let found = try search.neighbors(
      of: target, count: searchCount(count, excluding: rows.count))
    let excluded = Set([a, b, c].compactMap { candidates.names.index(of: $0) })
    return named(found[0], excluding: excluded, count: count)
  }

  /// How near two names are to each other: a cosine, a dot product or a distance, depending on the
  /// metric.
  ///
  /// - Parameters:
  ///   - first: A name.
  ///   - second: Another name, or the same.
  /// - Returns: The score that `neighbors(of:count:)` gives; nil if it is not finite.
  /// - Throws: `UnknownName` if the embedding lacks one of the names.
  public func similarity(_ first: String, _ second: String) throws -> Float? {
    let row = try embedding.names.place(of: first)
    let other = try embedding.names.place(of: second)
    let pair = Embedding(
      names: NameList(count: 1), dimensions: embedding.dimensions, vectors: copy(of: other))
    guard isFinite(embedding[row]) else { return nil }
    return try ExactSearch(pair, metric: search.metric, threadCount: 1)
      .neighbors(of: copy(of: row), count: 1)[0].first?.score
  }

  /// How many rows to search for, so that `count` are left after excluding some.
  private func searchCount(_ count: Int, excluding excludedCount: Int) -> Int {
    min(count, candidates.count) + excludedCount
  }

  private func isFinite(_ vector: Span<Float>) -> Bool {
    vector.indices.allSatisfy { vector[$0].isFinite }
  }

  private func copy(of row: Int) -> [Float] {
    let vector = embedding[row]
    return vector.indices.map { vector[$0] }
  }

  private func named(
    _ neighbors: [Neighbor], excluding rows: Set<Int>, count: Int
  ) -> [NamedNeighbor] {
    neighbors.lazy.filter { !rows.contains($0.row) }.prefix(count)
      .map { NamedNeighbor(name: candidates.names[$0.row], score: $0.score) }
  }
}
