import Files
import Foundation
import Testing

/// Where an output goes: files with long names, links, pipes and devices.
@Suite struct OutputTargetTests {
  static let synchronize: @Sendable (Int32) -> Int32 = { _ in 0 }

  static func write(_ text: String, to path: String, hasName: Bool = false) throws {
    var file = try OutputFile(path, hasName: hasName, synchronize: synchronize)
    try file.write(text)
    try file.commit()
  }

  static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test(arguments: ["n", "ü"], [false, true])
  func `a name as long as file systems allow can be written and replaced`(
    letter: String, hasName: Bool
  ) throws {
    try FilesTests.withFolder { folder in
      let name = String(repeating: letter, count: 254 / letter.utf8.count) + "x"
      for text in ["old", "new"] {
        try Self.write(text, to: "\(folder)/\(name)", hasName: hasName)
        #expect(FilesTests.content(of: "\(folder)/\(name)") == text)
        #expect(try Self.files(in: folder) == [name])
      }
    }
  }

  @Test func `a name that is too long is refused before any work`() throws {
    try FilesTests.withFolder { folder in
      let path = "\(folder)/\(String(repeating: "n", count: 256))"
      let error = #expect(throws: FileError.self) { try OutputFile.requireWritable(path) }
      #expect(error?.reason == "cannot write: File name too long")
    }
  }

  @Test(arguments: ["", "new/"])
  func `a path that ends in a slash is no file`(path: String) throws {
    try FilesTests.withFolder { folder in
      #expect(throws: FileError.self) { try OutputFile.requireWritable("\(folder)/\(path)") }
    }
  }

  @Test(arguments: [false, true])
  func `names of unfinished files differ, and cannot be foreseen`(hasName: Bool) throws {
    try FilesTests.withFolder { folder in
      var first = try OutputFile("\(folder)/a", hasName: hasName, synchronize: Self.synchronize)
      var second = try OutputFile("\(folder)/a", hasName: hasName, synchronize: Self.synchronize)
      let unfinished = try Self.files(in: folder)
      #expect(unfinished.count == (hasName ? 2 : 0))
      #expect(unfinished.allSatisfy { $0.hasPrefix("a.part-") && $0.count == 23 })
      try first.write("first")
      try second.write("second")
      try second.commit()
      try first.commit()
      #expect(FilesTests.content(of: "\(folder)/a") == "first")
      #expect(try Self.files(in: folder) == ["a"])
    }
  }

  @Test func `a link to a missing file makes that file`() throws {
    try FilesTests.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/inner", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "inner/a")
      try Self.write("new", to: "\(folder)/link")
      #expect(FilesTests.content(of: "\(folder)/inner/a") == "new")
      let link = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link")
      #expect(link == "inner/a")
    }
  }

  @Test func `a named pipe is checked without opening it, written to, and stays one`() throws {
    try FilesTests.withFolder { folder in
      let path = "\(folder)/pipe"
      try #require(unsafe mkfifo(path, 0o600) == 0)
      // Were it opened, this would wait for a reader.
      try OutputFile.requireWritable(path)
      let reader = Process()
      reader.executableURL = URL(filePath: "/bin/cat")
      reader.arguments = [path]
      let output = Pipe()
      reader.standardOutput = output
      try reader.run()
      let text = String(repeating: "text ", count: 1000)
      try Self.write(text, to: path)
      #expect(
        String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == text)
      reader.waitUntilExit()
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
      #expect(type as? FileAttributeType != .typeRegular)
      #expect(try Self.files(in: folder) == ["pipe"])
      let error = #expect(throws: FileError.self) { _ = try ReplacementFile(for: path) }
      #expect(error?.reason == "is not a file that can be replaced")
    }
  }

  @Test func `a device is written to, and reports what it does not take`() throws {
    try OutputFile.requireWritable("/dev/full")
    try Self.write("text", to: "/dev/null")
    let error = #expect(throws: FileError.self) { try Self.write("text", to: "/dev/full") }
    #expect(error?.description == "/dev/full: cannot write: No space left on device")
  }

  @Test func `names of one file are told to be the same`() throws {
    try FilesTests.withFolder { folder in
      try Self.write("a", to: "\(folder)/a")
      try Self.write("a", to: "\(folder)/other")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/symbolic", withDestinationPath: "a")
      try FileManager.default.linkItem(atPath: "\(folder)/a", toPath: "\(folder)/hard")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/missing", withDestinationPath: "none")
      let a = try #require(FileIdentity("\(folder)/a"))
      for name in ["symbolic", "hard", "./a"] { #expect(FileIdentity("\(folder)/\(name)") == a) }
      for name in ["other", "none"] { #expect(FileIdentity("\(folder)/\(name)") != a) }
      #expect(FileIdentity("\(folder)/none") == FileIdentity("\(folder)/../\(base(folder))/none"))
      #expect(FileIdentity("\(folder)/none") == FileIdentity("\(folder)/missing"))
      #expect(FileIdentity("\(folder)/none") != FileIdentity("\(folder)/none2"))
      for path in ["/dev/null", folder, "\(folder)/no/such"] { #expect(FileIdentity(path) == nil) }
    }
  }

  private func base(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  @Test func `a path is seen to lead out of a folder`() throws {
    try FilesTests.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/inner/.hidden", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/inner/out", withDestinationPath: "/")
      let inner = "\(folder)/inner"
      for (path, isHidden) in [("a", false), (".hidden/a", true), (".a", true), ("./a", false)] {
        #expect(PathWithin(inner, "\(inner)/\(path)")?.isHidden == isHidden, "\(path)")
      }
      for path in ["../a", "out/a", "no/such/../../../a", "."] {
        #expect(PathWithin(inner, "\(inner)/\(path)") == nil, "\(path)")
      }
    }
  }
}
