internal import Archives
internal import Files
internal import Text

/// The file with a graph in a compressed file or an archive.
struct ArchiveMember {
  /// The bytes of the file.
  var bytes: [UInt8]
  /// Its name in the archive; nil if the file is not in one.
  var name: String?
  /// The number of the archive's other files.
  var otherCount = 0

  /// The kinds of files that are unpacked.
  private static let kinds: Set<ForeignFile> = [
    .zip, .tar, .bzip2, .xz, .zstd, .lz4, .sevenZip, .compress,
  ]

  /// An archive in an archive in an archive is the deepest that is unpacked.
  private static let largestDepth = 3

  /// Unpacks a file; one that is not packed stays as it is.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - options: Which file of an archive is meant.
  /// - Throws: `LineFault` if it is damaged, or has several files of which none is chosen.
  init(unpacking bytes: [UInt8], _ options: EdgeListOptions) throws(LineFault) {
    self.bytes = bytes
    var wanted = options.member
    for _ in 0..<Self.largestDepth {
      guard let kind = ForeignFile.recognized(in: self.bytes.span), Self.kinds.contains(kind) else {
        break
      }
      let archive: Archive
      do throws(Archive.Failure) {
        archive = try Archive(self.bytes)
      } catch {
        throw Self.fault(kind, error)
      }
      // A compressed file has no name, or one that does not matter.
      let isSingle =
        [.bzip2, .xz, .zstd, .lz4, .compress].contains(kind) && archive.names.count == 1
      let chosen = isSingle ? archive.names[0] : try Self.choose(of: archive.names, &wanted)
      do throws(Archive.Failure) {
        self.bytes = try archive.content(of: chosen, limit: InputFile.largestDecompressedSize)
      } catch {
        throw Self.fault(kind, error)
      }
      if !isSingle {
        name = chosen
        otherCount = archive.names.count - 1
      }
      if let plain = InputFile.decompressed(self.bytes) { self.bytes = plain }
    }
    if wanted != nil { throw LineFault(reason: .noArchive) }
  }

  private static func fault(_ kind: ForeignFile, _ failure: Archive.Failure) -> LineFault {
    LineFault(reason: .foreignFile("is \(kind.name) and \(failure.reason)"))
  }

  private static func choose(
    of names: [String], _ wanted: inout String?
  ) throws(LineFault) -> String {
    if let name = wanted {
      wanted = nil
      guard names.contains(name) else {
        throw LineFault(reason: .unknownMember(name, of: names))
      }
      return name
    }
    let graphs = names.filter { !isAccessory($0) }
    guard graphs.count == 1 else { throw LineFault(reason: .severalMembers(names)) }
    return graphs[0]
  }

  /// Whether a file in an archive goes with graphs and is none: what tells about them, and what
  /// systems leave behind.
  private static func isAccessory(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let prefixes = ["readme", "license", "licence", "meta.", "ent.", "."]
    let suffixes = [".md", ".html", ".htm", ".pdf", ".bib", "/"]
    return path.hasPrefix("__MACOSX/") || prefixes.contains { name.hasPrefix($0) }
      || suffixes.contains { name.hasSuffix($0) }
  }
}
