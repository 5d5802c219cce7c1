import CVectorKernels
import Testing

@Suite struct ScoreKernelTests {
  static let sets: [vk_instruction_set] = [vk_baseline, vk_avx2, vk_avx512].filter {
    $0.rawValue <= vk_best_instruction_set().rawValue
  }

  func hits(
    _ set: vk_instruction_set, isDistance: Bool, groupCount: Int, rows: [Float], dimensions: Int,
    queries: [Float], scales: [Float], threshold: Float
  ) -> [vk_hit] {
    let queryCount = groupCount * Int(VK_QUERY_GROUP)
    let count = rows.count / dimensions
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: 4 * (queryCount * dimensions + queryCount), alignment: 64)
    defer { unsafe memory.deallocate() }
    let packed = unsafe memory.bindMemory(to: Float.self, capacity: queryCount * (dimensions + 1))
    for query in 0..<queryCount {
      for index in 0..<dimensions {
        let place = (query / 16 * dimensions + index) * 16 + query % 16
        unsafe packed[place] = queries[query * dimensions + index]
      }
      unsafe packed[queryCount * dimensions + query] = threshold
    }
    return unsafe [vk_hit](unsafeUninitializedCapacity: count * queryCount) { hits, hitCount in
      unsafe hitCount = vk_scores_above(
        set, isDistance, rows, count, dimensions, scales, packed, groupCount,
        packed + queryCount * dimensions, hits.baseAddress)
    }
  }

  @Test(arguments: sets, [false, true])
  func `every instruction set finds every score above the threshold, once`(
    set: vk_instruction_set, isDistance: Bool
  ) {
    var random = RandomVectors(seed: 5)
    for groupCount in 1...3 {
      for (rowCount, dimensions) in [(1, 1), (13, 5), (24, 16), (31, 33)] {
        let rows = random.integers(rowCount * dimensions)
        let queries = random.integers(groupCount * 16 * dimensions)
        let scales = (0..<rowCount).map { Float($0 % 3 + 1) }
        let threshold: Float = isDistance ? -3 * Float(dimensions) : 1
        var expected: [[Float]] = []
        for query in 0..<groupCount * 16 {
          for row in 0..<rowCount {
            var sum: Float = 0
            for index in 0..<dimensions {
              let (q, x) = (queries[query * dimensions + index], rows[row * dimensions + index])
              sum += isDistance ? -(q - x) * (q - x) : q * x
            }
            if sum * scales[row] > threshold {
              expected.append([Float(query), Float(row), sum * scales[row]])
            }
          }
        }
        let found = hits(
          set, isDistance: isDistance, groupCount: groupCount, rows: rows, dimensions: dimensions,
          queries: queries, scales: scales, threshold: threshold)
        // Of one query, rows ascend.
        let ordered = found.indices.sorted { (found[$0].query, $0) < (found[$1].query, $1) }
        #expect(
          ordered.map { [Float(found[$0].query), Float(found[$0].row), found[$0].score] }
            == expected)
      }
    }
  }

  @Test func `machines with a fused multiply-add give the same bits`() {
    let fused = Self.sets.filter { $0 != vk_baseline }
    guard fused.count == 2 else { return }
    var random = RandomVectors(seed: 6)
    let rows = random.numbers(50 * 70)
    let queries = random.numbers(48 * 70)
    let bits = fused.map { set in
      var scores = [UInt32](repeating: 0, count: 50 * 48)
      for hit in hits(
        set, isDistance: false, groupCount: 3, rows: rows, dimensions: 70, queries: queries,
        scales: [Float](repeating: 0.3, count: 50), threshold: -.infinity)
      {
        scores[Int(hit.row) * 48 + Int(hit.query)] = hit.score.bitPattern
      }
      return scores
    }
    #expect(bits[0] == bits[1])
  }

  @Test(arguments: sets)
  func `inverse lengths neither overflow nor divide by zero`(set: vk_instruction_set) {
    let rows: [Float] = [3, 4, 0, 0, 3e38, 2e38, 1e-30, 0, .nan, 1, .infinity, 1]
    var results = [Float](repeating: -1, count: 6)
    unsafe vk_inverse_norms(set, rows, 6, 2, &results)
    #expect(results[0...1] == [0.2, 0])
    #expect(results[2] > 0 && abs(results[3] - 1e30) < 1e24)
    #expect(results[4].isNaN && results[5] == 0)
  }
}
