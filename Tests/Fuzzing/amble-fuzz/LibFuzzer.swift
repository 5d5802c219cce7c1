internal import CFuzzer
internal import Foundation
internal import FuzzTargets
internal import RandomNumbers

// The functions that libFuzzer calls. `AMBLE_FUZZ_TARGET` names the target, and
// `AMBLE_FUZZ_CORPUS` the folder that gets its seeds; without a target, all are listed.

private let scratch: Scratch = {
  guard let scratch = try? Scratch() else { fatalError("no folder for inputs") }
  return scratch
}()

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["AMBLE_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.named(name) else {
    fatalError("there is no target \(name)")
  }
  return target
}()

@c(LLVMFuzzerInitialize)
func initialize(
  _ argumentCount: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> Int32 {
  guard ProcessInfo.processInfo.environment["AMBLE_FUZZ_TARGET"] != nil else {
    print(FuzzTarget.all.map(\.name).joined(separator: " "))
    exit(0)
  }
  guard let corpus = ProcessInfo.processInfo.environment["AMBLE_FUZZ_CORPUS"] else { return 0 }
  for (number, seed) in ((try? target.seeds(scratch)) ?? []).enumerated() {
    try? Data(seed).write(to: URL(filePath: "\(corpus)/seed-\(number)"))
  }
  return 0
}

@c(LLVMFuzzerTestOneInput)
func test(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  _ = unsafe target.accepts(Array(UnsafeBufferPointer(start: bytes, count: size)), in: scratch)
  return 0
}

@c(LLVMFuzzerCustomMutator)
func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>?, _ size: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  // Half of the changes are libFuzzer's own.
  if seed % 2 == 0 { return unsafe LLVMFuzzerMutate(bytes, size, limit) }
  var generator = SplitMix64(seed: UInt64(seed))
  var changed = unsafe Array(UnsafeBufferPointer(start: bytes, count: size))
  Mutation.mutate(&changed, limit: limit, using: &generator)
  for index in changed.indices { unsafe bytes?[index] = changed[index] }
  return changed.count
}
