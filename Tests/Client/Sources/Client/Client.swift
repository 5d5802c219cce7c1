import Foundation
import NodeEmbedding

/// Uses the library as a stranger would, through one import, and checks what it gets.
///
///     swift run --package-path Tests/Client --scratch-path .build/client
///
/// To be run in the folder of the package Amble, whose graphs it reads. The exit code is 1 when
/// something is not as it should be.
@main enum Client {
  static func main() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    var expectations = Expectations()
    try tryGraphs(&expectations)
    let embedding = try await tryEmbedding(&expectations, folder: folder.path)
    try await tryCancellation(&expectations)
    try tryOwnWalk(&expectations)
    try tryQueries(embedding, &expectations)
    try tryLinkPrediction(&expectations)
    try tryMap(embedding, &expectations, folder: folder.path)
    try tryTable(&expectations)
    tryMistakes(&expectations)

    print("\(expectations.count) expectations, \(expectations.failureCount) not met")
    if expectations.failureCount > 0 { exit(1) }
  }
}
