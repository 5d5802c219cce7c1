import EmbeddingTables
import Errors
import NearestNeighbors
import Testing

@Suite struct MistakesTests {
  let table = embedding([1, 2, 3, 4, 5, 6], dimensions: 2)

  func expectOptionError(
    _ option: String, _ value: Int, _ accepted: String, _ body: () throws -> Void
  ) {
    #expect(
      throws: OptionError(option: option, value: "\(value)", accepted: accepted), performing: body)
  }

  @Test(arguments: [0, -1, .min])
  func `no threads are an error of the option`(threadCount: Int) {
    expectOptionError("threadCount", threadCount, "at least 1") {
      _ = try ExactSearch(table, threadCount: threadCount)
    }
    expectOptionError("threadCount", threadCount, "at least 1") {
      _ = try HNSWIndex(table, threadCount: threadCount)
    }
    expectOptionError("threadCount", threadCount, "at least 1") {
      _ = try NamedQueries(table, threadCount: threadCount)
    }
    expectOptionError("threadCount", threadCount, "at least 1") {
      _ = try HNSWIndex(contentsOf: "none", of: table, threadCount: threadCount)
    }
  }

  @Test func `options of an index out of their ranges are named`() {
    for linkCount in [.min, 1, 10_001, .max] {
      expectOptionError("linkCount", linkCount, "from 2 to 10000") {
        _ = try HNSWIndex(table, options: HNSWOptions(linkCount: linkCount))
      }
    }
    for width in [.min, 0, .max] {
      expectOptionError("constructionWidth", width, "from 1 to 2147483648") {
        _ = try HNSWIndex(table, options: HNSWOptions(constructionWidth: width))
      }
    }
  }

  var searches: [any NeighborSearch] {
    get throws { [try ExactSearch(table), try HNSWIndex(table)] }
  }

  @Test(arguments: [0, -1, .min])
  func `no neighbors cannot be asked for`(count: Int) throws {
    for search in try searches {
      expectOptionError("count", count, "at least 1") {
        _ = try search.neighbors(of: [1, 2], count: count)
      }
      let queries = try NamedQueries(table, search: search)
      expectOptionError("count", count, "at least 1") {
        _ = try queries.neighbors(of: "0", count: count)
      }
      expectOptionError("count", count, "at least 1") {
        _ = try queries.analogy("0", "1", "2", count: count)
      }
    }
    let index = try HNSWIndex(table)
    expectOptionError("count", count, "at least 1") { _ = try index.recall(count: count) }
    expectOptionError("sampleSize", count, "at least 1") {
      _ = try index.recall(sampleSize: count)
    }
  }

  @Test func `more neighbors than there are rows are all rows`() throws {
    for search in try searches {
      #expect(try search.neighbors(of: [1, 2], count: .max)[0].count == 3)
      let queries = try NamedQueries(table, search: search)
      #expect(try queries.neighbors(of: "0", count: .max).count == 2)
      #expect(try queries.analogy("0", "1", "2", count: .max).isEmpty)
    }
    #expect(try HNSWIndex(table).recall(count: .max) == 1)
  }

  @Test func `queries that are not whole, finite vectors are refused`() throws {
    for search in try searches {
      #expect(throws: NeighborSearchError.partialVector(numberCount: 3, dimensions: 2)) {
        try search.neighbors(of: [1, 2, 3], count: 1)
      }
      for value in [Float.nan, .infinity, -.infinity] {
        #expect(throws: NeighborSearchError.notFinite(query: 1, component: 0)) {
          try search.neighbors(of: [1, 2, value, 4], count: 1)
        }
      }
    }
    #expect(
      NeighborSearchError.notFinite(query: 1, component: 0).description
        == "component 0 of query 1 is infinite or not a number")
  }

  @Test func `queries by name need the search of their embedding`() throws {
    let other = try ExactSearch(embedding([1, 2, 3], dimensions: 1))
    let error = #expect(throws: NeighborSearchError.self) {
      try NamedQueries(table, search: other)
    }
    #expect(
      error?.description
        == "the search is one of 3 rows of 1 components, but the embedding has 3 of 2")
  }

  @Test func `a search width of any number can be searched with and stored`() throws {
    var index = try HNSWIndex(table)
    for width in [.min, 0, .max] {
      index.searchWidth = width
      #expect(try index.neighbors(of: [1, 2], count: 1)[0].count == 1)
    }
  }
}
