/// A kind of file that cannot be read here, but that people try to read.
///
/// It is recognized by its first bytes, so that the message can tell what the file is and what
/// would help, instead of showing its bytes as a name.
package enum ForeignFile: String, CaseIterable, Sendable {
  case pickle, pyTorch, numPyArray, numPyArchive, hdf5, matlab, parquet, arrow, rData
  case sqlite, excel, json
  case html, graphML, gexf, xml, gml, pajek, rdf, yaml
  case trivialGraph, gdf, vna, graph6, newick, brackets
  case gitLFS, pdf, image
  case zip, tar, bzip2, xz, zstd, lz4, sevenZip, rar, compress

  /// What a file was expected to hold.
  package enum Content: Sendable {
    /// Named vectors.
    case vectors
    /// The edges of a graph.
    case edges
  }

  /// Recognizes a file by its first bytes.
  ///
  /// - Parameter bytes: The file, decompressed if it is a gzip file; the first 4,096 bytes suffice.
  /// - Returns: What the file is; nil if it is none of these.
  package static func recognized(in bytes: Span<UInt8>) -> ForeignFile? {
    let start = FileStart(bytes)
    return binary(start) ?? start.tag.flatMap(markup) ?? text(start)
  }

  /// Whether a graph can be read from it.
  package var isGraph: Bool {
    [.graphML, .gexf, .gml, .pajek, .json, .numPyArray, .numPyArchive, .matlab].contains(self)
  }

  /// What the file is and what would help, phrased to follow the file's name and a colon.
  ///
  /// - Parameter content: What the file was expected to hold.
  /// - Returns: The text, one sentence.
  package func reason(expecting content: Content) -> String { "is \(name); \(advice(content))" }

  /// What the file is, with an article.
  package var name: String {
    switch self {
    case .pickle: "a Python pickle"
    case .pyTorch: "a PyTorch file (a zip archive of pickles)"
    case .numPyArray: "a NumPy array"
    case .numPyArchive: "an archive of NumPy arrays"
    case .hdf5: "an HDF5 file"
    case .matlab: "a MATLAB file"
    case .parquet: "a Parquet file"
    case .arrow: "an Arrow file"
    case .rData: "a file of R objects"
    case .sqlite: "an SQLite database"
    case .excel: "an Excel workbook"
    case .json: "JSON"
    case .html: "a web page (HTML), perhaps instead of a download"
    case .graphML: "a graph in GraphML"
    case .gexf: "a graph in GEXF"
    case .xml: "an XML file"
    case .gml: "a graph in GML"
    case .pajek: "a graph in Pajek's format"
    case .rdf: "RDF"
    case .yaml: "YAML"
    case .trivialGraph: "a graph in the Trivial Graph Format"
    case .gdf: "a graph in GDF, the format of GUESS"
    case .vna: "a graph in VNA, the format of NetDraw"
    case .graph6: "a graph in graph6 or sparse6"
    case .newick: "a tree in Newick's format"
    case .brackets: "a list in brackets, as Python prints it"
    case .gitLFS: "a Git LFS pointer, which stands for a file that was not downloaded"
    case .pdf: "a PDF document"
    case .image: "an image"
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    case .bzip2: "compressed with bzip2"
    case .xz: "compressed with xz"
    case .zstd: "compressed with Zstandard"
    case .lz4: "compressed with LZ4"
    case .sevenZip: "a 7-Zip archive"
    case .rar: "a RAR archive"
    case .compress: "compressed with compress"
    }
  }

  private func advice(_ content: Content) -> String {
    let isGraph = content == .edges
    switch self {
    case .pickle:
      return isGraph
        ? "networkx.write_weighted_edgelist writes a file that can be read"
        : "model.wv.save_word2vec_format writes a file that can be read"
    case .pyTorch:
      return isGraph
        ? "numpy.savetxt of edge_index.T writes a file that can be read"
        : "numpy.save or safetensors.torch.save_file writes a file that can be read"
    case .numPyArray, .numPyArchive:
      return isGraph
        ? "numpy.savetxt of the edges, or scipy.io.mmwrite of a sparse matrix, writes a file that "
          + "can be read"
        : "vectors in it are a matrix of rows and columns"
    case .hdf5, .parquet, .arrow:
      return isGraph
        ? "pandas.DataFrame.to_csv writes a file that can be read"
        : "numpy.save or pandas.DataFrame.to_csv writes a file that can be read"
    case .matlab:
      return isGraph
        ? "scipy.io.mmwrite writes its sparse matrix as a file that can be read"
        : "numpy.save writes its matrix as a file that can be read"
    case .rData: return "write.table writes a file that can be read"
    case .sqlite: return "'sqlite3 -csv FILE QUERY' writes text that can be read"
    case .excel: return "save it as CSV"
    case .json:
      return isGraph
        ? "a file with two names of nodes per line can be read"
        : "a file with a name and its numbers per line can be read"
    case .html: return "download the file itself"
    case .graphML, .gexf, .gml, .pajek:
      return isGraph
        ? "it is read as such where no other layout is asked for"
        : "vectors of its nodes are needed here"
    case .graph6: return "networkx.read_graph6 or read_sparse6, and write_edgelist, convert it"
    case .newick: return "Bio.Phylo.read and to_networkx convert it"
    case .trivialGraph:
      return isGraph ? "its lines after '#' are edges" : "a file of vectors is needed"
    case .gdf:
      return isGraph ? "its lines after 'edgedef>' are edges" : "a file of vectors is needed"
    case .vna:
      return isGraph ? "its lines after '*tie data' are edges" : "a file of vectors is needed"
    case .brackets:
      return isGraph
        ? "without the brackets, one edge per line, it can be read"
        : "without the brackets, one vector per line, it can be read"
    case .rdf, .yaml:
      return isGraph
        ? "a file with two names of nodes per line can be read"
        : "a file with a name and its numbers per line can be read"
    case .xml, .pdf, .image:
      return isGraph
        ? "a text file of edges is needed" : "a file of vectors is needed"
    case .gitLFS: return "'git lfs pull' downloads it"
    case .zip: return "unpack it first, as with 'unzip'"
    case .tar: return "unpack it first, as with 'tar -xf'"
    case .bzip2: return "unpack it first, as with 'bunzip2'"
    case .xz: return "unpack it first, as with 'unxz'"
    case .zstd: return "unpack it first, as with 'unzstd'"
    case .lz4: return "unpack it first, as with 'unlz4'"
    case .sevenZip: return "unpack it first, as with '7z x'"
    case .rar: return "unpack it first, as with 'unrar x'"
    case .compress: return "unpack it first, as with 'uncompress'"
    }
  }
}

extension ForeignFile {
  /// Files with a signature that no text begins with.
  private static func binary(_ start: FileStart) -> ForeignFile? {
    if start.has([0x80]), let version = start.byte(1), (2...5).contains(version) { return .pickle }
    if start.has("ccopy_reg\n") || start.has("(dp0\n") || start.has("(lp0\n") { return .pickle }
    if start.has("PK\u{3}\u{4}") || start.has("PK\u{5}\u{6}") { return zipArchive(start) }
    if start.has("MATLAB ") && start.has("MAT-file", at: 11) { return .matlab }
    if start.has("ustar", at: 257) { return .tar }
    if start.has("BZh"), start.has([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) { return .bzip2 }
    return signatures.first { start.has($0.bytes) }?.kind
  }

  private static let signatures: [(bytes: [UInt8], kind: ForeignFile)] = [
    ([0x93] + Array("NUMPY".utf8), .numPyArray),
    ([0x89] + Array("HDF\r\n".utf8) + [0x1a, 0x0a], .hdf5),
    (Array("PAR1".utf8), .parquet),
    (Array("ARROW1\0\0".utf8), .arrow),
    (Array("RDX2\n".utf8), .rData),
    (Array("RDX3\n".utf8), .rData),
    (Array("SQLite format 3\0".utf8), .sqlite),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], .excel),
    (Array("%PDF-".utf8), .pdf),
    ([0x89] + Array("PNG\r\n".utf8) + [0x1a, 0x0a], .image),
    ([0xff, 0xd8, 0xff], .image),
    (Array("GIF89a".utf8), .image),
    (Array("GIF87a".utf8), .image),
    ([0xfd] + Array("7zXZ\0".utf8), .xz),
    ([0x28, 0xb5, 0x2f, 0xfd], .zstd),
    ([0x04, 0x22, 0x4d, 0x18], .lz4),
    (Array("7z".utf8) + [0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
    (Array("Rar!".utf8) + [0x1a, 0x07], .rar),
    ([0x1f, 0x9d], .compress),
    (Array("version https://git-lfs.github.com/spec/".utf8), .gitLFS),
  ]

  /// What a zip archive is, by the names of its first files.
  private static func zipArchive(_ start: FileStart) -> ForeignFile {
    if start.contains("/data.pkl") { return .pyTorch }
    if start.contains("[Content_Types].xml") || start.contains("xl/workbook") { return .excel }
    return start.firstZipName.hasSuffix(".npy") ? .numPyArchive : .zip
  }

  /// Markup, by its first tag, in lower case.
  private static func markup(_ tag: String) -> ForeignFile? {
    switch tag {
    case "!doctype html", "html", "head": .html
    case "graphml": .graphML
    case "gexf": .gexf
    default: tag.hasPrefix("?xml") ? .xml : nil
    }
  }

  /// Text in another format.
  private static func text(_ start: FileStart) -> ForeignFile? {
    let words = start.firstWords
    if let first = words.first?.lowercased(), ["*vertices", "*network"].contains(first) {
      return .pajek
    }
    if words.first == "graph[" || words.starts(with: ["graph", "["]) || words.first == "Creator" {
      return start.contains("graph") && start.contains("[") ? .gml : nil
    }
    if let format = textFormat(start) { return format }
    let isObject = ["{\"", "[{\""].contains { words.joined().hasPrefix($0) }
    return isObject ? .json : nil
  }
}
