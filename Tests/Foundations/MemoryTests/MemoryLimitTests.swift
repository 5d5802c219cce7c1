import Foundation
import Testing

@testable import Memory

@Suite struct MemoryLimitTests {
  static let use = MemoryUse(
    resident: 30 << 20, peak: 40 << 20, addressSpace: 500 << 20, data: 100 << 20)

  static func smallest(
    machine: Int? = 8 << 30, controlGroup: Int? = nil, addressSpace: Int = .max, data: Int = .max
  ) -> MemoryLimit? {
    MemoryLimit.smallest(
      of: machine, controlGroup: controlGroup, addressSpace: addressSpace, data: data, use: use,
      threadCount: 4)
  }

  @Test func `the smallest limit counts`() {
    #expect(Self.smallest() == MemoryLimit(byteCount: 8 << 30, source: .machine))
    #expect(
      Self.smallest(controlGroup: 1 << 30)
        == MemoryLimit(byteCount: 1 << 30, source: .controlGroup))
    #expect(Self.smallest(controlGroup: 1 << 62)?.source == .machine)
    #expect(Self.smallest(machine: nil) == nil)
  }

  @Test func `of the address space, what is taken and what stacks and pools reserve is not left`() {
    // 2048 - 500 - 4 × 8 - 2 × 64 MiB, beside what is in memory.
    #expect(
      Self.smallest(addressSpace: 2 << 30)
        == MemoryLimit(byteCount: (30 + 1388) << 20, source: .addressSpace))
    #expect(
      Self.smallest(data: 1 << 30)
        == MemoryLimit(byteCount: (30 + 764) << 20, source: .data))
    #expect(Self.smallest(addressSpace: 1 << 20)?.byteCount == 30 << 20)
  }

  @Test func `Linux's account of a process is read`() {
    let text =
      "Name:\tamble\nVmPeak:\t 9 kB\nVmSize:\t 8 kB\nVmHWM:\t 7 kB\nVmRSS:\t 5 kB\nVmData:\t 4 kB\n"
    #expect(
      MemoryUse(status: text)
        == MemoryUse(resident: 5 << 10, peak: 7 << 10, addressSpace: 8 << 10, data: 4 << 10))
    #expect(MemoryUse(status: "Name:\tamble\n") == nil)
  }

  #if os(Linux)
    @Test func `this process has memory, and a limit above it`() throws {
      let use = try #require(MemoryUse.current)
      #expect(use.resident > 1 << 20 && use.peak >= use.resident)
      let limit = try #require(MemoryLimit.smallest(threadCount: 1))
      #expect(limit.byteCount > use.resident)
    }
  #endif
}

/// Limits of control groups, in a folder that looks like the one Linux has.
@Suite final class ControlGroupsTests {
  let root: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    root = folder.path
    for (path, limit) in [
      ("memory.max", "max"), ("a/memory.max", "3000"), ("a/b/memory.max", "9000"),
      ("c/memory.max", "max"), ("memory/memory.limit_in_bytes", "9223372036854771712"),
      ("memory/d/memory.limit_in_bytes", "5000"), ("memory/d/e/memory.limit_in_bytes", "7000"),
    ] {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("\(limit)\n".utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  @Test(arguments: [
    ("0::/a/b\n", 3000), ("0::/a\n", 3000), ("0::/c\n", nil), ("0::/\n", nil),
    ("0::/of/the/host\n", nil), ("4:memory:/d/e\n0::/\n", 5000), ("2:cpu,memory:/d\n", 5000),
    ("2:cpu:/d\n", nil), ("4:memory:/host\n", 9_223_372_036_854_771_712),
    ("4:memory:/../../d\n0::/a\n", 3000), ("", nil), ("nonsense\n", nil),
  ])
  func `the smallest limit of the group and those around it counts`(
    membership: String, limit: Int?
  ) {
    #expect(ControlGroups(membership: membership, root: root).limit == limit)
  }
}
