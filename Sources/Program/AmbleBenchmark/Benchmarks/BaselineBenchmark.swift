internal import Files
internal import Parallel
internal import SystemLibrary
internal import Text

/// The speed of a short list of tasks, compared with times stored in a file.
enum BaselineBenchmark: Benchmark {
  static let name = "baseline"
  static let usage = """
    --save FILE | --compare FILE [--runs N]
      Measures a fixed list of tasks on two threads, about half a minute in all. With --save it
      writes the median times and what machine they are of; with --compare it prints the ratios of
      the times to those of a file, and marks tasks that take over a tenth longer. Only ratios mean
      something, and only on the machine of the file. The stored file:
      amble-benchmark baseline --compare Sources/Program/AmbleBenchmark/baseline.json
    """

  /// How much longer than before a task may take without being marked.
  private static let tolerance = 0.1

  static func run(_ words: consuming BenchmarkWords) throws {
    let savePath = try words.take("--save", or: "")
    let comparePath = try words.take("--compare", or: "")
    let runCount = max(1, try words.take("--runs", or: 5))
    try words.finish()
    guard savePath.isEmpty != comparePath.isEmpty else {
      throw BenchmarkWords.WordError(description: "say either --save FILE or --compare FILE")
    }
    let stored = comparePath.isEmpty ? nil : try Baseline(contentsOf: comparePath)
    let measured = Baseline(
      machine: Machine.description,
      tasks: try BaselineTask.all().map { task in
        (task.name, try medianSeconds(of: task, runCount: runCount))
      })
    if let stored {
      compare(measured, with: stored)
    } else {
      try measured.write(to: savePath)
      print("\(savePath): the medians of \(runCount) runs of \(measured.tasks.count) tasks")
    }
  }

  /// The median time of a task, after a run that warms up caches and threads.
  private static func medianSeconds(of task: BaselineTask, runCount: Int) throws -> Double {
    try task.work()
    let seconds = try (0..<runCount).map { _ in
      try Stopwatch.measure(task.work).1.wallSeconds
    }.sorted()
    return (seconds[(runCount - 1) / 2] + seconds[runCount / 2]) / 2
  }

  private static func compare(_ measured: Baseline, with stored: Baseline) {
    print("then: \(stored.machine)\nnow:  \(measured.machine)")
    var table = ResultTable("task", "then s", "now s", "now / then", "")
    for (name, seconds) in measured.tasks {
      guard let before = stored.tasks.first(where: { $0.name == name })?.seconds else {
        table.append(name, "-", seconds.decimals(3), "-", "new")
        continue
      }
      let ratio = seconds / before
      table.append(
        name, before.decimals(3), seconds.decimals(3), ratio.decimals(2),
        ratio > 1 + tolerance ? "slower" : "")
    }
    table.print()
  }
}

/// The circumstances of a measurement other than the code.
private enum Machine {
  static var description: String {
    let lines = (try? InputFile.read("/proc/cpuinfo")).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n")
    }
    let model = lines?.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    let name = model.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
    return "\(name), \(processorCount) processors online"
  }
}
