internal import Text

/// What Gephi's column of types says about an edge.
enum EdgeDirection {
  /// Whether a text says that an edge leads only from source to target; nil if it says neither.
  static func isDirected(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool? {
    switch String(decoding: bytes.bytes(in: range), as: UTF8.self).lowercased() {
    case "directed": true
    case "undirected": false
    default: nil
    }
  }
}
