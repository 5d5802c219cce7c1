internal import EmbeddingTables
internal import Files

/// Reads the beginning of a model, number after number.
struct FastTextReader {
  private let source: EmbeddingSource
  private(set) var position = 0

  init(_ source: EmbeddingSource) {
    self.source = source
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
    guard source.bytes.starts(with: FastTextModel.magic) else {
      throw source.failure(byte: 0, "this is not a model of fastText")
    }
    position = 4
    let version = try integer(Int32.self, "the version")
    guard version == 11 || version == 12 else {
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
    let isOldClassifier = version == 11 && values["model"] == 3
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
    let prunedCount = try integer(Int64.self, "the number of pruned pieces")
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
