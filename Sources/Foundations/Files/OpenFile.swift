internal import CSystem
internal import SystemLibrary

/// Files that are open already, such as standard output and standard error.
package enum OpenFile {
  /// Writes a text without buffering.
  ///
  /// - Parameters:
  ///   - text: The text, written in UTF-8.
  ///   - descriptor: The file.
  ///   - path: Its path for messages; `-` stands for standard output.
  /// - Throws: `FileError` if not all of it can be written.
  package static func write(
    _ text: String, to descriptor: Int32, named path: String = "-"
  ) throws(FileError) {
    try write(Array(text.utf8), to: descriptor, named: path)
  }

  /// Writes bytes without buffering.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, named path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = SystemCalls.write(descriptor, bytes, from: written)
      guard count > 0 else { throw .system(path, use: .output, cannot: "write") }
      written += count
    }
  }

  /// Opens a file that is written line by line, and can be watched meanwhile.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard output. It is created if it is missing.
  ///   - keepsContent: Whether to write behind what it contains, instead of in its place.
  ///   - standardOutput: The open file that `-` stands for.
  /// - Returns: The open file.
  /// - Throws: `FileError` if the file cannot be written.
  package static func open(
    _ path: String, keepsContent: Bool, standardOutput: Int32
  ) throws(FileError) -> Int32 {
    let descriptor =
      path == "-"
      ? dup(standardOutput) : SystemCalls.openForAppending(path, keepsContent: keepsContent)
    guard descriptor >= 0 else { throw .system(path, use: .output, cannot: "write") }
    return descriptor
  }

  /// Opens standard input, output and error if the process was started without them.
  ///
  /// Otherwise the next file that is opened would become standard output, and take what is
  /// printed. Writing to what is opened here fails, as it does without a file.
  package static func openMissingStandardFiles() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe SystemLibrary.open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Lets signals end the process, even if its parent does not let them end itself.
  ///
  /// They stand for writing to a closed pipe, Ctrl-C, being told to end, and a closed terminal.
  /// Output files that have a name before they are complete are removed first.
  ///
  /// Of these, what the parent ignores on purpose, as `nohup` does, stays ignored, except closed
  /// pipes. But threads of a parent that block signals hand that down as well. Output that exceeds
  /// the maximum size of files is an error, and no signal. A mapped file that is cut short while
  /// it is read ends the process with a message.
  package static func acceptSignals() {
    _ = signal(SIGPIPE, SIG_DFL)
    _ = signal(SIGXFSZ, SIG_IGN)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] { endProcess(on: number) }
    amble_report_lost_pages()
  }

  /// Lets a signal end the process after output files that are incomplete have been removed.
  ///
  /// A signal that is ignored stays so. Signal handlers may call this.
  ///
  /// - Parameter signal: The number of the signal.
  package static func endProcess(on signal: Int32) { amble_end_on_signal(signal) }

  /// Whether a signal is ignored.
  ///
  /// - Parameter signal: The number of the signal.
  /// - Returns: Whether it is.
  package static func isIgnored(_ signal: Int32) -> Bool { amble_is_ignored(signal) != 0 }

  /// Whether a file is a terminal.
  ///
  /// - Parameter descriptor: The file.
  /// - Returns: Whether it is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Creates a folder unless there is one.
  ///
  /// - Parameter path: The path of the folder. That it cannot be created is noticed when a file is
  ///   written to it.
  package static func createFolder(_ path: String) { _ = SystemCalls.createFolder(path) }
}
