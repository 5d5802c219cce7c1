internal import BinaryFiles
internal import EmbeddingTables
internal import Files

/// Reads the beginning of a model, number after number.
struct FastTextReader {
  private let source: EmbeddingSource
  private(set) var position = 0
  /// Whether the model is of before fastText numbered versions: without a magic number, and without
  /// what pruning and quantization added.
  let isOld: Bool

  init(_ source: EmbeddingSource) {
    self.source = source
    isOld = Self.isOldModel(source.bytes)
  }

  /// Whether a file begins with plausible parameters instead of a magic number.
  ///
  /// Each of these integers has a zero byte, which no text has.
  static func isOldModel(_ bytes: FileBytes) -> Bool {
    let span = bytes.span
    guard span.count >= 76 else { return false }
    let ranges: [ClosedRange<Int32>] = [
      1...10_000, 1...1000, 1...100_000, 0...1_000_000, 0...1000, 1...100, 1...3, 1...3,
      0...(.max), 0...100, 0...100, 0...(.max),
    ]
    for (index, range) in ranges.enumerated()
    where !range.contains(LittleEndian.load(span, at: 4 * index, as: Int32.self)) {
      return false
    }
    let sample = Double(bitPattern: LittleEndian.load(span, at: 48, as: UInt64.self))
    let counts = (0..<3).map { LittleEndian.load(span, at: 56 + 4 * $0, as: Int32.self) }
    return (0...1).contains(sample) && counts.allSatisfy { $0 >= 0 }
      && Int(counts[0]) == Int(counts[1]) + Int(counts[2])
  }

  /// Reads an integer.
  ///
  /// - Parameters:
  ///   - type: The type of the integer in the file.
  ///   - meaning: What the integer is, for the error if the file ends before it.
  /// - Returns: The integer.
  /// - Throws: An error if the file ends before it.
  mutating func integer<Integer: FixedWidthInteger>(
    _ type: Integer.Type, _ meaning: String
  ) throws(EmbeddingFileError) -> Integer {
    guard source.bytes.count - position >= MemoryLayout<Integer>.size else {
      throw source.failure(byte: source.bytes.count, "the file ends where \(meaning) should be")
    }
    defer { position += MemoryLayout<Integer>.size }
    return LittleEndian.load(source.bytes.span, at: position, as: type)
  }

  mutating func parameters() throws(EmbeddingFileError) -> FastTextParameters {
    guard isOld || source.bytes.starts(with: FastTextModel.magic) else {
      throw source.failure(byte: 0, "this is not a model of fastText")
    }
    position = isOld ? 0 : 4
    let version = isOld ? 10 : try integer(Int32.self, "the version")
    guard isOld || version == 11 || version == 12 else {
      throw source.failure(byte: 4, "models of version \(version) are not known; 11 and 12 are")
    }
    var values: [String: Int] = [:]
    var metadata: EmbeddingMetadata = [:]
    for name in [
      "dim", "ws", "epoch", "minCount", "neg", "wordNgrams", "loss", "model", "bucket", "minn",
      "maxn",
      "lrUpdateRate",
    ] {
      let value = try integer(Int32.self, "the parameter '\(name)'")
      values[name] = Int(value)
      metadata["fasttext.\(name)"] = String(value)
    }
    let sample = Double(bitPattern: try integer(UInt64.self, "the parameter 't'"))
    metadata["fasttext.t"] = sample.description
    // Classifiers of version 11 were trained on whole words, whatever their header says.
    let isOldClassifier = version < 12 && values["model"] == 3
    let largestPiece = isOldClassifier ? 0 : values["maxn"] ?? 0
    guard let dimensions = values["dim"], let bucketCount = values["bucket"], dimensions >= 1,
      bucketCount >= 0, (0...1000).contains(largestPiece)
    else {
      throw source.failure(byte: 8, "the model's parameters are damaged")
    }
    return FastTextParameters(
      dimensions: dimensions, smallestPiece: values["minn"] ?? 0, largestPiece: largestPiece,
      bucketCount: bucketCount, metadata: metadata)
  }

  mutating func dictionary() throws(EmbeddingFileError) -> FastTextDictionary {
    let start = position
    let size = try integer(Int32.self, "the number of entries")
    let wordCount = try integer(Int32.self, "the number of words")
    let labelCount = try integer(Int32.self, "the number of labels")
    _ = try integer(Int64.self, "the number of tokens")
    let prunedCount = isOld ? -1 : try integer(Int64.self, "the number of pruned pieces")
    guard wordCount >= 0, labelCount >= 0, Int(size) == Int(wordCount) + Int(labelCount) else {
      throw source.failure(
        byte: start, "\(size) entries are not \(wordCount) words and \(labelCount) labels")
    }
    guard prunedCount < 0 else {
      throw source.failure(
        byte: position - 8,
        "pieces were pruned from the model, as from quantized ones; a model with "
          + "all of them can be read")
    }
    var dictionary = FastTextDictionary()
    for index in 0..<size {
      let wordStart = position
      while position < source.bytes.count, source.bytes.span[position] != 0 { position += 1 }
      let range = wordStart..<position
      position += 1
      _ = try integer(Int64.self, "the frequency of a word")
      let kind = try integer(UInt8.self, "the kind of a word")
      guard kind == (index < wordCount ? 0 : 1) else {
        throw source.failure(byte: position - 1, "words must come before labels, and be marked so")
      }
      guard kind == 0 else { continue }
      try source.append(range, to: &dictionary.words)
      dictionary.wordEnds.append(dictionary.words.count)
      dictionary.wordStarts.append(wordStart)
    }
    return dictionary
  }
}
