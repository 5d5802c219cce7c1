import Testing
import Text

@Suite struct XMLTextTests {
  @Test(arguments: [
    ("a & b < c > d", "a &amp; b &lt; c &gt; d"), ("\"it's\"", "&quot;it&#39;s&quot;"),
    ("two\nlines", "two&#10;lines"), ("bell\u{7}\u{fffe}", "bell"), ("né 🎻", "né 🎻"),
  ])
  func `no character of a name is read as markup`(text: String, escaped: String) {
    #expect(text.xmlEscaped == escaped)
  }
}
