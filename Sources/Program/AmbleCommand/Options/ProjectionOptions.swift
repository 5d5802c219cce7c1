internal import EmbeddingFiles
internal import EmbeddingTables
internal import Projections

/// The options for projecting vectors.
struct ProjectionOptions: Sendable {
  var method = PlaneProjection.Method.pca
  var components = [1, 2]
  var previousPath = ""

  static var commandLine: [Option<ProjectionOptions>] {
    [
      .value(
        "--projection", to: \.method,
        "Principal components, whose axes mean something, or t-SNE, which keeps neighbors."),
      .value("--components", to: \.components, "Which two principal components are the axes."),
      .value(
        "--align", to: \.previousPath,
        "Places from before, as 'amble project' writes them: nodes stay where they were.",
        valueName: "FILE", file: .reads { EmbeddingFormat.paths(of: $1, as: nil) }),
    ]
  }

  /// The library's options.
  ///
  /// - Parameter reading: How vectors are read, for `previousPath`.
  /// - Returns: The options.
  /// - Throws: `UsageError` unless there are two components; the errors of reading `previousPath`.
  func options(_ reading: VectorReading) throws -> PlaneProjection.Options {
    guard components.count == 2 else {
      throw UsageError("--components must be two numbers, such as 2,3")
    }
    var options = PlaneProjection.Options()
    options.method = method
    options.components = (components[0], components[1])
    if !previousPath.isEmpty {
      // The file has names, and all of them count, whatever is read of the vectors.
      var places = VectorReading()
      places.selection.invalidNames = reading.selection.invalidNames
      options.previous = try places.read(previousPath)
    }
    return options
  }
}

extension PlaneProjection.Method: OptionChoice {}
