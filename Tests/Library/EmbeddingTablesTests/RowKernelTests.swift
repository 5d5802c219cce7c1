import CVectorKernels
import Testing

/// The kernels' promise that every instruction set gives the same bits.
@Suite struct RowKernelTests {
  /// A row is not a multiple of sixteen floats, and more than eight times sixteen.
  static let width = 150
  static let stride = 160
  static let rowCount = 40

  /// Rows of numbers between -1 and 1, padded with zeros, on a boundary of 64 bytes.
  static func rows(seed: UInt64) -> UnsafeMutablePointer<Float> {
    let rows = unsafe UnsafeMutableRawPointer.allocate(
      byteCount: rowCount * stride * 4, alignment: 64
    ).bindMemory(to: Float.self, capacity: rowCount * stride)
    var state = seed
    for index in 0..<rowCount * stride {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      unsafe rows[index] = index % stride < width ? Float(state >> 40) / 0x1p23 - 1 : 0
    }
    return unsafe rows
  }

  /// What all kernels make of the same numbers, one after the other.
  static func bits(_ set: vk_instruction_set) -> [UInt32] {
    let (table, state, other) = unsafe (rows(seed: 1), rows(seed: 2), rows(seed: 3))
    let memories = unsafe [table, state, other]
    defer { for number in 0..<3 { unsafe memories[number].deallocate() } }
    for index in 0..<rowCount * stride {
      unsafe state[index] = abs(state[index])
      unsafe other[index] = abs(other[index])
    }
    func described(_ base: UnsafeMutablePointer<Float>) -> vk_rows {
      unsafe vk_rows(base: base, stride: stride, width: width)
    }
    let indices = (0..<90).map { $0 * $0 % rowCount }
    let bounds = [0, 1, 30, 30, 90]
    let weights = (0..<90).map { Float($0) / 7 - 5 }
    var output = [Float](repeating: 0, count: 90 * width)
    var all: [UInt32] = []
    func keep() { all += output.map(\.bitPattern) }
    unsafe indices.withUnsafeBufferPointer { indices in
      unsafe bounds.withUnsafeBufferPointer { bounds in
        let bags = unsafe vk_bags(
          indices: indices.baseAddress, bounds: bounds.baseAddress, padding: 9)
        unsafe vk_gather(set, described(table), indices.baseAddress, 90, &output, false)
        keep()
        unsafe vk_bag_sum(set, described(table), bags, 0, 4, weights, false, &output)
        keep()
        unsafe vk_bag_sum(set, described(table), bags, 0, 4, nil, true, &output)
        keep()
        unsafe vk_bag_max(set, described(table), bags, 0, 4, &output, nil)
        keep()
        unsafe vk_bag_dot(set, described(table), bags, 0, 4, state, &output)
        keep()
      }
    }
    unsafe step(set, described(table), described(state), described(other))
    for (norm, largest) in [(2.0, 6.0), (1, 30), (3, 2)] {
      unsafe vk_renormalize(
        set, described(table), (0..<UInt32(rowCount)).map(\.self), rowCount, norm, largest)
    }
    for number in 0..<3 {
      for index in 0..<rowCount * stride { all.append(unsafe memories[number][index].bitPattern) }
    }
    return all
  }

  /// Steps every optimizer once, by sums of two vectors for some rows and one for others.
  static func step(
    _ set: vk_instruction_set, _ table: vk_rows, _ state: vk_rows, _ other: vk_rows
  ) {
    let values = (0..<5 * width).map { Float($0 * 37 % 101) / 50 - 1 }
    let (rows, starts, sources): ([UInt32], [UInt32], [UInt32]) = (
      [3, 17, 39], [0, 2, 3, 5], [4, 0, 2, 1, 3]
    )
    let scales: [Float] = [0.3, 1, 7, 0.1, 3]
    var scratch = [Float](repeating: 0, count: width)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe sources.withUnsafeBufferPointer { sources in
          unsafe values.withUnsafeBufferPointer { values in
            unsafe scales.withUnsafeBufferPointer { scales in
              unsafe scratch.withUnsafeMutableBufferPointer { scratch in
                for isScaled in [false, true] {
                  let step = unsafe vk_step(
                    gradient: vk_gradient(
                      rows: rows.baseAddress, starts: starts.baseAddress,
                      sources: sources.baseAddress, scales: isScaled ? scales.baseAddress : nil,
                      values: values.baseAddress,
                      width: width),
                    first: 0, last: 3, sign: -1, scratch: scratch.baseAddress)
                  unsafe vk_descend(set, step, table, 0.1)
                  unsafe vk_adagrad(set, step, table, state, 0.1, 1e-10)
                  unsafe vk_row_wise_adagrad(set, step, table, other.base, 0.1, 1e-8)
                  unsafe vk_sparse_adam(set, step, table, state, other, 0.1, 0.001, 0.1, 1e-8)
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func `all instruction sets give the same bits, and padding stays zero`() {
    let baseline = Self.bits(vk_baseline)
    let best = vk_best_instruction_set()
    if best.rawValue >= vk_avx2.rawValue { #expect(areSame(Self.bits(vk_avx2), baseline)) }
    if best.rawValue >= vk_avx512.rawValue { #expect(areSame(Self.bits(vk_avx512), baseline)) }
    let rows = baseline.suffix(3 * Self.rowCount * Self.stride)
    let padding = rows.enumerated().filter { $0.offset % Self.stride >= Self.width }
    #expect(padding.count == 3 * Self.rowCount * 10)
    #expect(padding.allSatisfy { $0.element == 0 })
  }
}
