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
}
