internal import EmbeddingFiles
internal import EmbeddingTables
internal import Names
internal import NodeMaps

/// How vectors become places.
struct ProjectionOptions: Sendable {
  var method = MapOptions.Projection.pca
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
        valueName: "FILE"),
    ]
  }

  /// Puts the choices into a map's options.
  func apply(to options: inout MapOptions, names: NameList) throws {
    guard components.count == 2 else {
      throw UsageError("--components must be two numbers, such as 2,3")
    }
    options.projection = method
    options.components = (components[0], components[1])
    if !previousPath.isEmpty { options.previous = try Embedding(contentsOf: previousPath) }
  }
}

extension MapOptions.Projection: OptionChoice {}
