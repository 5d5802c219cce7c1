import Testing
import Text

@Suite struct TextTableTests {
  static func fields(_ text: String, delimiter: FieldDelimiter? = nil) throws -> [[String]] {
    try TextTable(Array(text.utf8), named: "t", delimiter: delimiter).rows.map(\.fields)
  }

  static let tables: [(text: String, fields: [[String]])] = [
    ("a b\nc  d e\n", [["a", "b"], ["c", "d", "e"]]),
    ("a b", [["a", "b"]]),
    ("  a \t b  \r\n\r\n# no\n% no\n  # no\nc\n", [["a", "b"], ["c"]]),
    ("a b\tc\n\td\n e \t\n", [["a b", "c"], ["", "d"], ["e", ""]]),
    ("Jörg, 1\n\"M, \"\"K\"\"\" , 2\n,\n", [["Jörg", "1"], ["M, \"K\"", "2"], ["", ""]]),
    ("a;b,c;\"\"\n", [["a", "b,c", ""]]),
    ("\"a;b\",c\n", [["a;b", "c"]]),
    ("say \"a, b\"\n", [["say", "\"a,", "b\""]]),
    ("\u{feff}a b\n", [["a", "b"]]),
    ("", []),
  ]

  @Test(arguments: tables)
  func `fields are what stands between delimiters`(table: (text: String, fields: [[String]])) throws
  {
    #expect(try Self.fields(table.text) == table.fields)
  }

  @Test func `a given delimiter is used even where another would be detected`() throws {
    #expect(try Self.fields("a,b c\n", delimiter: .whitespace) == [["a,b", "c"]])
    #expect(try Self.fields("a\tb,c\n", delimiter: .comma) == [["a\tb", "c"]])
  }

  @Test func `rows keep the numbers of their lines`() throws {
    let table = try TextTable(Array("# first\n\na 1\n\r\nb 2".utf8), named: "types.txt")
    #expect(table.rows.map(\.line) == [3, 5])
    #expect(table.error(table.rows[1], "is wrong").description == "types.txt: line 5: is wrong")
  }

  static let malformed: [(text: [UInt8], message: String)] = [
    (
      Array("a,b\n\"c,d\n".utf8),
      "standard input: line 2: the quotation mark of '\"c,d' is not closed on its line"
    ),
    (
      Array("\"a\" x,b\n".utf8),
      "standard input: line 1: 'x' follows a closing quotation mark, where a delimiter is needed"
    ),
    ([0x61, 0xff, 0x0a], "standard input: line 1: 'a\\xff' is not valid UTF-8"),
    ([0xff, 0xfe, 0x61], "standard input: is not text in UTF-8 or UTF-16"),
  ]

  @Test(arguments: malformed)
  func `a malformed table is refused with its place`(text: [UInt8], message: String) {
    let error = #expect(throws: TextTableError.self) { try TextTable(text, named: "-") }
    #expect(error?.description == message)
  }

  @Test func `an excerpt is short and printable`() {
    #expect(Excerpt.quoted("a\u{1b}\t\u{202e}ü".utf8) == "'a\\u{1b}\\t\\u{202e}ü'")
    #expect(Excerpt.quoted(String(repeating: "ab", count: 30).utf8).count == Excerpt.limit + 3)
    #expect(Excerpt.quoted([0x61, 0xc3]) == "'a\\xc3'")
    #expect(Excerpt.quoted([]) == "''")
  }
}
