internal import Files
internal import SystemLibrary

/// Measures the time and memory of a piece of work.
struct Stopwatch {
  /// The time and memory of a piece of work.
  struct Reading {
    /// Wall-clock time in seconds.
    var wallSeconds: Double
    /// CPU time of all processors together, in seconds.
    var processorSeconds: Double
    /// The peak memory of the process in bytes, including what it held before.
    var peakBytes: Int
  }

  /// Does work and measures it.
  ///
  /// - Parameter work: The work.
  /// - Returns: The result of the work and the measurements.
  /// - Throws: What the work throws.
  static func measure<Result>(_ work: () throws -> Result) rethrows -> (Result, Reading) {
    forgetPeak()
    let clock = ContinuousClock()
    let start = clock.now
    let processorStart = processorSeconds
    let result = try work()
    let elapsed = start.duration(to: clock.now) / .seconds(1)
    let reading = Reading(
      wallSeconds: elapsed, processorSeconds: processorSeconds - processorStart,
      peakBytes: peakBytes)
    return (result, reading)
  }

  private static var usage: rusage {
    var usage = rusage()
    #if canImport(Glibc)
      unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #else
      unsafe getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }

  private static var processorSeconds: Double {
    let usage = usage
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Resets the peak if the system allows it; otherwise it is that of the whole process.
  private static func forgetPeak() {
    guard var file = try? OutputFile("/proc/self/clear_refs") else { return }
    try? file.write("5")
    try? file.commit()
  }

  private static var peakBytes: Int {
    if let status = try? InputFile.read("/proc/self/status") {
      let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
      let words = lines.first { $0.hasPrefix("VmHWM:") }?.split(separator: " ") ?? []
      if words.count == 3, let kibibytes = Int(words[1]) { return kibibytes << 10 }
    }
    #if canImport(Glibc)
      return usage.ru_maxrss << 10
    #else
      return usage.ru_maxrss
    #endif
  }
}
