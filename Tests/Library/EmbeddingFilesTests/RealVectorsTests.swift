import EmbeddingFiles
import EmbeddingTables
import Foundation
import RepositoryFiles
import Testing

/// Vectors that others trained, where the folder of data is there.
@Suite struct RealVectorsTests {
  static let folder = RepositoryFiles.data.map { "\($0)/vectors" }

  @Test(
    .enabled(if: folder != nil, "there is no folder of data"),
    arguments: [
      ("glove.6B.100d.171words.txt", 171, 100), ("glove.6B.100d.top100.txt.gz", 100, 100),
      ("glove.50d.76words.txt", 76, 50), ("googlenews.300d.top1000.w2v.txt.gz", 1000, 300),
      ("word2vec.cbow.300d.20words.txt", 20, 300), ("fasttext.lee.10d.vec", 1762, 10),
      ("fasttext.crime-and-punishment.5d.vec", 291, 5),
    ])
  func `files of the world are read`(file: String, count: Int, dimensions: Int) throws {
    let folder = try #require(Self.folder)
    let embedding = try Embedding(contentsOf: "\(folder)/\(file)")
    #expect(embedding.count == count)
    #expect(embedding.dimensions == dimensions)
  }
}
