internal import EmbeddingTables
internal import Names
internal import Parallel

/// Random vectors of various kinds, the same for the same seed.
enum SampleVectors: String, CaseIterable {
  /// Normally distributed in all dimensions: the hardest to search, and unlike any real table.
  case normal
  /// Around one center per hundred rows, with 0.7 times the spread of the centers.
  case clusters
  /// Normally distributed in sixteen directions, with a tenth as much noise in all others.
  case subspace

  /// Draws vectors.
  ///
  /// - Parameters:
  ///   - rowCount: The number of vectors.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed.
  /// - Returns: An embedding whose names are numbers.
  /// - Throws: `EmbeddingError` for a size of which no table can be made.
  func embedding(rowCount: Int, dimensions: Int, seed: UInt64) throws -> Embedding {
    switch self {
    case .normal:
      let noise = try EmbeddingTable(rowCount: rowCount, dimensions: dimensions, seed: seed)
      return Self.embedding(rowCount, dimensions) { row, column in noise[row][column] }
    case .clusters:
      return try Self.groups(
        max(1, rowCount / 100), rowCount: rowCount, dimensions: dimensions, seed: seed)
    case .subspace:
      let noise = try EmbeddingTable(rowCount: rowCount, dimensions: dimensions, seed: seed)
      let directions = try EmbeddingTable(rowCount: 16, dimensions: dimensions, seed: seed &+ 1)
      let places = try EmbeddingTable(rowCount: rowCount, dimensions: 16, seed: seed &+ 2)
      return Self.embedding(rowCount, dimensions) { row, column in
        var sum = 0.1 * noise[row][column]
        for direction in 0..<16 { sum += places[row][direction] * directions[direction][column] }
        return sum
      }
    }
  }

  /// Draws vectors around centers, with 0.7 times the spread of the centers.
  ///
  /// - Parameters:
  ///   - centerCount: The number of centers; row *i* belongs to center *i* modulo this.
  ///   - rowCount: The number of vectors.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed.
  /// - Returns: An embedding whose names are numbers.
  /// - Throws: `EmbeddingError` for a size of which no table can be made.
  static func groups(
    _ centerCount: Int, rowCount: Int, dimensions: Int, seed: UInt64
  ) throws -> Embedding {
    let noise = try EmbeddingTable(rowCount: rowCount, dimensions: dimensions, seed: seed)
    let centers = try EmbeddingTable(
      rowCount: centerCount, dimensions: dimensions, seed: seed &+ 1)
    return Self.embedding(rowCount, dimensions) { row, column in
      // Rows around the same center are far apart in the table.
      centers[row % centerCount][column] + 0.7 * noise[row][column]
    }
  }

  private static func embedding(
    _ rowCount: Int, _ dimensions: Int, _ component: (_ row: Int, _ column: Int) -> Float
  ) -> Embedding {
    let vectors = [Float](capacity: rowCount * dimensions) { vectors in
      for row in 0..<rowCount {
        for column in 0..<dimensions { vectors.append(component(row, column)) }
      }
    }
    return Embedding(names: NameList(count: rowCount), dimensions: dimensions, vectors: vectors)
  }
}

extension Embedding {
  /// The components of some rows, row after row.
  func components(ofRows rows: Range<Int>) -> [Float] {
    let part = vectors.extracting(rows.lowerBound * dimensions..<rows.upperBound * dimensions)
    return [Float](capacity: part.count) { components in
      for place in part.indices { components.append(part[place]) }
    }
  }
}
