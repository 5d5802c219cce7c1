internal import Names
internal import Text

/// A whole number that is written with a point and zeros, as pandas does in a column with gaps.
enum WholeNumber {
  /// Where the digits of a text end, if nothing but a point and zeros follows; otherwise the end of
  /// the text.
  static func end(in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(bytes[place]) }
    guard let point = range.first(where: { !isDigit($0) }), point > range.lowerBound,
      bytes[point] == UInt8(ascii: "."), point + 1 < range.upperBound
    else { return range.upperBound }
    return range[(point + 1)...].allSatisfy { bytes[$0] == UInt8(ascii: "0") }
      ? point : range.upperBound
  }
}

extension ParsedEdges {
  /// Whether all nodes are whole numbers, some of them written with a point and zeros and others
  /// without.
  var haveNumbersInTwoSpellings: Bool {
    guard haveTextNames else { return false }
    var counts = (plain: 0, pointed: 0)
    for index in 0..<names.count {
      let name = Array(names[index].utf8)
      guard name.first.map({ (0x30...0x39).contains($0) }) ?? false else { return false }
      let end = WholeNumber.end(in: name.indices, of: name.span)
      guard name[..<end].allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
      if end == name.count { counts.plain += 1 } else { counts.pointed += 1 }
    }
    return counts.plain > 0 && counts.pointed > 0
  }
}
