import EmbeddingFiles
import EmbeddingTables
import Foundation
import Testing

/// Archives whose arrays take little room in the file and much in memory.
@Suite struct ZipBombTests {
  @Test func `arrays that share a few bytes are refused before they are decompressed`() throws {
    let fixture = try #require(
      Bundle.module.url(forResource: "Fixtures/compressed", withExtension: "npz"))
    let archive = try Data(contentsOf: fixture)
    let end = try #require(archive.lastRange(of: Data([0x50, 0x4b, 0x05, 0x06]))).lowerBound
    let start = (0..<4).reduce(0) { $0 | Int(archive[end + 16 + $1]) << (8 * $1) }
    let next = try #require(
      archive[(start + 4)...].firstRange(of: Data([0x50, 0x4b, 0x01, 0x02]))
    ).lowerBound
    // One file a thousand times, of four gigabytes each as the directory says.
    var entry = archive[start..<next]
    entry.replaceSubrange(start + 24..<start + 28, with: [0xfe, 0xff, 0xff, 0xff])
    var bomb = archive[..<start]
    for _ in 0..<1000 { bomb += entry }
    var tail = archive[end...]
    tail.replaceSubrange(end + 8..<end + 12, with: [0xe8, 0x03, 0xe8, 0x03])
    bomb += tail
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).npz")
    try bomb.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: EmbeddingFileError.self) {
      try Embedding(contentsOf: file.path)
    }
    #expect(error?.reason.hasPrefix("the arrays decompress to more than ") == true)
  }
}
