import EmbeddingTables
import Files
import Foundation
import Testing

@testable import NearestNeighbors

@Suite final class HNSWIndexFileTests {
  let path = FileManager.default.temporaryDirectory.appending(path: "amble-\(UUID()).hnsw").path
  let table = HNSWIndexTests.clusters(300, dimensions: 6)

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @Test(arguments: VectorMetric.allCases)
  func `an index that was written and read is the same`(metric: VectorMetric) throws {
    let options = HNSWOptions(linkCount: 5, constructionWidth: 33, seed: 1 << 63)
    var index = try HNSWIndex(table, metric: metric, options: options)
    index.searchWidth = 47
    try index.write(to: path)
    let read = try HNSWIndex(contentsOf: path, of: table, metric: metric)
    #expect(read.links == index.links && read.entry == index.entry)
    #expect(read.options == options && read.searchWidth == 47 && read.metric == metric)
  }

  @Test func `the index of no rows is written and read`() throws {
    let empty = embedding([], dimensions: 6)
    try HNSWIndex(empty).write(to: path)
    let read = try HNSWIndex(contentsOf: path, of: empty)
    #expect(try read.neighbors(of: [1, 2, 3, 4, 5, 6], count: 1) == [[]])
  }

  func expectRefusal(_ reason: String, of table: Embedding, metric: VectorMetric = .cosine) {
    #expect(throws: FileError(path: path, reason: reason)) {
      try HNSWIndex(contentsOf: path, of: table, metric: metric)
    }
  }

  @Test func `an index of other vectors or for another metric is refused`() throws {
    try HNSWIndex(table).write(to: path)
    let vectors = table.components
    var changed = vectors
    changed[1234] = changed[1234].nextUp
    let others = "is the index of other vectors; build it anew"
    expectRefusal(others, of: embedding(changed, dimensions: 6))
    expectRefusal(others, of: embedding(vectors, dimensions: 5))
    expectRefusal(others, of: embedding(vectors.dropLast(6), dimensions: 6))
    expectRefusal(
      "is an index for another metric than dot; build it anew", of: table, metric: .dot)
  }

  @Test func `what is no index is refused`() throws {
    for text in ["", "amblehn2", "0 1\n1 2\n" + String(repeating: "3 4\n", count: 100)] {
      try Data(text.utf8).write(to: URL(filePath: path))
      expectRefusal("is no index of vectors, which begins with 'amblehn2'", of: table)
    }
  }

  @Test func `a damaged index is refused or answers, but never fails otherwise`() throws {
    try HNSWIndex(table).write(to: path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    for length in stride(from: 72, to: bytes.count, by: 1571) {
      try bytes.prefix(length).write(to: URL(filePath: path))
      expectRefusal("is a damaged index", of: table)
    }
    let query = Array(table.components.prefix(6))
    // Every byte of the header, and some of the rest.
    for place in Array(0..<80) + Array(stride(from: 80, to: bytes.count, by: 131)) {
      for value: UInt8 in [0, 0x7f, 0xff] {
        var damaged = bytes
        damaged[place] = value
        try damaged.write(to: URL(filePath: path))
        guard let index = try? HNSWIndex(contentsOf: path, of: table) else { continue }
        #expect(try index.neighbors(of: query, count: 3)[0].allSatisfy { $0.row < 300 })
      }
    }
  }
}
