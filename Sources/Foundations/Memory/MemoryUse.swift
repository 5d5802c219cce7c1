internal import CSystem

/// The memory that this process has, as the system counts it.
package struct MemoryUse: Sendable, Equatable {
  /// The bytes that are in the machine's memory.
  package var resident = 0
  /// The most bytes that have been in it at once.
  package var peak = 0
  /// The bytes of the address space that are taken, whether or not they are in memory.
  package var addressSpace = 0
  /// Of these, the bytes of the process's own data.
  package var data = 0

  /// Creates a state from its parts.
  package init(resident: Int, peak: Int, addressSpace: Int, data: Int) {
    (self.resident, self.peak, self.addressSpace, self.data) = (resident, peak, addressSpace, data)
  }

  /// Reads the text of Linux's `/proc/self/status`.
  ///
  /// - Parameter status: Lines such as `VmRSS:  1234 kB`; nil is returned if this one is missing.
  init?(status: String) {
    func byteCount(_ key: String) -> Int {
      guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("\(key):") }),
        let number = line.split(whereSeparator: \.isWhitespace).dropFirst().first
      else { return 0 }
      return (Int(number) ?? 0) << 10
    }
    resident = byteCount("VmRSS")
    guard resident > 0 else { return nil }
    peak = max(resident, byteCount("VmHWM"))
    addressSpace = byteCount("VmSize")
    data = byteCount("VmData")
  }

  /// The present state, or nil where the system does not tell: it is read from Linux's `/proc`.
  package static var current: MemoryUse? {
    SystemText.read("/proc/self/status").flatMap { MemoryUse(status: $0) }
  }

  /// Makes this process return large blocks of memory to the system when they are freed.
  ///
  /// The corresponding C function is `mallopt`. Call it before there are threads.
  package static func returnsFreedMemory() { amble_return_freed_memory() }
}
