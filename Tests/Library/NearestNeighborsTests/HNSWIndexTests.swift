import EmbeddingTables
import Names
import Testing

@testable import NearestNeighbors

@Suite struct HNSWIndexTests {
  /// Vectors around 50 centers.
  static func clusters(_ count: Int, dimensions: Int, seed: UInt64 = 1) -> Embedding {
    var random = RandomVectors(seed: seed)
    let centers = random.numbers(50 * dimensions)
    var vectors: [Float] = []
    for row in 0..<count {
      for place in 0..<dimensions {
        vectors.append(centers[row * 7919 % 50 * dimensions + place] + 0.4 * random.number())
      }
    }
    return embedding(vectors, dimensions: dimensions)
  }

  @Test(arguments: VectorMetric.allCases)
  func `nearly all of the nearest rows are found`(metric: VectorMetric) throws {
    let table = Self.clusters(3000, dimensions: 24)
    let index = try HNSWIndex(table, metric: metric)
    let vectors = Self.clusters(100, dimensions: 24, seed: 2).components
    let exact = try ExactSearch(table, metric: metric).neighbors(of: vectors, count: 10)
    let answers = try index.neighbors(of: vectors, count: 10)
    var found = 0
    var largestDifference: Float = 0
    for (answer, exact) in zip(answers, exact) {
      found += Set(answer.map(\.row)).intersection(exact.map(\.row)).count
      for neighbor in answer {
        if let same = exact.first(where: { $0.row == neighbor.row }) {
          largestDifference = max(largestDifference, abs(same.score - neighbor.score))
        }
      }
    }
    #expect(largestDifference < 1e-5)
    #expect(answers.allSatisfy { $0.count == 10 })
    #expect(
      answers.allSatisfy { answer in
        zip(answer, answer.dropFirst()).allSatisfy {
          metric.isDistance ? $0.score <= $1.score : $0.score >= $1.score
        }
      })
    // The largest dot products are harder to find: 958 when this was written.
    #expect(found >= (metric == .dot ? 940 : 970))
  }

  @Test func `a search as wide as the table finds exactly the nearest`() throws {
    let table = Self.clusters(500, dimensions: 8)
    var index = try HNSWIndex(table, metric: .euclidean)
    index.searchWidth = 500
    #expect(try index.recall(count: 10, sampleSize: 100) == 1)
  }

  @Test func `index and answers are the same for every number of threads`() throws {
    let table = Self.clusters(2000, dimensions: 16)
    let expected = try HNSWIndex(table, threadCount: 1)
    let queries = Array(table.components.prefix(40 * 16))
    for threadCount in [2, 5] {
      let index = try HNSWIndex(table, threadCount: threadCount)
      #expect(index.links == expected.links && index.entry == expected.entry)
      #expect(
        try index.neighbors(of: queries, count: 5) == expected.neighbors(of: queries, count: 5))
    }
    #expect(try HNSWIndex(table, options: HNSWOptions(seed: 2)).links != expected.links)
  }

  @Test func `links are as many as allowed and lead to rows of their layer`() throws {
    let index = try HNSWIndex(
      Self.clusters(2000, dimensions: 4), options: HNSWOptions(linkCount: 5, constructionWidth: 20))
    let links = index.links
    #expect(links.areSound)
    let levels = links.levels
    #expect(levels.max().map { $0 >= 2 } == true)
    // A fifth of 2,000 rows is on layer 1: 400, with a standard deviation of 18.
    #expect((310...490).contains(levels.count { $0 >= 1 }))
    let faulty = (0..<UInt32(2000)).filter { row in
      (0...Int(levels[Int(row)])).contains { layer in
        let targets = links.links(of: row, layer: layer)
        return targets.contains(row) || Set(targets).count < targets.count
          || layer == 0 && targets.isEmpty
      }
    }
    #expect(faulty.isEmpty)
  }

  @Test func `a search widens until it finds enough`() throws {
    var random = RandomVectors(seed: 4)
    var index = try HNSWIndex(
      embedding(random.numbers(3000 * 32), dimensions: 32),
      options: HNSWOptions(linkCount: 6, constructionWidth: 30))
    let narrow = try index.widen(toRecall: 0)
    #expect(index.searchWidth == 16 && narrow < 0.9)
    let wide = try index.widen(toRecall: 0.95)
    #expect(wide >= 0.95 && index.searchWidth > 16)
    #expect(try index.recall() == wide)
    index.searchWidth /= 2
    #expect(try index.recall() < 0.95)
  }

  @Test func `more neighbors may be asked for than a search is wide`() throws {
    let index = try HNSWIndex(Self.clusters(300, dimensions: 4))
    let first = Array(index.embedding.components.prefix(4))
    let answer = try index.neighbors(of: first, count: 1000)[0]
    #expect(answer.count == 300 && answer[0].row == 0)
  }

  @Test(arguments: VectorMetric.allCases)
  func `rows that are no finite numbers are left out`(metric: VectorMetric) throws {
    var random = RandomVectors(seed: 5)
    var vectors = random.numbers(200 * 3)
    for row in stride(from: 0, to: 200, by: 3) { vectors[row * 3 + row % 3] = .nan }
    for row in stride(from: 1, to: 200, by: 3) { vectors[row * 3] = .infinity }
    let index = try HNSWIndex(embedding(vectors, dimensions: 3), metric: metric)
    let rows = try index.neighbors(of: [0.1, 0.2, 0.3], count: 200)[0].map(\.row)
    #expect(rows.sorted() == Array(stride(from: 2, to: 200, by: 3)))
  }

  @Test func `equal rows and rows of zeros are found`() throws {
    let same = try HNSWIndex(embedding([Float](repeating: 1, count: 100 * 2), dimensions: 2))
    #expect(try same.neighbors(of: [1, 1], count: 5)[0].count == 5)
    let zeros = try HNSWIndex(embedding([Float](repeating: 0, count: 100 * 2), dimensions: 2))
    #expect(try zeros.neighbors(of: [1, 1], count: 5)[0].map(\.score) == [0, 0, 0, 0, 0])
  }

  @Test func `tables without rows, with one and with two are searched`() throws {
    let empty = try HNSWIndex(embedding([], dimensions: 2))
    #expect(try empty.neighbors(of: [1, 2], count: 3) == [[]] && empty.recall() == 1)
    let one = try HNSWIndex(embedding([1, 2], dimensions: 2), metric: .dot)
    #expect(try one.neighbors(of: [1, 1], count: 3) == [[Neighbor(row: 0, score: 3)]])
    let two = try HNSWIndex(embedding([1, 2, 2, 2], dimensions: 2), metric: .dot)
    #expect(try two.neighbors(of: [1, 1], count: 3)[0].map(\.row) == [1, 0])
  }
}
