internal import Algorithms
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Foundation
internal import Graphs
internal import Names
internal import NearestNeighbors
internal import NodeEmbedding
internal import RepositoryFiles
internal import SkipGramTraining

// The whole files that fuzzing starts from.
extension FuzzTarget {
  static let edgeLists = [
    "1 2\n2 3\n3 1\n", "a,b,2.5\nb,c,1e-3\n", "# comment\nx\ty\t1\ny\tz\t2\n",
    "source;target;weight\n\"a;b\";c;1\n", "1 2 {'weight': 3.0}\n2 3 {}\n", "3 2\n2\n1 3\n2\n",
    "%%MatrixMarket matrix coordinate real symmetric\n% c\n3 3 2\n2 1 0.5\n3 2 1\n",
    "% bip unweighted\n% 3 2 2\n1 1\n2 1\n", "#adjacency\na b c\nb c\n",
    "4 3 001\n2 5\n1 5 3 1\n2 1\n\n",
    "\u{feff}a|b\nb|c\n", "id,from,to,timestamp\n0,a,b,5\n1,b,c,6\n",
  ]
  static let tables = ["a\tb\nc\td\n", "\"a,b\",2\nc,\"d\"\"e\"\n", "a b c\n# d\ne f\n"]

  /// Three nodes.
  static let names = NameList(["a", "b", "c"]) ?? NameList(count: 3)

  static func triangle() throws -> Graph {
    try Graph(edges: [("a", "b"), ("b", "c"), ("c", "a")])
  }

  /// Forty vectors.
  static let vectors = Embedding(
    names: NameList(count: 40), dimensions: 4,
    vectors: (0..<160).map { Float($0 % 7) - 2.5 + Float($0) / 64 },
    metadata: ["method": "counting", "note": "é\n"])

  /// Options of edge lists, by the bits of a number.
  static func edgeListOptions(_ choice: UInt8) -> EdgeListOptions {
    var options = EdgeListOptions()
    options.isDirected = choice & 1 != 0
    options.layout = [nil, .edges, .adjacency, .metis][Int(choice >> 1 & 3)]
    options.encoding = choice & 8 != 0 ? .latin1 : .unicode
    options.isTwoSided = choice & 16 != 0
    options.parallelEdges = choice & 32 != 0 ? .max : .error
    options.zeroWeights = choice & 64 != 0 ? .drop : .refuse
    options.comments = choice & 128 != 0 ? EdgeListOptions.Comments(rawValue: "none") : nil
    return options
  }

  static func gzip(_ text: String, in scratch: Scratch) throws -> [UInt8] {
    var file = try OutputFile("\(scratch.path)/a.gz")
    try file.write(text)
    try file.commit()
    return try scratch.bytes("a.gz")
  }

  static func index(in scratch: Scratch) throws -> [UInt8] {
    try HNSWIndex(vectors, threadCount: 1).write(to: "\(scratch.path)/index")
    return try scratch.bytes("index")
  }

  /// Trains a few small vectors, with checkpoints.
  static func train(in folder: String, resumes: Bool) throws {
    var method = Node2Vec(dimensions: 4)
    method.walks.walksPerNode = 1
    method.walks.walkLength = 4
    method.threadCount = 1
    var checkpoints = Checkpoints(directory: folder)
    checkpoints.resumes = resumes
    _ = try method.embed(triangle(), checkpoints: checkpoints)
  }

  static func checkpoint(in scratch: Scratch) throws -> [UInt8] {
    try train(in: scratch.folder("run"), resumes: false)
    return try scratch.bytes("run/checkpoint-0")
  }

  /// Corrects the checksum at the end of a checkpoint.
  @Sendable static func repairCheckpoint(_ bytes: inout [UInt8]) {
    guard bytes.count >= 8 else { return }
    var digest = Digest()
    digest.add(Array(bytes.dropLast(8)).span)
    bytes.replaceSubrange(bytes.count - 8..<bytes.count, with: digest.value.littleEndianBytes)
  }

  /// Corrects the checksums of the files stored in a zip archive, as far as its first directory
  /// entries can be understood.
  @Sendable static func repairZip(_ bytes: inout [UInt8]) {
    guard bytes.starts(with: [0x50, 0x4b]) else { return }
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    var place = 0
    while let start = bytes[place...].firstRange(of: [0x50, 0x4b, 0x01, 0x02])?.lowerBound,
      start + 46 <= bytes.count
    {
      place = start + 4
      let (size, header) = (number(start + 20, 4), number(start + 42, 4))
      guard header + 30 <= bytes.count else { continue }
      let data = header + 30 + number(header + 26, 2) + number(header + 28, 2)
      guard number(start + 10, 2) == 0, data + size <= bytes.count else { continue }
      let checksum = Deflate.checksum(bytes.span.extracting(data..<data + size))
      for index in 0..<4 {
        bytes[start + 16 + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * index))
      }
    }
  }

  /// Files in a format: as Amble writes it, and as other programs did.
  static func files(in format: EmbeddingFormat, _ scratch: Scratch) throws -> [[UInt8]] {
    var files: [[UInt8]] = []
    if format.isWritable, let ending = format.fileExtensions.first {
      try vectors.write(to: "\(scratch.path)/seed.\(ending)", format: format, threadCount: 1)
      files.append(try scratch.bytes("seed.\(ending)"))
    }
    let foreign: [EmbeddingFormat: [String]] = [
      .npy: ["columns.npy", "halves.npy", "numpy.npy"], .npz: ["compressed.npz", "numpy.npz"],
      .fastTextModel: ["fasttext.bin"], .word2vecBinary: ["gensim.bin"],
      .word2vec: ["gensim.emb"], .safetensors: ["model.safetensors", "weight.safetensors"],
      .sqlite: ["python.sqlite", "recursive-view.sqlite"],
    ]
    let fixtures = RepositoryFiles.package.appending(
      path: "Tests/Library/EmbeddingFilesTests/Fixtures")
    for name in foreign[format] ?? [] {
      files.append(Array(try Data(contentsOf: fixtures.appending(path: name))))
    }
    return files
  }
}
