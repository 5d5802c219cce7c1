import Graphs
import RandomNumbers
import Testing

/// Files of random bytes: they are read or refused, and never end the program.
@Suite struct EdgeListNoiseTests {
  /// Pieces that mean something to the reader, in orders that nobody writes.
  static let pieces: [String] = [
    "0", "1", "12", "007", "4294967295", "4294967296", "99999999999999999999", "a", "ü", " ", "  ",
    "\t", ",", ";", "\n", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "#", "%", "-", "+", ".", "e",
    "0.5", "-1", "1e39", "nan", "\u{feff}", "%%MatrixMarket matrix coordinate real general\n",
    "3 3 2\n", "source,target\n", "\0",
  ]

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `noise is read or refused, the same way for every cut`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      if Int.random(in: 0..<30, using: &generator) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      } else {
        bytes += Array(Self.pieces.randomElement(using: &generator)?.utf8 ?? "".utf8)
      }
    }
    var options = EdgeListOptions()
    options.isDirected = Bool.random(using: &generator)
    options.ignoresWeights = Bool.random(using: &generator)
    options.selfLoops = Bool.random(using: &generator) ? .keep : .drop
    options.zeroWeights = Bool.random(using: &generator) ? .refuse : .drop
    options.parallelEdges =
      EdgeListOptions.ParallelEdges.allCases.randomElement(using: &generator) ?? .sum
    if Bool.random(using: &generator) {
      options.columns = try? EdgeListColumns("source,target,_,time")
    }
    var outcomes: Set<String> = []
    for (threadCount, chunkSize) in [(1, 1 << 20), (3, 1), (2, 7)] {
      do {
        let list = try EdgeList(
          bytes, named: "noise", options: options, threadCount: threadCount, chunkSize: chunkSize)
        outcomes.insert("\(list.graph.digest) \(list.summary)")
        #expect(list.graph.nodeCount > 0)
      } catch {
        #expect(error is EdgeListError)
        outcomes.insert("\(error)")
      }
    }
    #expect(outcomes.count == 1)
  }
}
