internal import EmbeddingFiles
internal import EmbeddingTables
internal import Parallel

/// The options for reading vectors.
struct VectorReading: Sendable {
  var selection = EmbeddingSelection()

  static var commandLine: [Option<VectorReading>] {
    [
      .value(
        "--names-errors", to: \.selection.invalidNames,
        "What to do about names that are no UTF-8 and names that are there twice: refuse the file, "
          + "replace what is no UTF-8, or also keep the first of vectors with the same name."),
      .value(
        "--limit", to: \.selection.limit, in: 1...1_000_000_000,
        "Read the first N vectors only; without it, all."),
      .flag(
        "--no-names", to: \.selection.hasNames, is: false,
        "Lines of text are numbers only, as numpy.savetxt writes them; the names are 0, 1, 2 and "
          + "so on.", property: "hasNames"),
    ]
  }

  /// Reads vectors.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - format: The format, or nil to detect it.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The vectors.
  /// - Throws: `EmbeddingFileError` if the file cannot be read.
  func read(
    _ path: String, format: EmbeddingFormat? = nil, threadCount: Int = processorCount
  ) throws -> Embedding {
    try Embedding(
      contentsOf: path, format: format, selection: selection, threadCount: threadCount)
  }
}

extension EmbeddingSelection.InvalidNames: OptionChoice {}

extension EmbeddingFileError: Remediable {
  func message(_ option: (_ property: String) -> String?) -> String {
    let text: String? =
      switch remedy {
      case .replaceInvalidNames:
        option("namesErrors").map { "\($0) replace reads it with \u{fffd}" }
      case .keepFirstOfName: option("namesErrors").map { "\($0) keep-first leaves out the others" }
      case .numberRows:
        option("hasNames").map { name in
          "\(name) reads rows of numbers only"
            + (option("from").map { ", and \($0) FORMAT takes the numbers for names" } ?? "")
        }
      case nil: nil
      }
    return description + (text.map { "; \($0)" } ?? "")
  }
}
