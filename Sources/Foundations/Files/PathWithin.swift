/// A path in a folder or in folders below it, with symbolic links resolved.
package struct PathWithin {
  /// The names of the folders on the way, and that of the file.
  private let names: [Substring]

  /// Takes a path relative to a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - path: The path, whose last part need not exist. Nil is returned if it leads out of the
  ///     folder.
  package init?(_ folder: String, _ path: String) {
    guard let folder = SystemCalls.resolve(folder) else { return nil }
    let folderNames = folder.split(separator: "/")
    let names = FilePath.resolved(path).split(separator: "/")
    guard path.hasPrefix("/") || InputFile.exists(FilePath(path).folder),
      names.count > folderNames.count, names.starts(with: folderNames), !names.contains("..")
    else { return nil }
    self.names = Array(names.dropFirst(folderNames.count))
  }

  /// Whether the file or a folder on the way is hidden: its name begins with a dot.
  package var isHidden: Bool { names.contains { $0.hasPrefix(".") } }
}
