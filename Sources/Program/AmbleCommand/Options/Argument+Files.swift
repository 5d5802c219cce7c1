internal import EmbeddingFiles

extension Argument {
  /// The edge list that a command reads.
  static func edges(to path: Property<Root, String>) -> Argument {
    .required(
      "EDGES", to: path,
      "The edge list: two nodes a line and perhaps a weight, or another format of graphs; plain or "
        + "packed; - is standard input.", file: .reads)
  }

  /// The embedding that a command reads.
  static func vectors(to path: Property<Root, String>) -> Argument {
    .required(
      "VECTORS", to: path, "The embedding, in any format that 'amble embed' writes.",
      file: .reads { EmbeddingFormat.paths(of: $1, as: nil) })
  }
}
