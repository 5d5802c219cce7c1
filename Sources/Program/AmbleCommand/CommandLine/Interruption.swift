internal import Dispatch
internal import Synchronization
internal import SystemLibrary

/// Whether Ctrl-C was pressed, for runs that can stop in an orderly way.
///
/// While the value exists, the first SIGINT is only recorded; a second one ends the process as
/// usual.
final class Interruption {
  /// Set by the signal handler, on a thread of its own.
  private final class Flag: Sendable {
    let isSet = Atomic(false)
  }

  private let flag = Flag()
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [flag] in
      flag.isSet.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Whether the run should stop.
  var isPending: Bool { flag.isSet.load(ordering: .relaxed) }
}
