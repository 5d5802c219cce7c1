/// The words of a model.
struct FastTextDictionary: Sendable {
  /// The words in UTF-8, without gaps.
  var words: [UInt8] = []
  var wordEnds: [Int] = []
  /// The position of each word in the file.
  var wordStarts: [Int] = []

  func word(_ index: Int) -> ArraySlice<UInt8> {
    words[(index == 0 ? 0 : wordEnds[index - 1])..<wordEnds[index]]
  }
}
