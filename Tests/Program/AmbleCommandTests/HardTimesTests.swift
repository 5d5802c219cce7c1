import Foundation
import RepositoryFiles
import Testing

/// Runs on machines that have too little of something, and whose files change meanwhile.
@Suite struct HardTimesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file that cannot fit in memory is refused before it is read`() throws {
    let path = try folder.file("big.edges", String(repeating: "1 2\n", count: 20_000))
    let file = try #require(FileHandle(forWritingAtPath: path))
    // Sparse: four tebibytes that take no room.
    try file.truncate(atOffset: 4 << 40)
    let run = try Transcript("embed", path, "-o", folder / "a.emb")
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("amble: reading \(path) takes "), "\(run.errors)")
    #expect(run.errors.hasSuffix(" MiB; --force goes on in spite of that\n"), "\(run.errors)")
    #expect(folder.files == ["big.edges"])
  }

  #if os(Linux)
    @Test(arguments: [1, 2, 16])
    func `a run takes no more memory than it says`(threadCount: Int) throws {
      // A ring with chords. A copy of the table would be 32 MiB.
      let count = 65536
      let edges = try folder.file(
        "ring.edges",
        (0..<count).map { "\($0) \(($0 + 1) % count)\n\($0) \($0 * 17 % count)\n" }.joined())
      let run = try ChildProgram([
        "embed", edges, "-o", folder / "a.npy", "--walks-per-node", "1", "--walk-length", "5",
        "--threads", "\(threadCount)",
      ])
      #expect(run.wait() == 0)
      let lines = try run.texts.errors.split(separator: "\n")
      /// The number before `MiB` in the line that begins with a word.
      func mebibytes(_ word: String) throws -> Double {
        let words = try #require(lines.first { $0.hasPrefix(word) }).split(separator: " ")
        let place = try #require(words.firstIndex { $0.hasPrefix("MiB") })
        return try #require(Double(words[place - 1]))
      }
      let (stated, peak) = (try mebibytes("memory"), try mebibytes("wrote"))
      #expect(stated > 64)
      #expect(peak <= 1.05 * stated)
      #expect(stated <= 1.5 * peak)
    }

    @Test func `training that cannot fit in the address space is refused, unless forced`() throws {
      let ring = (0..<3000).map { "\($0) \(($0 + 1) % 3000)\n" }.joined()
      let edges = try folder.file("ring.edges", ring)
      let words = [
        "embed", edges, "-d", "65536", "--walks-per-node", "1", "-o", folder / "a.npy",
        "--threads", "1", "--quiet",
      ]
      // The tables take 1.5 GiB.
      let limited = #"ulimit -v 1500000; exec "$@""#
      let run = try ChildProgram(words, shell: limited)
      #expect(run.wait() == 1)
      let errors = try run.texts.errors
      #expect(errors.hasPrefix("amble: training takes 1,"), "\(errors)")
      #expect(
        errors.contains(" MiB, and the limit of the address space leaves ")
          && errors.hasSuffix(" MiB; --force goes on in spite of that\n"), "\(errors)")
      let forced = try ChildProgram(words + ["--force"], shell: limited)
      #expect(forced.wait() == 1)
      #expect(
        try forced.texts.errors
          == "amble: there is no memory for a table of 3000 rows of 65536 components\n")
      #expect(folder.files == ["ring.edges"])
    }

    @Test func `a mapped file that is cut short ends the program with a message`() throws {
      // The names come from a pipe, which waits until the numbers are mapped.
      let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1024, 1024), }"
      var bytes = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0])
      bytes += Data(header.utf8) + Data(repeating: 0x20, count: 117 - header.utf8.count) + [0x0a]
      bytes += Data(repeating: 1, count: 4 << 20)
      try bytes.write(to: URL(filePath: folder / "a.npy"))
      #expect(unsafe mkfifo(folder / "a.nodes.txt", 0o600) == 0)
      let run = try ChildProgram(
        ["convert", folder / "a.npy", folder / "a.emb", "--quiet"],
        shell: #"""
          "$@" & exec 3> "\#(folder / "a.nodes.txt")"
          truncate --size 8192 "\#(folder / "a.npy")"
          seq 1024 >&3; exec 3>&-; wait $!
          """#)
      #expect(run.wait() == 1)
      #expect(
        try run.texts.errors == "amble: \(folder / "a.npy"): was cut short while it was read\n")
      #expect(folder.files == ["a.nodes.txt", "a.npy"])
    }
  #endif

  @Test func `an output larger than files may be is an error and leaves nothing`() throws {
    let words = ["embed", SignalTests.graph, "-o", folder / "a.emb", "-d", "64", "--quiet"]
    let run = try ChildProgram(words, shell: #"ulimit -f 4; exec "$@""#)
    #expect(run.wait() == 1)
    #expect(try run.texts.errors.hasPrefix("amble: \(folder / "a.emb"): cannot write: "))
    #expect(folder.files.isEmpty)
  }

  @Test func `a folder that disappears during a run is an error`() throws {
    let inner = folder / "inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    let run = try ChildProgram(
      ["embed", SignalTests.graph, "-o", "\(inner)/a.emb", "--log", folder / "log"]
        + SignalTests.long)
    while run.isRunning && !FileManager.default.fileExists(atPath: folder / "log") { usleep(1000) }
    try FileManager.default.removeItem(atPath: inner)
    #expect(run.wait() == 1)
    #expect(
      try run.texts.errors == "amble: \(inner)/a.emb: cannot write: No such file or directory\n")
    #expect(folder.files == ["log"])
  }

  @Test func `a log named - goes to standard output`() throws {
    let run = try ChildProgram(
      ["embed", SignalTests.graph, "-o", folder / "a.emb", "--log", "-", "--quiet"],
      shell: #"cd "\#(folder.path)"; exec "$@""#)
    #expect(run.wait() == 0)
    let lines = try run.texts.output.split(separator: "\n")
    #expect(lines.count == 60)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"episode\":") })
    #expect(folder.files == ["a.emb"])
  }
}
