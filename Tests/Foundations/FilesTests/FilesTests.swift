import Files
import Foundation
import Testing

@Suite struct FilesTests {
  /// A folder of the test's own, removed when the body is done.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "amble-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  static func content(of path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a committed file has what was written, and nothing is left beside it`() throws {
    try Self.withFolder { folder in
      var file = try OutputFile("\(folder)/a.txt")
      for line in 0..<100_000 { try file.write("\(line)\n") }
      try file.commit()
      #expect(try InputFile.read("\(folder)/a.txt") == (0..<100_000).flatMap { "\($0)\n".utf8 })
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
    }
  }

  @Test func `a file that is not committed leaves what was there`() throws {
    try Self.withFolder { folder in
      try "old".write(toFile: "\(folder)/a.txt", atomically: true, encoding: .utf8)
      do {
        var file = try OutputFile("\(folder)/a.txt")
        try file.write("new")
      }
      #expect(Self.content(of: "\(folder)/a.txt") == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
    }
  }

  @Test func `a symbolic link stays one`() throws {
    try Self.withFolder { folder in
      try "old".write(toFile: "\(folder)/a.txt", atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/a.txt")
      var file = try OutputFile("\(folder)/link")
      try file.write("new")
      try file.commit()
      #expect(Self.content(of: "\(folder)/a.txt") == "new")
      let link = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link")
      #expect(link == "\(folder)/a.txt")
    }
  }

  @Test(arguments: ["no-such-folder/a.txt", "."])
  func `a target that cannot be written is refused before any work`(name: String) throws {
    try Self.withFolder { folder in
      #expect(throws: FileError.self) {
        let file = try OutputFile("\(folder)/\(name)")
        try file.commit()
      }
    }
  }

  @Test func `a missing file is named with the system's reason`() {
    let error = #expect(throws: FileError.self) { try InputFile.read("/no/such/file") }
    #expect(error?.description == "/no/such/file: cannot open: No such file or directory")
  }

  @Test func `a folder is not read as a file`() {
    let error = #expect(throws: FileError.self) { try InputFile.read("/") }
    #expect(error?.description == "/: is a folder, not a file")
  }

  /// "hello\n" by gzip, twice: an archive of two members.
  static let member: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 203, 72, 205, 201, 201, 231, 2, 0, 32, 48, 58, 54, 6, 0, 0, 0,
  ]

  static func write(_ bytes: [UInt8], to path: String) throws {
    var file = try OutputFile(path)
    try file.write(bytes)
    try file.commit()
  }

  @Test(arguments: [1, 2, 3])
  func `a gzip archive is read member after member`(memberCount: Int) throws {
    try Self.withFolder { folder in
      let archive = Array(repeatElement(Self.member, count: memberCount).joined())
      try Self.write(archive, to: "\(folder)/a")
      let expected = Array(String(repeating: "hello\n", count: memberCount).utf8)
      #expect(try InputFile.read("\(folder)/a") == expected)
    }
  }

  @Test(arguments: [3, 12, 20, 25])
  func `a gzip archive that is cut short is refused`(length: Int) throws {
    try Self.withFolder { folder in
      try Self.write(Array(Self.member.prefix(length)), to: "\(folder)/a")
      let error = #expect(throws: FileError.self) { try InputFile.read("\(folder)/a") }
      #expect(error?.reason == "the gzip archive is cut short after \(length) bytes")
    }
  }

  @Test func `a damaged gzip archive is refused`() throws {
    try Self.withFolder { folder in
      var archive = Self.member
      archive[20] ^= 1
      try Self.write(archive, to: "\(folder)/a")
      let error = #expect(throws: FileError.self) { try InputFile.read("\(folder)/a") }
      #expect(error?.reason.hasPrefix("the gzip archive is damaged") == true)
    }
  }
}
