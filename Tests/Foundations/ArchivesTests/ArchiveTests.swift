import Archives
import Testing

@Suite struct ArchiveTests {
  /// Ten million times the letter a, compressed with bzip2.
  static let letters: [UInt8] = [
    0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0xf9, 0x9e, 0x21, 0x51, 0x00, 0x4c,
    0x97, 0x81, 0x10, 0xa0, 0x00, 0x00, 0x08, 0x00, 0x08, 0x20, 0x00, 0x30, 0xcc, 0x05, 0x29, 0xa6,
    0xaa, 0x44, 0x51, 0xb0, 0x14, 0x45, 0x1e, 0x2e, 0xe4, 0x8a, 0x70, 0xa1, 0x21, 0xf3, 0x3c, 0x42,
    0xa2,
  ]

  @Test func `the content of a compressed file is read up to a limit`() throws {
    let archive = try Archive(Self.letters)
    #expect(archive.names.count == 1)
    let content = try archive.content(of: archive.names[0], limit: 10_000_000)
    #expect(content.count == 10_000_000)
    #expect(content.allSatisfy { $0 == UInt8(ascii: "a") })
    #expect(throws: Archive.Failure.self) {
      try archive.content(of: archive.names[0], limit: 9_999_999)
    }
  }

  @Test func `damaged bytes are an error`() {
    #expect(throws: Archive.Failure.self) {
      let archive = try Archive(Array(Self.letters.dropLast(9)))
      _ = try archive.content(of: archive.names[0], limit: 10_000_000)
    }
  }
}
