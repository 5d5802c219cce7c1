import Files
import Testing

@Suite struct ForeignFileTests {
  /// The beginning of a zip archive with one file.
  static func zip(_ name: String) -> [UInt8] {
    Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 22) + [UInt8(name.utf8.count), 0]
      + [0, 0] + name.utf8
  }

  @Test(
    arguments: [
      ([0x80, 0x04, 0x95, 0], ForeignFile.pickle), ([0x80, 0x02, 0x7d], .pickle),
      (zip("archive/data.pkl"), .pyTorch), (zip("vectors.npy"), .numPyArchive),
      (zip("[Content_Types].xml"), .excel), (zip("edges.csv"), .zip),
      (Array("PK\u{5}\u{6}".utf8), .zip), ([0x93] + Array("NUMPY".utf8), .numPyArray),
      ([0x89] + Array("HDF\r\n".utf8) + [0x1a, 0x0a], .hdf5),
      ([0x89] + Array("PNG\r\n".utf8) + [0x1a, 0x0a], .image),
      ([0xfd] + Array("7zXZ\0".utf8), .xz), ([0x28, 0xb5, 0x2f, 0xfd, 0x24], .zstd),
      (Array("BZh91AY&SY".utf8), .bzip2),
      ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), .tar),
    ] as [([UInt8], ForeignFile)])
  func `a binary file is recognized by its signature`(bytes: [UInt8], kind: ForeignFile) {
    #expect(ForeignFile.recognized(in: bytes.span) == kind)
  }

  @Test(
    arguments: [
      ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", ForeignFile.gitLFS),
      ("\n<!DOCTYPE html>\n<html>", .html), ("<HTML lang='en'>", .html),
      ("\u{feff}<?xml version='1.0'?><!-- a --><graphml xmlns='x'>", .graphML),
      ("<?xml version=\"1.0\"?>\n<gexf version='1.3'>", .gexf), ("<?xml version='1.0'?><a>", .xml),
      ("graph [\n  node [", .gml), ("Creator \"x\"\ngraph\n[", .gml),
      ("*Vertices 3\n1 \"a\"\n", .pajek), ("{\"nodes\": []}", .json), ("{\n  \"nodes\"", .json),
      ("MATLAB 5.0 MAT-file, Platform", .matlab), ("MATLAB 7.3 MAT-file, Platform", .matlab),
      ("%PDF-1.7", .pdf), ("PAR1\u{15}", .parquet),
    ] as [(String, ForeignFile)])
  func `a text in another format is recognized by its beginning`(
    text: String, kind: ForeignFile
  ) {
    #expect(ForeignFile.recognized(in: Array(text.utf8).span) == kind)
  }

  @Test(
    arguments: [
      "", "a", "<", "< 0.1 0.2\n", "<unk> 0.1 0.2\n", "<s> <t>\n", "[ 1 2\n", "{ 0.1 0.2\n",
      "graph theory\n", "Creator Eve\n", "version 1\n", "1 2\n", "% comment\n1 2\n", "\u{80}\n",
      "\"a\",1,2\n", "PAR 1\n", "\u{feff}a b\n",
    ])
  func `edges and vectors are not foreign`(text: String) {
    #expect(ForeignFile.recognized(in: Array(text.utf8).span) == nil)
  }

  @Test(arguments: ForeignFile.allCases)
  func `a reason is one sentence that says what would help`(kind: ForeignFile) {
    for content in [ForeignFile.Content.vectors, .edges] {
      let reason = kind.reason(expecting: content)
      #expect(reason.hasPrefix("is "))
      #expect(reason.contains("; "))
      #expect(!reason.contains("\n") && !reason.contains("--"))
    }
  }
}
