import FuzzTargets
import RandomNumbers
import Testing

/// Readers of files, given files that are damaged; `Tests/fuzz.sh` does so for longer.
@Suite struct FuzzTargetsTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func `a reader answers damaged files with a value or an error`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let scratch = try Scratch()
    let seeds = try target.seeds(scratch)
    // If none can be read, the target does not do what it is for.
    #expect(seeds.contains { target.accepts($0, in: scratch) })
    var generator = SplitMix64(seed: 1)
    for _ in 0..<100 {
      var bytes = seeds[generator.next(below: seeds.count)]
      Mutation.mutate(&bytes, limit: 1 << 16, using: &generator)
      // A crash ends the process, and the name of this test says where.
      _ = target.accepts(bytes, in: scratch)
    }
  }

  /// Files that fuzzing found to end the process.
  static let found: [(name: String, bytes: [UInt8])] = [
    // 4 × the number of components exceeded the largest integer.
    ("word2vec-binary", Array("5 8223372036854775808\nthe \0\0\0\0".utf8)),
    // A line of an adjacency list that is nothing but attributes.
    ("edges-options", [0x34] + Array("1 2 {}\n{'a': 1}\n".utf8)),
  ]

  @Test(arguments: found.indices)
  func `files that ended the process are refused`(index: Int) throws {
    let (name, bytes) = Self.found[index]
    let target = try #require(FuzzTarget.named(name))
    #expect(try !target.accepts(bytes, in: Scratch()))
  }
}
