/// The words of a model.
struct FastTextDictionary: Sendable {
  /// The words in UTF-8, one after the other.
  var words: [UInt8] = []
  var wordEnds: [Int] = []
  /// Where each word is in the file.
  var wordStarts: [Int] = []

  func word(_ index: Int) -> ArraySlice<UInt8> {
    words[(index == 0 ? 0 : wordEnds[index - 1])..<wordEnds[index]]
  }
}
