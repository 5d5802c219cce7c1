internal import Text

/// The contents of the header of a Matrix Market file.
///
/// R. F. Boisvert, R. Pozo, K. A. Remington, The Matrix Market Exchange Formats: Initial Design,
/// NISTIR 5935, 1996.
struct MatrixMarketSize: Sendable {
  /// The number of rows and of columns; the nodes are numbered from 1 to this.
  let nodeCount: Int
  /// The number of lines with entries.
  let entryCount: Int
  /// Whether each entry also stands for its mirror image.
  let isSymmetric: Bool
}

extension EdgeListLayout {
  private static let banner = "%%matrixmarket"

  /// Reads the header of a Matrix Market file; returns false if the file is not one.
  mutating func readMatrixMarketHeader(
    of bytes: Span<UInt8>, options: EdgeListOptions
  ) throws(LineFault) -> Bool {
    let end = TextLine.end(from: bodyStart, of: bytes)
    let start = bytes.bytes(in: bodyStart..<min(end, bodyStart + 200))
    let words = String(decoding: start, as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).map(String.init)
    // The Network Repository writes one percent sign.
    guard words.first == Self.banner || words.first == String(Self.banner.dropFirst()) else {
      return false
    }
    if let option = Self.unfitOption(of: options) {
      throw LineFault(reason: .optionWithFormat(option, format: "Matrix Market"))
    }
    if let fault = Self.fault(ofBanner: words) {
      throw LineFault(line: 1, reason: .matrixMarket(fault))
    }
    lineCountBeforeBody = 1
    bodyStart = min(end + 1, bytes.count)
    guard let line = dataLine(of: bytes, delimiter: .whitespace) else {
      throw LineFault(reason: .matrixMarket("ends before the line 'rows columns entries'"))
    }
    matrix = try Self.size(line, of: bytes, isSymmetric: words[4] == "symmetric")
    columns = words[3] == "pattern" ? .unweighted : .weighted
    bodyStart = min(line.end + 1, bytes.count)
    lineCountBeforeBody = line.number
    return true
  }

  private static func unfitOption(of options: EdgeListOptions) -> String? {
    if options.delimiter != nil { return "delimiter" }
    if options.columns != nil { return "columns" }
    if options.hasHeader != nil { return "hasHeader" }
    return options.nodesPath != nil ? "nodesPath" : nil
  }

  private static func fault(ofBanner words: [String]) -> String? {
    let accepted: [(place: Int, words: [String])] = [
      (1, ["matrix"]), (2, ["coordinate"]), (3, ["pattern", "real", "integer", "double"]),
      (4, ["general", "symmetric"]),
    ]
    for (place, known) in accepted {
      guard place < words.count else { return "the banner ends before \(list(known))" }
      if !known.contains(words[place]) {
        return "\(Excerpt.quoted(words[place].utf8)) matrices are not read as graphs, only "
          + list(known)
      }
    }
    return nil
  }

  private static func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
  }

  private static func size(
    _ line: Line, of bytes: Span<UInt8>, isSymmetric: Bool
  ) throws(LineFault) -> MatrixMarketSize {
    func fault(_ reason: String) -> LineFault {
      let text = Excerpt.quoted(line.content, of: bytes)
      return LineFault(line: line.number, reason: .matrixMarket("\(text) \(reason)"))
    }
    let text = String(decoding: bytes.bytes(in: line.content), as: UTF8.self)
    let numbers = text.split(whereSeparator: \.isWhitespace).map { Int($0) ?? -1 }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else {
      throw fault("is not 'rows columns entries'")
    }
    guard numbers[0] == numbers[1] else {
      throw fault("is not square; rows and columns are the same nodes")
    }
    // A graph that consists of isolated nodes alone is hardly intended, and must not exhaust
    // memory.
    guard numbers[0] <= 64 * max(numbers[2], 1 << 20), numbers[0] < Int(UInt32.max) else {
      throw fault("has more nodes than its entries can connect")
    }
    return MatrixMarketSize(
      nodeCount: numbers[0], entryCount: numbers[2], isSymmetric: isSymmetric)
  }
}
