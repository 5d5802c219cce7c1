internal import Files
package import Graphs
internal import Names
internal import RandomWalks
package import Text

/// A file of walks made by any tool: one walk per line, as names of nodes; see `WalkLines`.
package struct WalkFile: Sendable {
  /// The file's path.
  package let path: String
  private let lines: WalkLines

  /// Reads a file, which may be compressed.
  ///
  /// - Parameter path: The file's path, or `-` for standard input.
  /// - Throws: `FileError` if the file cannot be read, `TextTableError` if it is not text.
  package init(contentsOf path: String) throws {
    self.path = path
    lines = try WalkLines(InputFile.read(path), named: path)
  }

  /// Calls a body with each walk.
  ///
  /// - Parameters:
  ///   - graph: The graph that the walks are on.
  ///   - body: Called with each walk and its line; returns whether to go on.
  /// - Throws: `TextTableError` for the first line with a node that is not in the graph.
  package func forEachWalk(
    on graph: Graph, _ body: (_ nodes: [Node], _ line: Int) -> Bool
  ) throws(TextTableError) {
    // Names are looked up only once, since walks repeat them many times.
    var known: [ArraySlice<UInt8>: Node] = [:]
    var nodes: [Node] = []
    try lines.forEachWalk { words, line throws(TextTableError) in
      nodes.removeAll(keepingCapacity: true)
      for range in words {
        let word = lines.bytes[range]
        if let node = known[word] {
          nodes.append(node)
          continue
        }
        let name = String(decoding: word, as: UTF8.self)
        guard let index = graph.names.index(of: name) else {
          throw TextTableError(
            file: path, line: line,
            reason: "the graph has no node '\(name)'\(graph.names.hint(for: name))")
        }
        known[word] = Node(index)
        nodes.append(Node(index))
      }
      return body(nodes, line)
    }
  }
}
