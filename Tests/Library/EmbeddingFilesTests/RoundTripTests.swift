import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

@Suite struct RoundTripTests {
  static let writable = EmbeddingFormat.allCases.filter(\.isWritable)

  @Test(arguments: writable, [1, 2, 5])
  func `every number comes back with the same bits, for every number of threads`(
    format: EmbeddingFormat, threadCount: Int
  ) throws {
    let names = (0..<3000).map { "n\($0 * 7919 % 3000)" }
    let embedding = try Samples.embedding(
      names, dimensions: 37, Samples.numbers(3000 * 37, seed: UInt64(threadCount)))
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path, threadCount: threadCount)
      let read = try Embedding(contentsOf: path, threadCount: threadCount)
      #expect(read.names == embedding.names)
      #expect(read.dimensions == 37)
      #expect(Samples.bits(read) == Samples.bits(embedding))

      let other = "\(folder)/b.\(format.fileExtensions[0])"
      try embedding.write(to: other, threadCount: 3)
      #expect(FileManager.default.contentsEqual(atPath: path, andPath: other))
    }
  }

  @Test(arguments: writable, [(0, 1), (0, 4), (1, 1), (2, 1), (1, 300)])
  func `tables of any shape come back`(format: EmbeddingFormat, shape: (Int, Int)) throws {
    let (count, dimensions) = shape
    let embedding = try Samples.embedding(
      (0..<count).map { "node\($0)" }, dimensions: dimensions,
      (0..<count * dimensions).map { Float($0) / 3 })
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0])"
      try embedding.write(to: path, format: format)
      // What is written without vectors is not read: no one means it.
      guard count > 0 else {
        #expect(throws: EmbeddingFileError.self) { try Embedding(contentsOf: path, format: format) }
        return
      }
      let read = try Embedding(contentsOf: path, format: format)
      #expect(read.names == embedding.names)
      #expect(read.dimensions == dimensions)
      #expect(Samples.bits(read) == Samples.bits(embedding))
    }
  }

  @Test(arguments: writable.filter { $0 != .sqlite })
  func `an archive by gzip is written and read like the file itself`(format: EmbeddingFormat) throws
  {
    let embedding = try Samples.embedding(
      (0..<5000).map { "n\($0)" }, dimensions: 20, Samples.numbers(100_000, seed: 4))
    try Samples.withFolder { folder in
      let path = "\(folder)/a.\(format.fileExtensions[0]).gz"
      try embedding.write(to: path)
      let archive = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(archive.starts(with: [0x1f, 0x8b]))
      let read = try Embedding(contentsOf: path)
      #expect(read.names == embedding.names)
      #expect(Samples.bits(read) == Samples.bits(embedding))
    }
  }
}
