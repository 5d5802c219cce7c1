internal import Files
internal import Synchronization
internal import SystemLibrary

/// Whether Ctrl-C was pressed, the process was told to end or its terminal was closed, for runs
/// that can stop in an orderly way.
///
/// While the value exists, the first SIGINT, SIGTERM or SIGHUP is only recorded; the next one ends
/// the process as usual. Signals that the parent ignores, as `nohup` does, stay ignored. There is
/// one such value at a time.
final class Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// The number of the signal, or 0; set by the signal handler.
  private static let record = Atomic<Int32>(0)

  init() {
    Self.record.store(0, ordering: .relaxed)
    for number in Self.signals where !OpenFile.isIgnored(number) {
      // The handler may only do what is safe at any moment. Unlike ignored signals, it does not
      // outlive the start of another program.
      signal(number) { number in
        Interruption.record.store(number, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] { OpenFile.endProcess(on: number) }
      }
    }
  }

  deinit {
    for number in Self.signals { OpenFile.endProcess(on: number) }
  }

  /// The signal that asked the run to stop, or nil if none has.
  var signalNumber: Int32? {
    let number = Self.record.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}

/// A run was stopped by a signal, in good order.
struct StoppedRun: Error {
  /// The share of the run that is done.
  let fraction: Double
  /// The folder to go on from, if there is one.
  let checkpoint: String?
  /// The number of the signal.
  let signal: Int32
}
