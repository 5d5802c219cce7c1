import CVectorKernels
import RandomWalks

/// Some rows of random numbers, centers and then contexts, to run single steps on.
@safe final class StepRows {
  let centerCount = 5
  let contextCount = 70
  let dimensions: Int
  /// The number of floats from one row's start to the next's; zeros behind the dimensions.
  let stride: Int
  private let memory: UnsafeMutableBufferPointer<Float>

  init(dimensions: Int) {
    self.dimensions = dimensions
    stride = (dimensions + 15) / 16 * 16
    let count = (centerCount + contextCount) * stride
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
    unsafe memory = UnsafeMutableBufferPointer(
      start: bytes.bindMemory(to: Float.self, capacity: count), count: count)
    var generator = SplitMix64(seed: UInt64(dimensions))
    unsafe memory.initialize(repeating: 0)
    for index in 0..<count where index % stride < dimensions {
      unsafe memory[index] = Float(generator.nextUnit() - 0.5)
    }
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// All numbers, row after row.
  var values: [Float] {
    get { unsafe Array(memory) }
    set { for index in newValue.indices { unsafe memory[index] = newValue[index] } }
  }

  /// What takes a step.
  enum Stepper {
    case kernel(vk_instruction_set)
    case reference
  }

  func train(
    _ pairs: [UInt32], negatives: [UInt32], negativeCount: Int, rate: Float, weight: Float = 1,
    frozen: [UInt8]? = nil, by stepper: Stepper = .kernel(vk_best_instruction_set())
  ) {
    unsafe withBlocks(frozen: frozen) { blocks in
      switch stepper {
      case .kernel(let set):
        unsafe vk_skip_gram(set, blocks, pairs, pairs.count, negatives, negativeCount, rate, weight)
      case .reference:
        unsafe vk_skip_gram_reference(
          blocks, pairs, pairs.count, negatives, negativeCount, rate, weight)
      }
    }
  }

  func loss(_ pairs: [UInt32], negatives: [UInt32], negativeCount: Int) -> Double {
    unsafe withBlocks(frozen: nil) { blocks in
      unsafe vk_skip_gram_loss(blocks, pairs, pairs.count, negatives, negativeCount)
    }
  }

  func withTables<Result>(_ body: (vk_tables) -> Result) -> Result {
    guard let base = unsafe memory.baseAddress else { preconditionFailure("no memory") }
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: 8 * stride, alignment: 64)
    defer { unsafe scratch.deallocate() }
    return unsafe body(
      vk_tables(
        inputs: base, outputs: base + centerCount * stride, input_squares: nil,
        output_squares: nil, stride: stride, dimensions: dimensions, frozen: nil,
        scratch: scratch.bindMemory(to: Float.self, capacity: 2 * stride)))
  }

  private func withBlocks<Result>(frozen: [UInt8]?, _ body: (vk_blocks) -> Result) -> Result {
    guard let base = unsafe memory.baseAddress else { preconditionFailure("no memory") }
    var blocks = unsafe vk_blocks(
      centers: base, contexts: base + centerCount * stride, stride: stride, frozen: nil)
    guard let frozen else { return unsafe body(blocks) }
    return unsafe frozen.withUnsafeBufferPointer { frozen in
      unsafe blocks.frozen = frozen.baseAddress
      return unsafe body(blocks)
    }
  }
}
