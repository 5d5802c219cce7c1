import Foundation
import Testing
import Text

@Suite struct JSONWriterTests {
  func compact(_ value: JSONValue) -> String { JSONWriter.text(of: value, layout: .compact) }

  @Test func `members keep their order`() {
    #expect(
      compact(["b": 1, "a": [true, false, nil], "c": [:], "d": []])
        == #"{"b":1,"a":[true,false,null],"c":{},"d":[]}"#)
  }

  @Test func `numbers come back from their text`() throws {
    #expect(compact([.float(0.78), .double(0.1), .integer(.min)]) == "[0.78,0.1,\(Int.min)]")
    for number in [Float.leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 1e-7, 1e16, 3] {
      let text = compact(.array([.float(number)]))
      let read = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Double])
      #expect(read.map(Float.init) == [number], "\(text)")
    }
  }

  @Test func `what is no number is null`() {
    #expect(compact([.float(.nan), .double(.infinity), .double(-.infinity)]) == "[null,null,null]")
  }

  @Test func `any text comes back`() throws {
    let text =
      String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init))) + "🪜\\\""
    let written = compact(.array([.string(text)]))
    #expect(written.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f })
    #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String] == [text])
  }

  @Test func `short and flat values stay on one line`() {
    let value: JSONValue = [
      "query": "34", "neighbors": [["name": "33", "score": .float(0.5)], ["name": "é"]],
    ]
    #expect(
      JSONWriter.text(of: value) == """
        {
          "query": "34",
          "neighbors": [
            {"name": "33", "score": 0.5},
            {"name": "é"}
          ]
        }
        """)
    #expect(
      JSONWriter.text(of: .array(Array(repeating: "0123456789", count: 9))).hasPrefix("[\n  \"0"))
  }
}
