import EmbeddingFiles
import EmbeddingTables
import Foundation
import Names
import Testing

@Suite struct MappedTests {
  @Test func `a table of 4 GB answers for a row without being loaded`() throws {
    let rowCount = 8_388_608
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rowCount), 128), }"
    var bytes = Data([0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0])
    bytes += Data((header + String(repeating: " ", count: 117 - header.count) + "\n").utf8)
    try Samples.withFolder { folder in
      let path = "\(folder)/a.npy"
      try bytes.write(to: URL(fileURLWithPath: path))
      // The file has a hole where nothing was written, so that it takes no room on the disk.
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try file.truncate(atOffset: UInt64(128 + rowCount * 512))
      try file.seek(toOffset: UInt64(128 + 7_000_000 * 512))
      let vector: [Float] = (0..<128).map { Float($0) }
      try file.write(contentsOf: unsafe vector.withUnsafeBytes { unsafe Data($0) })
      try file.close()

      let before = Self.residentBytes
      let embedding = try Embedding(contentsOf: path)
      #expect(embedding.isMapped)
      #expect(embedding.count == rowCount)
      #expect(embedding.vector(named: "7000000") == vector)
      #expect(embedding.vector(named: "0")?.allSatisfy { $0 == 0 } == true)
      #expect(Self.residentBytes - before < 50_000_000)
    }
  }

  /// The memory that the process holds; 0 where the system does not tell.
  static var residentBytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? "0 0"
    return (Int(status.split(separator: " ")[1]) ?? 0) * 4096
  }

  @Test(arguments: 0..<9)
  func `tensors are read wherever they start, aligned or not`(padding: Int) throws {
    let names = ["a", "b", "c"]
    let vectors: [Float] = [1, -2, 3.5, .leastNonzeroMagnitude, 5, -0.0]
    var text =
      #"{"x":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]}}"#
      + String(repeating: " ", count: padding)
    try Samples.withFolder { folder in
      let path = "\(folder)/a.safetensors"
      var bytes = Data()
      var length = UInt64(text.utf8.count).littleEndian
      bytes += unsafe Data(bytes: &length, count: 8)
      bytes += Data(text.utf8)
      text = ""
      for value in vectors {
        var bits = value.bitPattern.littleEndian
        bytes += unsafe Data(bytes: &bits, count: 4)
      }
      try bytes.write(to: URL(fileURLWithPath: path))
      try Samples.write(names.joined(separator: "\n"), to: "\(folder)/names.txt")
      let embedding = try Embedding(
        contentsOf: path, selection: EmbeddingSelection(vocabulary: "\(folder)/names.txt"))
      #expect(Samples.bits(embedding) == vectors.map(\.bitPattern))
      #expect(Array(embedding.names) == names)
      #expect(embedding.isMapped == ((8 + 57 + padding) % 4 == 0))
    }
  }

  @Test func `a mapped table keeps its numbers when its file is replaced`() throws {
    try Samples.withFolder { folder in
      let path = "\(folder)/a.npy"
      try Samples.embedding(["a"], dimensions: 2, [1, 2]).write(to: path)
      let embedding = try Embedding(contentsOf: path)
      try Samples.embedding(["b"], dimensions: 2, [3, 4]).write(to: path)
      #expect(embedding.vector(named: "a") == [1, 2])
      #expect(try Embedding(contentsOf: path).vector(named: "b") == [3, 4])
      // A file can be read and written at once: its own name is written to another file.
      try embedding.write(to: path)
      #expect(try Embedding(contentsOf: path).vector(named: "a") == [1, 2])
    }
  }
}
