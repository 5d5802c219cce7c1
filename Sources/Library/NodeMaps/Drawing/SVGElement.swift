/// The start tag of an element that Graphviz has written on one line.
struct SVGElement {
  private let line: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
  }

  /// The value of an attribute as it is written, or an empty text if there is none.
  subscript(_ name: String) -> String {
    let key = Array(" \(name)=\"".utf8)
    var index = line.startIndex
    while index + key.count <= line.endIndex, line[index] != UInt8(ascii: ">") {
      if line[index] == UInt8(ascii: " "), line[index...].starts(with: key) {
        let start = index + key.count
        let end = line[start...].firstIndex(of: UInt8(ascii: "\"")) ?? line.endIndex
        return String(decoding: line[start..<end], as: UTF8.self)
      }
      index += 1
    }
    return ""
  }
}
