extension EmbeddingFormat {
  /// The files of an embedding: the one at its path, and that of its names, if the format has one.
  ///
  /// - Parameters:
  ///   - path: The path of the vectors, or `-`.
  ///   - format: The format, or nil for the one that the ending of the path stands for.
  /// - Returns: The paths; the files need not exist.
  package static func paths(of path: String, as format: EmbeddingFormat?) -> [String] {
    let names: String? =
      switch format ?? EmbeddingFormat(path: path) {
      case .npy: NumPyFile.namesPath(path)
      case .projector: ProjectorFiles.namesPath(path)
      default: nil
      }
    return [path] + [names].compactMap(\.self)
  }
}
