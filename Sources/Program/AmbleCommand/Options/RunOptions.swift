internal import Parallel
internal import RandomWalks

/// The options of every long run: its seed, its threads, and whether to print messages.
struct RunOptions: Sendable {
  var seed: UInt64 = 1
  var threadCount = processorCount
  var isQuiet = false

  static var commandLine: [Option<RunOptions>] {
    [
      .value(
        "--seed", to: \.seed, "Fixes all that is random: the same seed gives the same bytes."),
      .value(
        "--threads", to: \.threadCount,
        "How many threads work; the result is the same for every number.",
        property: "threadCount"),
      .flag("--quiet", to: \.isQuiet, "Print nothing but errors."),
    ]
  }

  /// Checks that every option is in range.
  ///
  /// - Throws: `OptionError` for the first that is not.
  func validate() throws(OptionError) {
    try OptionError.require(
      (1...1024).contains(threadCount), "threadCount", threadCount, "from 1 to 1024")
  }
}
