internal import Dispatch
internal import Synchronization
internal import SystemLibrary

/// Whether Ctrl-C was pressed, for runs that can stop in good order.
///
/// While the value lives, the first SIGINT is only noted; a second one ends the process as usual.
final class Interruption {
  /// Set by the signal's handler, on a thread of its own.
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

  /// Whether the run is to stop.
  var isPending: Bool { flag.isSet.load(ordering: .relaxed) }
}
