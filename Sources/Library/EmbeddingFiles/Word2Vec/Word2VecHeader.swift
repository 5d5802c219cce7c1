internal import Files

/// The first line of a word2vec file: the number of vectors and the number of components.
struct Word2VecHeader {
  let count: Int
  let dimensions: Int

  /// The maximum number of bytes of the line, far more than two numbers have.
  private static let largestSize = 100

  /// Reads the first line of a file; nil if it is not two whole numbers, the second at least 1.
  init?(_ bytes: FileBytes) {
    let line = bytes.line(at: 0, limit: Self.largestSize)
    guard line.count < Self.largestSize else { return nil }
    self.init(line: bytes.text(line))
  }

  /// Reads the line; nil if it is not two whole numbers, the second at least 1.
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
