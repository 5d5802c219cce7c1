import Testing

@testable import NodeMaps

@Suite struct PDFDateTests {
  /// A file of two objects, with the table of their places.
  static func file(date: String, after text: String = "") -> [UInt8] {
    let head = "%PDF-1.5\n\(text)"
    let first = "1 0 obj\n<< /Producer (cairo)\n   /CreationDate (D:\(date))\n>>\nendobj\n"
    let second = "2 0 obj\n<< /Type /Catalog >>\nendobj\n"
    func digits(_ place: Int) -> String {
      String(repeating: "0", count: 10 - "\(place)".count) + "\(place)"
    }
    let places = [head.utf8.count, head.utf8.count + first.utf8.count]
    let table = places[1] + second.utf8.count
    let lines = places.map { "\(digits($0)) 00000 n \n" }.joined()
    return Array(
      (head + first + second + "xref\n0 3\n0000000000 65535 f \n" + lines
        + "trailer\n<< /Size 3 /Root 2 0 R /Info 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
  }

  @Test(arguments: ["20261129015103Z", "20261129025103+01'00", "20261128215103-03'30"])
  func `every date becomes the same, and the table of places fits it`(date: String) {
    let expected = Self.file(date: "19700101000000Z")
    #expect(PDFDate.fixed(in: Self.file(date: date)) == expected)
    #expect(PDFDate.fixed(in: expected) == expected)
  }

  @Test(arguments: ["/CreationDate (D:20", "startxref\n7\n", "xref\n"])
  func `what only looks like it stays`(text: String) {
    let fixed = PDFDate.fixed(in: Self.file(date: "20261129025103+01'00", after: text))
    #expect(fixed == Self.file(date: "19700101000000Z", after: text))
  }

  @Test(arguments: ["", "%PDF-1.5\n", "/CreationDate (D:2026", "/CreationDate (D:2026+01'00)"])
  func `a file of another kind is left as it is`(text: String) {
    #expect(PDFDate.fixed(in: Array(text.utf8)) == Array(text.utf8))
  }

  @Test func `a map as PDF does not say when it was drawn`() throws {
    let map = try FormatTests.hostileMap()
    let bytes = try map.draw(as: .pdf)
    #expect(String(decoding: bytes, as: UTF8.self).contains("/CreationDate (D:19700101000000Z)"))
    #expect(try map.draw(as: .pdf) == bytes)
  }
}
