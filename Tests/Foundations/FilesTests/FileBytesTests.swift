import Files
import Foundation
import Testing

@Suite struct FileBytesTests {
  static func bytes(_ file: FileBytes) -> [UInt8] { file.span.indices.map { file.span[$0] } }

  @Test func `a regular file is mapped, an empty or compressed one is read`() throws {
    try FilesTests.withFolder { folder in
      try FilesTests.write([1, 2, 3], to: "\(folder)/a")
      try FilesTests.write([], to: "\(folder)/empty")
      try FilesTests.write(FilesTests.member, to: "\(folder)/b")
      let mapped = try FileBytes(mapping: "\(folder)/a")
      #expect(mapped.isMapped)
      #expect(Self.bytes(mapped) == [1, 2, 3])
      let empty = try FileBytes(mapping: "\(folder)/empty")
      #expect(!empty.isMapped)
      #expect(empty.count == 0)
      let archive = try FileBytes(mapping: "\(folder)/b")
      #expect(!archive.isMapped)
      #expect(Self.bytes(archive) == Array("hello\n".utf8))
    }
  }

  @Test func `bytes stay when the file is removed`() throws {
    try FilesTests.withFolder { folder in
      try FilesTests.write([4, 5], to: "\(folder)/a")
      let mapped = try FileBytes(mapping: "\(folder)/a")
      try FileManager.default.removeItem(atPath: "\(folder)/a")
      #expect(Self.bytes(mapped) == [4, 5])
    }
  }

  @Test(arguments: [
    ("/no/such/file", "cannot open: No such file or directory"), ("/", "is a folder, not a file"),
  ])
  func `what cannot be read is refused`(path: String, reason: String) {
    let error = #expect(throws: FileError.self) { try FileBytes(mapping: path) }
    #expect(error == FileError(path: path, reason: reason))
  }

  @Test(arguments: [0, 1, 1000, 300_000, 2_000_000])
  func `what is written to a name that ends in gz is an archive of it`(count: Int) throws {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    try FilesTests.withFolder { folder in
      var file = try OutputFile("\(folder)/a.gz")
      // Pieces of all sizes, those that are buffered and those that are not.
      var start = 0
      while start < count {
        let end = min(count, start + 1 + start / 2)
        try file.write(Array(content[start..<end]))
        start = end
      }
      try file.commit()
      let archive = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.gz"))
      #expect(archive.starts(with: [0x1f, 0x8b]))
      #expect(try InputFile.read("\(folder)/a.gz") == content)
    }
  }

  @Test func `files that belong together are prepared, then committed`() throws {
    try FilesTests.withFolder { folder in
      var file = try OutputFile("\(folder)/a")
      try file.write("new")
      try file.prepareToCommit()
      #expect(FilesTests.content(of: "\(folder)/a") == nil)
      try file.commit()
      #expect(FilesTests.content(of: "\(folder)/a") == "new")
    }
  }

  @Test func `a file of another library takes its target's place when it is complete`() throws {
    try FilesTests.withFolder { folder in
      try FilesTests.write(Array("old".utf8), to: "\(folder)/a")
      do {
        let abandoned = try ReplacementFile(for: "\(folder)/a")
        try FilesTests.write("x", to: abandoned.descriptor)
      }
      #expect(FilesTests.content(of: "\(folder)/a") == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
      let replacement = try ReplacementFile(for: "\(folder)/a")
      try FilesTests.write("new", to: replacement.descriptor)
      try replacement.commit()
      #expect(FilesTests.content(of: "\(folder)/a") == "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  @Test func `a folder is not replaced`() throws {
    try FilesTests.withFolder { folder in
      #expect(throws: FileError.self) {
        let replacement = try ReplacementFile(for: folder)
        try replacement.commit()
      }
    }
  }

  @Test func `the check sum is that of zip, and can be continued`() {
    let bytes = Array("123456789".utf8)
    #expect(Deflate.checksum(bytes.span) == 0xcbf4_3926)
    let first = Deflate.checksum(bytes.span.extracting(first: 4))
    #expect(Deflate.checksum(bytes.span.extracting(4..<9), after: first) == 0xcbf4_3926)
  }

  @Test func `deflated bytes are decompressed to the size that they have, and to no other`() {
    // "hello\n" by gzip without the header and the check sum of the archive.
    let bytes = Array(FilesTests.member[10..<18])
    #expect(Deflate.decompress(bytes.span, size: 6) == Array("hello\n".utf8))
    for size in [0, 5, 7, 1 << 40] { #expect(Deflate.decompress(bytes.span, size: size) == nil) }
  }
}
