import CVectorKernels
import RandomNumbers
import Testing

@Suite struct ExampleStepTests {
  /// What an example is: rows in, rows out, labels.
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let inputs: [UInt32]
    let targets: [UInt32]
    let labels: UInt64
    var usesAdagrad = false
    /// The inputs that do not move.
    var frozen: Set<UInt32> = []

    var testDescription: String { "\(name)\(usesAdagrad ? ", Adagrad" : "")" }

    var withAdagrad: Shape {
      var shape = self
      shape.usesAdagrad = true
      return shape
    }
  }

  static let skipGram = Shape(name: "skip-gram", inputs: [2], targets: [3, 7, 9, 1], labels: 1)
  static let cbow = Shape(name: "CBOW", inputs: [0, 4, 1], targets: [3, 7, 9, 1], labels: 1)
  static let tree = Shape(
    name: "hierarchical softmax", inputs: [2], targets: Array(0..<11), labels: 0b101_1001_0110)
  static let cbowTree = Shape(
    name: "CBOW, hierarchical softmax", inputs: [0, 4], targets: Array(4..<24), labels: 0x8_2d31)
  static let shapes = [skipGram, cbow, tree, cbowTree]
  static let frozen = Shape(
    name: "CBOW, a frozen input", inputs: [0, 4, 1], targets: [3, 7, 9, 1], labels: 1, frozen: [4])

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

  /// The step as its documentation has it, in plain loops; `sums` are Adagrad's.
  static func reference(
    _ rows: StepRows, _ shape: Shape, rate: Double, sums: [Double]
  ) -> (values: [Double], sums: [Double]) {
    let width = rows.stride
    var values = rows.values.map { Double($0) }
    var sums = sums
    func input(_ row: UInt32) -> Int { Int(row) * width }
    func output(_ row: UInt32) -> Int { (rows.centerCount + Int(row)) * width }
    let count = Double(shape.inputs.count)
    let hidden = (0..<width).map { index in
      shape.inputs.reduce(0) { $0 + values[input($1) + index] } / count
    }
    var change = [Double](repeating: 0, count: width)
    func factor(_ sum: Int, _ gradient: [Double]) -> Double {
      guard shape.usesAdagrad else { return rate }
      sums[sum] += gradient.reduce(0) { $0 + $1 * $1 } / Double(rows.dimensions)
      return rate / (sums[sum].squareRoot() + 1e-10)
    }
    for (position, target) in shape.targets.enumerated() {
      let row = output(target)
      let score = (0..<width).reduce(0) { $0 + hidden[$1] * values[row + $1] }
      let gradient =
        Double(shape.labels >> UInt64(position) & 1)
        - 1 / (1 + exponential(-score))
      let step = factor(rows.centerCount + Int(target), hidden.map { $0 * gradient })
      for index in 0..<width {
        change[index] += gradient * values[row + index] / count
        values[row + index] += step * gradient * hidden[index]
      }
    }
    for row in shape.inputs where !shape.frozen.contains(row) {
      let step = factor(Int(row), change)
      for index in 0..<width { values[input(row) + index] += step * change[index] }
    }
    return (values, sums)
  }

  @Test(
    arguments: shapes + shapes.map(\.withAdagrad) + [frozen, frozen.withAdagrad], [1, 17, 100])
  func `a step equals plain loops`(shape: Shape, dimensions: Int) {
    let sets: [vk_instruction_set] =
      vk_best_instruction_set() == vk_baseline
      ? [vk_baseline] : [vk_baseline, vk_best_instruction_set()]
    for set in sets {
      let rows = StepRows(dimensions: dimensions)
      var sums = [Float](repeating: 0.25, count: rows.centerCount + rows.contextCount)
      let reference = Self.reference(
        rows, shape, rate: Double(Float(0.1)), sums: sums.map { Double($0) })
      rows.train(shape, rate: 0.1, sums: &sums, set: set)
      #expect(largestDifference(rows.values, reference.values) < 1e-5, "\(set)")
      if shape.usesAdagrad {
        #expect(largestDifference(sums, reference.sums) < 1e-5, "\(set)")
      }
    }
  }

  @Test(arguments: shapes)
  func `a step follows the slope of the loss`(shape: Shape) {
    let rows = StepRows(dimensions: 16)
    let start = rows.values
    var sums: [Float] = []
    rows.train(shape, rate: 1e-2, sums: &sums)
    let stepped = rows.values
    func loss(_ values: [Float]) -> Double {
      rows.values = values
      return rows.loss(shape)
    }
    let places = 0..<(rows.centerCount + 24) * rows.stride
    let slopes = places.map { index in
      var above = start
      var below = start
      above[index] += 1e-2
      below[index] -= 1e-2
      return (loss(above) - loss(below)) / Double(above[index] - below[index])
    }
    let changes = places.map { -Double(stepped[$0] - start[$0]) / 1e-2 }
    #expect(largestDifference(changes, slopes) < 5e-3)
    #expect(slopes.contains { abs($0) > 0.05 })
  }

  @Test(arguments: shapes + shapes.map(\.withAdagrad))
  func `instruction sets with fused multiply-add agree to the last bit`(shape: Shape) {
    guard vk_best_instruction_set() == vk_avx512 else { return }
    let results = [vk_avx2, vk_avx512].map { set in
      let rows = StepRows(dimensions: 100)
      var sums = [Float](repeating: 0.25, count: rows.centerCount + rows.contextCount)
      rows.train(shape, rate: 0.1, sums: &sums, set: set)
      return rows.values + sums
    }
    #expect(results[0] == results[1])
  }
}

extension StepRows {
  /// Takes a step on an example; `sums` are Adagrad's, of the centers and then of the contexts.
  func train(
    _ shape: ExampleStepTests.Shape, rate: Float, sums: inout [Float],
    set: vk_instruction_set = vk_best_instruction_set()
  ) {
    let frozen = (0..<UInt32(centerCount)).map { shape.frozen.contains($0) ? 1 : 0 as UInt8 }
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe frozen.withUnsafeBufferPointer { frozen in
        unsafe withTables { tables in
          var tables = unsafe tables
          if shape.usesAdagrad, let base = sums.baseAddress {
            unsafe tables.input_squares = base
            unsafe tables.output_squares = base + centerCount
          }
          if !shape.frozen.isEmpty { unsafe tables.frozen = frozen.baseAddress }
          unsafe vk_example(
            set, tables, shape.inputs, shape.inputs.count, shape.targets, shape.targets.count,
            shape.labels, rate)
        }
      }
    }
  }

  func loss(_ shape: ExampleStepTests.Shape) -> Double {
    unsafe withTables { tables in
      unsafe vk_example_loss(
        vk_best_instruction_set(), tables, shape.inputs, shape.inputs.count, shape.targets,
        shape.targets.count, shape.labels)
    }
  }
}
