/// The first line of a word2vec file: how many vectors there are, and of how many components.
struct Word2VecHeader {
  let count: Int
  let dimensions: Int

  /// Reads the line; nil when it is not two whole numbers, the second at least 1.
  init?(line: String) {
    let fields = line.split { $0 == " " || $0 == "\t" }
    guard fields.count == 2, let count = Int(fields[0]), let dimensions = Int(fields[1]),
      count >= 0, dimensions >= 1
    else {
      return nil
    }
    self.count = count
    self.dimensions = dimensions
  }
}
