import CVectorKernels
import RandomWalks
import Testing

@Suite struct SkipGramStepTests {
  /// Runs one step on rows of random numbers, and the same step in plain loops.
  static func step(
    dimensions: Int, negativeCount: Int, set: vk_instruction_set
  ) -> (kernel: [Float], reference: [Double]) {
    let stride = (dimensions + 15) / 16 * 16
    let rowCount = negativeCount + 2
    var generator = SplitMix64(seed: UInt64(dimensions))
    var rows = [Float](repeating: 0, count: (rowCount + 1) * stride)
    for row in 0...rowCount {
      for index in 0..<dimensions {
        rows[row * stride + index] = Float(generator.nextUnit() - 0.5)
      }
    }
    // The centre is row 0; contexts are rows 1 and up, the pair's own is their first.
    let targets = [0] + (0..<negativeCount).map { $0 == 0 ? 0 : $0 }
    let rate: Float = 0.1
    var reference = rows.map { Double($0) }
    var change = [Double](repeating: 0, count: stride)
    for (position, target) in targets.enumerated() where position == 0 || target != 0 {
      let start = (target + 1) * stride
      let score = (0..<stride).reduce(0) { $0 + Double(rows[$1]) * Double(rows[start + $1]) }
      let sigmoid = 1 / (1 + exponential(-score))
      let gradient = ((position == 0 ? 1 : 0) - sigmoid) * Double(rate)
      for index in 0..<stride {
        change[index] += gradient * Double(rows[start + index])
        reference[start + index] += gradient * Double(rows[index])
      }
    }
    for index in 0..<stride { reference[index] += change[index] }

    let memory = unsafe UnsafeMutablePointer<Float>.allocate(aligned: rows.count)
    defer { unsafe memory.deallocate() }
    for index in rows.indices { unsafe memory[index] = rows[index] }
    unsafe vk_skip_gram(
      set, memory, memory + stride, stride, [0], 1, targets.dropFirst().map { UInt32($0) },
      negativeCount, rate)
    return (rows.indices.map { unsafe memory[$0] }, reference)
  }

  /// e^x by its series, so that the reference shares nothing with the kernel.
  static func exponential(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    for n in 1..<200 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }

  @Test(arguments: [1, 3, 16, 17, 100, 128], [1, 5, 8, 9, 63])
  func `a step equals plain loops`(dimensions: Int, negativeCount: Int) {
    let (kernel, reference) = Self.step(
      dimensions: dimensions, negativeCount: negativeCount, set: vk_best_instruction_set())
    for (value, expected) in zip(kernel, reference) {
      #expect(abs(Double(value) - expected) < 1e-5)
    }
  }

  @Test(arguments: [3, 128])
  func `instruction sets with fused multiply-add agree to the last bit`(dimensions: Int) {
    guard vk_best_instruction_set() == vk_avx512 else { return }
    #expect(
      Self.step(dimensions: dimensions, negativeCount: 5, set: vk_avx512).kernel
        == Self.step(dimensions: dimensions, negativeCount: 5, set: vk_avx2).kernel)
  }

  @Test func `a step follows the slope of the loss`() {
    // One centre, three contexts, sixteen components; finite differences of the loss function.
    let count = 64
    let memory = unsafe UnsafeMutablePointer<Float>.allocate(aligned: count)
    defer { unsafe memory.deallocate() }
    var generator = SplitMix64(seed: 2)
    let start = (0..<count).map { _ in Float(generator.nextUnit() - 0.5) }
    func loss(_ values: [Float]) -> Double {
      for index in 0..<count { unsafe memory[index] = values[index] }
      return unsafe vk_skip_gram_loss(memory, memory + 16, 16, [0], 1, [1, 2], 2)
    }
    let rate: Float = 1e-2
    _ = loss(start)
    unsafe vk_skip_gram(
      vk_best_instruction_set(), memory, memory + 16, 16, [0], 1, [1, 2], 2, rate)
    let stepped = (0..<count).map { unsafe memory[$0] }
    for index in 0..<count {
      var above = start
      var below = start
      above[index] += 1e-2
      below[index] -= 1e-2
      let slope = (loss(above) - loss(below)) / Double(above[index] - below[index])
      #expect(abs(Double(stepped[index] - start[index]) / Double(rate) + slope) < 1e-3)
    }
  }
}

extension UnsafeMutablePointer<Float> {
  /// Memory on a boundary of 64 bytes.
  static func allocate(aligned count: Int) -> Self {
    unsafe UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
      .bindMemory(to: Float.self, capacity: count)
  }
}
