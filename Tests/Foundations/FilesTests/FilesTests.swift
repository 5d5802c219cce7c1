import Foundation
import Synchronization
import Testing
import Text

@testable import Files

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

  @Test(arguments: [[0xff], [0x61, 0xe3, 0x81], [0xf4, 0x8f, 0xbf, 0xbf]] as [[UInt8]])
  func `the name of a file need not be UTF-8`(name: [UInt8]) throws {
    try Self.withFolder { folder in
      let path = "\(folder)/" + RawText.text(of: name)
      #expect(!InputFile.exists(path))
      for text in ["old", "new"] {
        var file = try OutputFile(path)
        try file.write(text)
        try file.commit()
      }
      #expect(InputFile.exists(path))
      #expect(try InputFile.read(path) == Array("new".utf8))
      #expect(try FileBytes(mapping: path).count == 3)
    }
  }

  @Test func `an archive that grows beyond its limit is refused`() throws {
    try Self.withFolder { folder in
      let path = "\(folder)/a.gz"
      var file = try OutputFile(path)
      for _ in 0..<64 { try file.write([UInt8](repeating: 0, count: 1 << 16)) }
      try file.commit()
      #expect(try InputFile.read(path).count == 1 << 22)
      let archive = Array(try Data(contentsOf: URL(filePath: path)))
      #expect(archive.count < 1 << 14)
      #expect(try Gzip.decompress(archive, path: path, limit: 1 << 22).count == 1 << 22)
      #expect(throws: FileError.self) {
        try Gzip.decompress(archive, path: path, limit: (1 << 22) - 1)
      }
    }
  }

  @Test func `the path in a message neither controls a terminal nor leaves its line`() {
    let error = FileError(path: "a\u{1b}[2J\nb", reason: "is bad")
    #expect(error.description == "a\\u{1b}[2J\\nb: is bad")
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

  /// What the folder holds whenever bytes are to be brought to the disk.
  final class Disk: Sendable {
    private let log = Mutex<[[String: String]]>([])
    let folder: String
    /// What the disk answers.
    let answer: Int32

    init(_ folder: String, answer: Int32) {
      self.folder = folder
      self.answer = answer
    }

    var contents: [[String: String]] { log.withLock(\.self) }

    @Sendable func synchronize(_ descriptor: Int32) -> Int32 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let texts = names.map { ($0, FilesTests.content(of: "\(folder)/\($0)") ?? "") }
      log.withLock { $0.append(Dictionary(uniqueKeysWithValues: texts)) }
      return answer
    }
  }

  @Test(arguments: [0, -1] as [Int32], [false, true])
  func `a file takes its target's place only when all of its bytes are on the disk`(
    answer: Int32, hasName: Bool
  ) throws {
    try Self.withFolder { folder in
      let disk = Disk(folder, answer: answer)
      try "old".write(toFile: "\(folder)/a.txt", atomically: true, encoding: .utf8)
      func write() throws {
        var file = try OutputFile(
          "\(folder)/a.txt", hasName: hasName, synchronize: disk.synchronize)
        try file.write("new")
        try file.commit()
      }
      if answer == 0 { try write() } else { #expect(throws: FileError.self) { try write() } }
      try Self.expect(disk, hasName: hasName, name: "a.txt")
    }
  }

  @Test(arguments: [0, -1] as [Int32], [false, true])
  func `what another library wrote takes its target's place only when it is on the disk`(
    answer: Int32, hasName: Bool
  ) throws {
    try Self.withFolder { folder in
      let disk = Disk(folder, answer: answer)
      try "old".write(toFile: "\(folder)/a.db", atomically: true, encoding: .utf8)
      func write() throws {
        let replacement = try ReplacementFile(
          for: "\(folder)/a.db", hasName: hasName, synchronize: disk.synchronize)
        try Self.write("new", to: replacement.descriptor)
        try replacement.commit()
      }
      if answer == 0 { try write() } else { #expect(throws: FileError.self) { try write() } }
      try Self.expect(disk, hasName: hasName, name: "a.db")
    }
  }

  /// Checks that the bytes were brought to the disk, then the name, and that nothing is left.
  private static func expect(_ disk: Disk, hasName: Bool, name: String) throws {
    let texts = disk.contents.map { $0[name] }
    #expect(texts == (disk.answer == 0 ? ["old", "new"] : ["old"]))
    // Without a name, the new file cannot be seen.
    #expect(disk.contents.first?.values.sorted() == (hasName ? ["new", "old"] : ["old"]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder) == [name])
    #expect(content(of: "\(disk.folder)/\(name)") == (disk.answer == 0 ? "new" : "old"))
  }

  static func write(_ text: String, to descriptor: Int32) throws {
    try FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8))
  }

  @Test func `a replaced file keeps its permissions`() throws {
    try Self.withFolder { folder in
      try "old".write(toFile: "\(folder)/a.txt", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: "\(folder)/a.txt")
      var file = try OutputFile("\(folder)/a.txt")
      try file.write("new")
      try file.commit()
      let replacement = try ReplacementFile(for: "\(folder)/a.txt")
      try Self.write("newer", to: replacement.descriptor)
      try replacement.commit()
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.txt")
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(Self.content(of: "\(folder)/a.txt") == "newer")
    }
  }

  @Test func `large pieces do not overtake small ones`() throws {
    try Self.withFolder { folder in
      let large = [UInt8](repeating: UInt8(ascii: "b"), count: 1 << 18)
      var file = try OutputFile("\(folder)/a.txt")
      try file.write("a")
      try file.write(large)
      try file.write("c")
      try file.commit()
      let expected = [UInt8(ascii: "a")] + large + [UInt8(ascii: "c")]
      let isInOrder = try InputFile.read("\(folder)/a.txt") == expected
      #expect(isInOrder)
    }
  }

  @Test func `a folder is refused as what it is`() throws {
    try Self.withFolder { folder in
      let error = #expect(throws: FileError.self) { try OutputFile.requireWritable(folder) }
      #expect(error?.description == "\(folder): is a folder, not a file")
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

  @Test func `standard output that takes nothing is named as output`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let error = #expect(throws: FileError.self) {
      var file = try OutputFile("-", standardOutput: full.fileDescriptor)
      try file.write("text")
      try file.commit()
    }
    #expect(error?.description == "standard output: cannot write: No space left on device")
  }

  @Test func `an error names the end of the pipe that failed`() {
    #expect(FileError(path: "-", reason: "is bad").description == "standard input: is bad")
    #expect(
      FileError(path: "-", use: .output, reason: "is bad").description == "standard output: is bad")
    #expect(FileError(path: "a", use: .output, reason: "is bad").description == "a: is bad")
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
