/// The path of a file, in two parts.
struct FilePath: Equatable {
  /// The folder, as a path that is not empty.
  let folder: String
  /// The name in the folder; empty if the path ends in a slash.
  let name: String

  /// Takes a path apart.
  init(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      (folder, name) = (".", path)
      return
    }
    folder = slash == path.startIndex ? "/" : String(path[..<slash])
    name = String(path[path.index(after: slash)...])
  }

  /// The path of another file in the same folder.
  func beside(_ name: String) -> String {
    folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// The path of the file.
  var path: String { beside(name) }

  /// A path with symbolic links resolved, also if only its folder exists.
  ///
  /// A link to a file that does not exist is followed, so that the file is created where the link
  /// points to.
  ///
  /// - Parameter path: A path.
  /// - Returns: The resolved path, or the given one if its folder does not exist.
  static func resolved(_ path: String) -> String {
    var path = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      if let whole = SystemCalls.resolve(path) { return whole }
      let parts = FilePath(path)
      guard let destination = SystemCalls.destination(ofLink: path) else {
        guard let folder = SystemCalls.resolve(parts.folder), !parts.name.isEmpty else {
          return path
        }
        return FilePath("\(folder)/").beside(parts.name)
      }
      path = destination.hasPrefix("/") ? destination : parts.beside(destination)
    }
    return path
  }

  /// A new name beside the file, made of its name and of random digits.
  ///
  /// - Returns: A path whose last part is at most 255 bytes long, as file systems require.
  func randomPath() -> String {
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let ending = ".part-\(String(repeating: "0", count: 16 - number.count))\(number)"
    var stem = name
    while stem.utf8.count + ending.utf8.count > 255 { stem.removeLast() }
    return beside(stem + ending)
  }
}
