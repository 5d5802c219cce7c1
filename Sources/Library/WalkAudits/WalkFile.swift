package import Files
package import Graphs
internal import Names
package import Text

/// A file of walks made by any tool: one walk per line, as names of nodes separated by blanks, or
/// by tabs so that names can contain blanks.
///
/// Empty lines and lines that begin with `#` are ignored.
package struct WalkFile: Sendable {
  /// The file's path.
  package let path: String
  private let bytes: [UInt8]

  /// Reads a file, which may be compressed.
  ///
  /// - Parameter path: The file's path, or `-` for standard input.
  /// - Throws: `FileError` if the file cannot be read.
  package init(contentsOf path: String) throws(FileError) {
    self.path = path
    bytes = try InputFile.read(path)
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
    var line = 0
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      nodes.removeAll(keepingCapacity: true)
      let hasTabs = text.contains(0x09)
      for word in text.split(whereSeparator: { byte in
        byte == 0x09 || byte == 0x0d || byte == 0x20 && !hasTabs
      }) {
        if nodes.isEmpty && word.first == UInt8(ascii: "#") { break }
        if let node = known[word] {
          nodes.append(node)
          continue
        }
        let name = String(decoding: word, as: UTF8.self)
        guard let index = graph.names.index(of: name) else {
          throw TextTableError(
            file: path, line: line, reason: "the graph has no node '\(name)'")
        }
        known[word] = Node(index)
        nodes.append(Node(index))
      }
      if !nodes.isEmpty && !body(nodes, line) { return }
    }
  }
}
