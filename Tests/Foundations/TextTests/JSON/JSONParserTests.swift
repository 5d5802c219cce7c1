import Testing
import Text

@Suite struct JSONParserTests {
  static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8).span)
  }

  @Test(arguments: [
    (
      #"{"a":[1,-2,0.5,1e3],"b":{"c":null,"d":true,"e":false},"":""}"#,
      #"{"a":[1,-2,0.5,1000.0],"b":{"c":null,"d":true,"e":false},"":""}"#
    ),
    (" [ ] ", "[]"), ("\t{\r\n}", "{}"), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#),
    (#""\u0041\u00e9\u6751\ud83d\ude00""#, #""Aé村😀""#),
    ("12345678901234567890", "1.2345678901234567e+19"),
    ("-0", "0"), ("1E-2", "0.01"), (#"{"é":1,"e\u0301":2}"#, "{\"é\":1,\"e\u{301}\":2}"),
  ])
  func `a text means what it says`(text: String, written: String) throws {
    #expect(try JSONWriter.text(of: Self.parse(text), layout: .compact) == written)
  }

  @Test(arguments: [
    ("", 0, "the text ends where a value is needed"), ("[1,]", 3, "a value is needed"),
    ("[1 2]", 3, "a comma or ']' is needed"), (#"{"a" 1}"#, 5, "a colon is needed"),
    (#"{"a":1"#, 6, "a comma or '}' is needed"), ("{1:2}", 1, "a name in quotes is needed"),
    (#"{"a":1,"a":2}"#, 10, "the name 'a' is there twice"), ("tru", 3, "a value is needed"),
    ("01", 0, "a number does not start with 0"), ("1.", 2, "a value is needed"),
    ("1 1", 2, "there is more after the value"), (#""a"#, 2, "the text ends inside of a string"),
    (#""\x""#, 1, "an unknown escape inside of a string"),
    (#""\ud800""#, 7, "half of a surrogate pair"),
    (#""\u12g4""#, 3, "four hexadecimal digits are needed"),
    ("\"\n\"", 1, "a control character inside of a string"),
    (String(repeating: "[", count: 101), 100, "values are nested too deep"),
    ("nan", 1, "a value is needed"),
  ])
  func `what is no JSON is refused with its place`(text: String, offset: Int, reason: String) {
    let error = #expect(throws: JSONError.self) { try Self.parse(text) }
    #expect(error?.offset == offset)
    #expect(error?.reason == reason)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: ([0x22, 0xff, 0x22] as [UInt8]).span)
    }
    #expect(error?.description == "byte 0: the string is not valid UTF-8")
  }

  @Test func `members of an object are found by name`() throws {
    let value = try Self.parse(#"{"a":{"b":[7]}}"#)
    #expect(value["a"]?["b"].map { JSONWriter.text(of: $0, layout: .compact) } == "[7]")
    #expect(value["c"] == nil)
    #expect(value["a"]?["b"]?["c"] == nil)
  }
}
