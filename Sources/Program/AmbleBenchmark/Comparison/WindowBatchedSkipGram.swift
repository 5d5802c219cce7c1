internal import COpenBLAS
internal import Graphs
internal import RandomNumbers
internal import RandomWalks
internal import SystemLibrary

/// Skip-gram training one window at a time with BLAS: the fastest known method that keeps
/// word2vec's order, implemented for comparison.
///
/// The nodes of a window share the window's center and its negative samples: one matrix product
/// gives all scores, and two more give all changes. It runs on one thread, like all figures per CPU
/// second.
///
/// S. Ji, N. Satish, S. Li, P. Dubey: Parallelizing Word2Vec in Shared and Distributed Memory,
/// 2016, section 3.
struct WindowBatchedSkipGram {
  private let dimensions: Int
  private let windowSize: Int
  private let negativeCount: Int
  private let noise: AliasTable
  private let nodeCount: Int
  private var generator: SplitMix64
  private var inputs: [Float]
  private var outputs: [Float]
  /// σ(x) for x in -6...6, as in word2vec.
  private let sigmoids: [Float]
  // The gathered rows of a window; their changes; the scores of inputs × outputs.
  private var inputRows: [Float]
  private var outputRows: [Float]
  private var inputChanges: [Float]
  private var outputChanges: [Float]
  private var scores: [Float]

  /// Creates tables like those of word2vec.
  ///
  /// - Parameters:
  ///   - frequencies: How often each node occurs in the walks.
  ///   - dimensions: The number of components of a vector.
  ///   - windowSize: The maximum distance between the nodes of a pair.
  ///   - negativeCount: The number of negative samples per window.
  ///   - seed: The seed of all random numbers.
  init(frequencies: [Int], dimensions: Int, windowSize: Int, negativeCount: Int, seed: UInt64) {
    self.dimensions = dimensions
    self.windowSize = windowSize
    self.negativeCount = negativeCount
    nodeCount = frequencies.count
    noise = AliasTable(weights: frequencies.map { pow(Double($0), 0.75) })
    var generator = SplitMix64(seed: seed)
    inputs = (0..<nodeCount * dimensions).map { _ in
      Float((generator.nextUnit() - 0.5) / Double(dimensions))
    }
    self.generator = generator
    outputs = [Float](repeating: 0, count: nodeCount * dimensions)
    sigmoids = (0..<1200).map { 1 / (1 + expf(-(Float($0) + 0.5) / 100 + 6)) }
    let (inputLimit, outputLimit) = (2 * windowSize, negativeCount + 1)
    inputRows = [Float](repeating: 0, count: inputLimit * dimensions)
    outputRows = [Float](repeating: 0, count: outputLimit * dimensions)
    inputChanges = inputRows
    outputChanges = outputRows
    scores = [Float](repeating: 0, count: inputLimit * outputLimit)
    openblas_set_num_threads(1)
  }

  /// Trains on a walk.
  ///
  /// - Parameters:
  ///   - walk: Its nodes.
  ///   - rate: The learning rate.
  mutating func train(on walk: ArraySlice<Node>, rate: Float) {
    for place in walk.indices {
      let reach = 1 + generator.next(below: windowSize)
      let window = max(walk.startIndex, place - reach)..<min(walk.endIndex, place + reach + 1)
      let nodes = window.lazy.filter { $0 != place }.map { walk[$0] }
      var targets = [walk[place]]
      for _ in 0..<negativeCount {
        targets.append(Node(noise.draw(count: nodeCount, using: &generator)))
      }
      train(Array(nodes), targets, rate: rate)
    }
  }

  /// Updates the rows of a window; the first target is the true one.
  private mutating func train(_ nodes: [Node], _ targets: [Node], rate: Float) {
    guard !nodes.isEmpty else { return }
    Self.gather(nodes, of: dimensions, from: inputs, into: &inputRows)
    Self.gather(targets, of: dimensions, from: outputs, into: &outputRows)
    let (nodeCount, targetCount) = (Int32(nodes.count), Int32(targets.count))
    let width = Int32(dimensions)
    // SAFETY: every array has room for a full window.
    unsafe cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, nodeCount, targetCount, width, 1, inputRows, width,
      outputRows, width, 0, &scores, targetCount)
    for index in 0..<nodes.count * targets.count {
      let target = index % targets.count
      let isNegative = target > 0
      let place = Int((min(max(scores[index], -5.99), 5.99) + 6) * 100)
      let isOwn = isNegative && targets[target] == targets[0]
      scores[index] = isOwn ? 0 : ((isNegative ? 0 : 1) - sigmoids[place]) * rate
    }
    unsafe cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, nodeCount, width, targetCount, 1, scores,
      targetCount, outputRows, width, 0, &inputChanges, width)
    unsafe cblas_sgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, targetCount, width, nodeCount, 1, scores,
      targetCount, inputRows, width, 0, &outputChanges, width)
    Self.add(inputChanges, of: dimensions, to: nodes, of: &inputs)
    Self.add(outputChanges, of: dimensions, to: targets, of: &outputs)
  }

  // Static, since a method of `self` that changes a part of it would first copy the whole tables.

  private static func gather(
    _ nodes: [Node], of dimensions: Int, from table: [Float], into rows: inout [Float]
  ) {
    // SAFETY: nodes are rows of the table; `rows` has room for a full window.
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      unsafe table.withUnsafeBufferPointer { table in
        guard let rows = rows.baseAddress, let table = table.baseAddress else {
          return
        }
        for (index, node) in nodes.enumerated() {
          unsafe memcpy(rows + index * dimensions, table + Int(node) * dimensions, dimensions * 4)
        }
      }
    }
  }

  private static func add(
    _ changes: [Float], of dimensions: Int, to nodes: [Node], of table: inout [Float]
  ) {
    let width = Int32(dimensions)
    // SAFETY: as above.
    unsafe table.withUnsafeMutableBufferPointer { table in
      unsafe changes.withUnsafeBufferPointer { changes in
        guard let changes = changes.baseAddress, let table = table.baseAddress else {
          return
        }
        for (index, node) in nodes.enumerated() {
          unsafe cblas_saxpy(
            width, 1, changes + index * dimensions, 1, table + Int(node) * dimensions, 1)
        }
      }
    }
  }
}
