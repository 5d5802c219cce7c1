internal import Files
internal import SystemLibrary

/// Measures what a piece of work takes.
struct Stopwatch {
  /// What a piece of work took.
  struct Reading {
    /// Seconds on the clock.
    var wallSeconds: Double
    /// Seconds of all processors together.
    var processorSeconds: Double
    /// The largest number of bytes that the process held in memory, what it held before included.
    var peakBytes: Int
  }

  /// Does work and measures it.
  ///
  /// - Parameter work: The work.
  /// - Returns: What it returned and what it took.
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

  /// Lets the peak begin anew, where the system can; else it is that of the whole process.
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
