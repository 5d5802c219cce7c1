public import Foundation

/// Where this checkout keeps what tests read and run.
public enum RepositoryFiles {
  /// The folder of the package.
  public static let package = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The folder of the package's own graphs.
  public static let graphs = package.appending(path: "graphs").path

  /// A program of this package, as built for the tests.
  public static func program(_ name: String) -> URL {
    let tests = Bundle.main.bundleURL
    let folder = tests.pathExtension == "xctest" ? tests.deletingLastPathComponent() : tests
    return folder.appending(path: name)
  }

  /// The folder of larger graphs and vectors; nil where there is none.
  ///
  /// It is the one that `AMBLE_DATA` names, or else `shared/data` beside the package.
  public static let data: String? = {
    let folder =
      ProcessInfo.processInfo.environment["AMBLE_DATA"]
      ?? package.appending(path: "../shared/data").standardized.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()
}
