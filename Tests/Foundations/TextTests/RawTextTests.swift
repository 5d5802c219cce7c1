import Testing
import Text

@Suite struct RawTextTests {
  @Test(
    arguments: [
      [], [0x61], [0xff], [0x61, 0xe3, 0x81], [0xc3, 0xa9, 0xc3], [0xed, 0xa0, 0x80],
      [0xf4, 0x8f, 0xbf, 0xbf], [0xf4, 0x8f, 0xbe, 0x80, 0xff], [0xf4, 0x90, 0x80, 0x80],
      Array(0...255), [0x65, 0xcc, 0x81],
    ] as [[UInt8]])
  func `any bytes come back from their text`(bytes: [UInt8]) {
    #expect(RawText.bytes(of: RawText.text(of: bytes)) == bytes)
  }

  @Test(arguments: ["", "abc", "Zürich\n", "日本", "😀", "\u{10fffd}".prefix(0) + "é"])
  func `valid text stays as it is`(text: String) {
    #expect(RawText.text(of: Array(text.utf8)) == text)
    #expect(RawText.bytes(of: text) == Array(text.utf8))
  }

  @Test(arguments: [
    ("a b", "a b"), ("a\u{1b}[31m", "a\\u{1b}[31m"), ("a\u{9b}31m", "a\\u{9b}31m"),
    ("a\nb\tc\r", "a\\nb\\tc\\r"), ("a\u{202e}b", "a\\u{202e}b"), ("\u{7f}", "\\u{7f}"),
    ("Zürich 😀", "Zürich 😀"), ("\u{85}", "\\u{85}"),
  ])
  func `escaped text neither controls a terminal nor leaves its line`(text: String, shown: String) {
    #expect(Excerpt.escaped(text) == shown)
  }

  @Test func `lines stay where they are meant`() {
    #expect(Excerpt.escaped("a\n\tb\u{1b}", keepsLines: true) == "a\n\tb\\u{1b}")
  }

  @Test func `a byte of a path is shown as such`() {
    let text = RawText.text(of: [0x61, 0xfe])
    #expect(Excerpt.escaped(text) == "a\\xfe")
    #expect(Excerpt.quoted(text.utf8) == "'a\\xfe'")
  }
}
