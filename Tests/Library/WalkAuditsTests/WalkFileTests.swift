import Foundation
import Graphs
import Testing
import Text
import WalkAudits

@Suite struct WalkFileTests {
  static let graph = Graph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])

  /// The walks of a text, with their lines.
  static func walks(_ text: String) throws -> [(nodes: [Node], line: Int)] {
    let url = FileManager.default.temporaryDirectory.appending(path: "walks-\(UUID()).txt")
    try text.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    var walks: [(nodes: [Node], line: Int)] = []
    try WalkFile(contentsOf: url.path).forEachWalk(on: graph) { nodes, line in
      walks.append((nodes, line))
      return true
    }
    return walks
  }

  @Test func `a line is a walk, with blanks or tabs between names`() throws {
    let walks = try Self.walks("0 1 2\n\n# made by hand\n3\t2\t1\r\n1  0\n2")
    #expect(walks.map(\.line) == [1, 4, 5, 6])
    #expect(walks.map(\.nodes) == [[0, 1, 2], [3, 2, 1], [1, 0], [2]])
  }

  @Test func `a node that the graph lacks is refused by its line`() {
    let error = #expect(throws: TextTableError.self) { try Self.walks("0 1\n1 7\n") }
    #expect(error?.line == 2)
    #expect(error?.reason == "the graph has no node '7'")
  }
}
