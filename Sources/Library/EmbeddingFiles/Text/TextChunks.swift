internal import Algorithms
internal import Files
internal import Parallel

/// A text cut into pieces for several threads; each line belongs to the piece in which it starts.
struct TextChunks: Sendable {
  /// The end of the text, without final line breaks.
  let end: Int
  /// The number of lines.
  let lineCount: Int
  private let starts: [Int]
  private let firstLines: [Int]

  /// Counts the lines of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: The position of the first line.
  ///   - end: The position after the last line.
  ///   - size: The number of bytes per piece.
  ///   - isQuoted: Whether quotes may contain line breaks, as in RFC 4180.
  ///   - threadCount: The maximum number of threads.
  init(
    _ bytes: FileBytes, start: Int, end: Int, size: Int, isQuoted: Bool, threadCount: Int
  ) {
    let end = Self.trimmedEnd(bytes, start: start, end: end)
    self.end = end
    let chunkCount = (end - start).dividedRoundingUp(by: size)
    // A line starts one byte after the end of another, so that each piece looks one byte back.
    let censuses = concurrentMap(chunkCount, threadCount: threadCount) { chunk in
      let low = start + chunk * size
      let high = min(end, low + size) - 1
      return LineCensus(bytes, range: max(start, low - 1)..<high, isQuoted: isQuoted)
    }
    var starts: [Int] = []
    var firstLines = [0]
    var isInQuotes = false
    for (chunk, census) in censuses.enumerated() {
      let count = isInQuotes ? census.hiddenCount : census.count
      let first = isInQuotes ? census.firstHidden : census.first
      starts.append(chunk == 0 ? start : first + 1)
      firstLines.append(firstLines[chunk] + count + (chunk == 0 ? 1 : 0))
      if census.hasOddQuotes { isInQuotes.toggle() }
    }
    self.starts = starts
    self.firstLines = firstLines
    lineCount = firstLines[chunkCount]
  }

  /// The number of pieces.
  var count: Int { starts.count }

  /// The position of the first line of a piece; meaningless if it has none.
  func start(of chunk: Int) -> Int { starts[chunk] }

  /// The lines of a piece, counted from 0.
  func lines(of chunk: Int) -> Range<Int> { firstLines[chunk]..<firstLines[chunk + 1] }

  private static func trimmedEnd(_ bytes: FileBytes, start: Int, end: Int) -> Int {
    let span = bytes.span
    var end = end
    while end > start, span[end - 1] == UInt8(ascii: "\n") || span[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return end
  }
}
