/// The subwords of a word that have rows in fastText: by default, parts of three to six characters
/// of the word in angle brackets.
struct FastTextSubwords: Sendable {
  let parameters: FastTextParameters
  /// The number of words; the rows of subwords follow theirs.
  let wordCount: Int

  /// The end of a sentence, which has no subwords.
  private static let end = Array("</s>".utf8)

  /// The rows of a word's subwords, possibly with repeats.
  ///
  /// - Parameter word: The word in UTF-8.
  /// - Returns: Row numbers, in the order in which fastText adds them.
  func indices(of word: ArraySlice<UInt8>) -> [Int] {
    guard parameters.largestPiece > 0, parameters.bucketCount > 0, !word.elementsEqual(Self.end)
    else {
      return []
    }
    let text = [UInt8(ascii: "<")] + word + [UInt8(ascii: ">")]
    var indices: [Int] = []
    for start in text.indices where !Self.isContinuation(text[start]) {
      var stop = start
      for length in 1...parameters.largestPiece where stop < text.count {
        stop += 1
        while stop < text.count, Self.isContinuation(text[stop]) { stop += 1 }
        let isBracket = length == 1 && (start == 0 || stop == text.count)
        guard length >= parameters.smallestPiece, !isBracket else { continue }
        let hash = Self.hash(text[start..<stop])
        indices.append(wordCount + Int(hash) % parameters.bucketCount)
      }
    }
    return indices
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }

  /// FNV-1a with signed bytes, as in fastText.
  private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in text {
      hash ^= UInt32(bitPattern: Int32(Int8(bitPattern: byte)))
      hash = hash &* 16_777_619
    }
    return hash
  }
}
