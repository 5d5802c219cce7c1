internal import CSystem
internal import SystemLibrary

/// The most memory that this process can have, and what sets the limit.
package struct MemoryLimit: Sendable, Equatable {
  /// What sets a limit.
  package enum Source: String, Sendable {
    /// The machine's memory.
    case machine = "the memory of this machine"
    /// A control group, as containers have.
    case controlGroup = "the limit of the control group"
    /// The limit of the address space, `ulimit -v`.
    case addressSpace = "the limit of the address space"
    /// The limit of the data of a process, `ulimit -d`.
    case data = "the limit of a process's data"
  }

  /// The number of bytes that can be in memory at once.
  package let byteCount: Int
  /// What sets the limit.
  package let source: Source

  /// Creates a limit.
  package init(byteCount: Int, source: Source) {
    self.byteCount = byteCount
    self.source = source
  }

  /// The number of bytes of the machine's memory, or nil if it is not known.
  ///
  /// The corresponding C function is `sysconf`.
  package static var machineByteCount: Int? {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages * size : nil
  }

  /// Finds the smallest limit that this process has.
  ///
  /// - Parameter threadCount: The number of threads, whose stacks take address space.
  /// - Returns: The limit, or nil if none is known.
  package static func smallest(threadCount: Int) -> MemoryLimit? {
    smallest(
      of: machineByteCount,
      controlGroup: SystemText.read("/proc/self/cgroup").flatMap {
        ControlGroups(membership: $0).limit
      },
      addressSpace: Int(amble_address_space_limit()), data: Int(amble_data_limit()),
      use: MemoryUse.current, threadCount: threadCount)
  }

  /// Finds the smallest of some limits.
  ///
  /// - Parameters:
  ///   - machine: The machine's memory; nil if unknown, as for the others.
  ///   - controlGroup: The limit of the control group.
  ///   - addressSpace: The limit of the address space; `Int.max` if there is none.
  ///   - data: The limit of the process's data; `Int.max` if there is none.
  ///   - use: The memory that the process has.
  ///   - threadCount: The number of threads.
  /// - Returns: The limit, or nil if none is known.
  static func smallest(
    of machine: Int?, controlGroup: Int?, addressSpace: Int, data: Int, use: MemoryUse?,
    threadCount: Int
  ) -> MemoryLimit? {
    // A stack and its guard; and the pools of `malloc`, which reserve more than they use.
    let reserve = threadCount * (8 << 20) + 2 * (64 << 20)
    func limit(_ total: Int, taken: Int?, _ source: Source) -> MemoryLimit? {
      guard total < Int.max, let use, let taken else { return nil }
      return MemoryLimit(byteCount: use.resident + max(0, total - taken - reserve), source: source)
    }
    return [
      machine.map { MemoryLimit(byteCount: $0, source: .machine) },
      controlGroup.map { MemoryLimit(byteCount: $0, source: .controlGroup) },
      limit(addressSpace, taken: use?.addressSpace, .addressSpace),
      limit(data, taken: use?.data, .data),
    ].compactMap(\.self).min { $0.byteCount < $1.byteCount }
  }
}
