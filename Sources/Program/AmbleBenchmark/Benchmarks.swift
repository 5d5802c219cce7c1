internal import SystemLibrary

/// A benchmark that can be run by name.
protocol Benchmark: Sendable {
  /// The name on the command line.
  static var name: String { get }
  /// The options and their meanings, one per line.
  static var usage: String { get }
  /// Runs the benchmark and prints a table.
  ///
  /// - Parameter words: What follows the name. What is not taken is refused before any work, by
  ///   `words.finish()`.
  /// - Throws: Any error, whose description is printed.
  static func run(_ words: consuming BenchmarkWords) throws
}

/// All benchmarks; a new one is a file of its own and a line here.
enum Benchmarks {
  static var all: [any Benchmark.Type] {
    [
      LoadBenchmark.self, WalkBenchmark.self, TrainBenchmark.self, TableBenchmark.self,
      FilesBenchmark.self, QueryBenchmark.self, IndexBenchmark.self, ProjectBenchmark.self,
      MapBenchmark.self, CancelBenchmark.self, BaselineBenchmark.self, BudgetBenchmark.self,
    ]
  }

  /// Runs a command line.
  ///
  /// - Parameter words: The command line without the program's name.
  /// - Returns: The exit code: 0, 1 after an error, 64 when nothing known was asked for.
  static func run(_ words: [String]) -> Int32 {
    guard let benchmark = all.first(where: { $0.name == words.first }) else {
      print("usage: amble-benchmark NAME [OPTIONS]\n")
      for benchmark in all { print("\(benchmark.name) \(benchmark.usage)\n") }
      return 64
    }
    do {
      try benchmark.run(BenchmarkWords(words.dropFirst()))
      return 0
    } catch {
      print("amble-benchmark \(benchmark.name): \(error)")
      return 1
    }
  }
}
