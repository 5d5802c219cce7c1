import CGraphviz
import EmbeddingTables
import Foundation
import FoundationXML
import Names
import Projections
import SampleEmbeddings
import Testing

@testable import NodeMaps

/// What the files hold, for names of every kind.
@Suite struct FormatTests {
  /// Names that would break a picture that trusted them.
  static let hostileNames = [
    #"a "quoted" name"#, "it's", "<script>alert(1)</script>", "a & b &lt; &amp;lt; &#60;",
    "tab\tnew\nline", #"back\slash \N \G \l \"#, "a|b{c}", "]]>", "--> <!--", "'; DROP TABLE",
    "\u{1}\u{7f}\u{202e}control", "👩‍👩‍👧 emoji", "مرحبا", "javascript:alert(1)", "</title></svg>", "  ",
    "${x} `y`", "%n%s", "\u{2028}separator",
  ]

  /// A map of the hostile names; their labels are hostile too.
  static func hostileMap(link: String? = nil, theme: Theme = .light) throws -> NodeMap {
    let names = try #require(NameList(hostileNames))
    let groups = hostileNames.indices.map { $0 % 3 }
    var options = MapOptions()
    options.title = hostileNames[2] + hostileNames[5]
    options.method = hostileNames[0]
    options.linkTemplate = link
    options.theme = theme
    return try NodeMap(
      SampleEmbeddings.embedding(of: groups, names: names), graph: nil,
      labelTexts: groups.map { ["</g>&\"'", "\\N\\", "<b>&amp;</b>"][$0] }, options: options)
  }

  @Test func `the SVG is well-formed and shows names as they are`() throws {
    let bytes = try Self.hostileMap().draw(as: .svg)
    let document = try XMLReader(bytes)
    let names = document.texts(of: "circle").compactMap { $0.split(separator: "\n").first }
    for name in Self.hostileNames where name.contains(where: { !$0.isWhitespace }) {
      let shown = PlainText.singleLine(name)
      #expect(names.contains { $0 == shown }, "'\(shown)' is a tooltip")
    }
    #expect(document.elements.isDisjoint(with: ["script", "b", "foreignObject", "image", "a"]))
    #expect(document.attributes.allSatisfy { !$0.hasPrefix("on") })
    #expect(document.texts(of: "text").contains("<b>&amp;</b>"))
  }

  @Test func `a group of nodes has an id, a class and its color once`() throws {
    let sample = try Samples.clusters(count: 60, groups: 2)
    let map = try NodeMap(
      sample.embedding, graph: sample.graph, labelTexts: sample.labels.map { "g\($0)" },
      options: MapOptions())
    let text = String(decoding: try map.draw(as: .svg), as: UTF8.self)
    #expect(text.contains(##"<g id="group-0" class="nodes group-0" fill="#3171cf""##))
    #expect(text.contains(#"<g id="group-1" class="nodes group-1""#))
    #expect(text.matches(of: /id="n\d+"/).count == 60)
    #expect(text.matches(of: /class="edges group-0"/).count >= 1)
    #expect(!text.contains("transparent"))
    #expect(!text.contains("http://") || text.matches(of: /http:\/\/(?!www\.w3\.org)/).isEmpty)
  }

  @Test func `links lead where the template says, with names percent-encoded`() throws {
    let map = try Self.hostileMap(link: "https://example.org/{node}?q=\"<x>")
    let document = try XMLReader(map.draw(as: .svg))
    #expect(document.links.count == Self.hostileNames.count)
    #expect(
      document.links.contains(
        "https://example.org/%3Cscript%3Ealert%281%29%3C%2Fscript%3E?q=%22%3Cx%3E"))
    #expect(document.links.allSatisfy { $0.hasPrefix("https://example.org/") })
  }

  @Test(arguments: [
    "javascript:alert('{node}')", "JavaScript:{node}", " javascript:{node}",
    "data:text/html,{node}", "vbscript:{node}", "//example.org/{node}", "{node}", "file:///{node}",
  ])
  func `a template that is no web or mail address is refused`(template: String) {
    #expect(throws: MapError.self) { try LinkTemplate(template) }
  }

  @Test func `a template without a place for the name is refused`() {
    #expect(throws: MapError("'https://example.org' has no {node} in the place of the name")) {
      try LinkTemplate("https://example.org")
    }
  }

  @Test func `PNG and PDF are drawn for names of every kind`() throws {
    let map = try Self.hostileMap(theme: .dark)
    #expect(try map.draw(as: .png).starts(with: [0x89, 0x50, 0x4e, 0x47]))
    #expect(try map.draw(as: .pdf).starts(with: "%PDF".utf8))
  }

  @Test func `Graphviz reads the DOT and draws the same picture`() throws {
    let map = try Self.hostileMap()
    let dot = String(decoding: try map.draw(as: .dot), as: UTF8.self)
    #expect(dot.contains("_background"))
    let again = try Graphviz.withLibrary { _ throws(MapError) in Self.drawn(dot) }
    #expect(try again == map.draw(as: .png))
  }

  /// What Graphviz itself draws of its language with `neato -n2`, as PNG.
  private static func drawn(_ dot: String) -> [UInt8] {
    guard let context = unsafe gvContext(), let graph = unsafe agmemread(dot) else { return [] }
    defer { _ = unsafe agclose(graph) }
    guard unsafe gvLayout(context, graph, "nop2") == 0 else { return [] }
    defer { _ = unsafe gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    guard unsafe amble_render(context, graph, "png", &data, &length) == 0, let data = unsafe data
    else { return [] }
    defer { unsafe gvFreeRenderData(data) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: length))
  }

  @Test func `the page holds names as data only`() throws {
    let page = String(
      decoding: try Self.hostileMap(link: "https://example.org/{node}").draw(as: .html),
      as: UTF8.self)
    // One element of data and one program, and none of a name's.
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script>/).count == 2)
    #expect(!page.contains("<b>&amp;</b>"))
    #expect(page.contains("default-src 'none'"))
    let data = try #require(
      page.firstMatch(of: /<script id="data" type="application\/json">([^<]*)<\/script>/))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(data.1.utf8)) as? [String: Any])
    let names = try #require(json["names"] as? [String])
    #expect(Set(names) == Set(Self.hostileNames.map { PlainText.singleLine($0) }))
  }

  @Test func `a page says where nearest vectors are too many to be found`() throws {
    #expect(NearestNodes.canBeFound(ofAll: 125_000, dimensions: 128))
    #expect(NearestNodes.largestCount(dimensions: 128) == 125_000)
    #expect(!NearestNodes.canBeFound(ofAll: 125_001, dimensions: 128))
    let map = try Self.hostileMap()
    #expect(map.remarks(on: .html) == [])
    #expect(map.remarks(on: .svg) == [])
    let page = MapPage(
      scene: map.scene, content: map.content, link: nil, nearest: nil, remarks: ["It leaves out"])
    #expect(String(decoding: page.bytes(), as: UTF8.self).contains("It leaves out"))
  }

  @Test func `the same input gives the same bytes, for every number of threads`() throws {
    let sample = try Samples.clusters(count: 300, groups: 4)
    for method in PlaneProjection.Method.allCases {
      var options = MapOptions()
      options.projection.method = method
      var files: [[UInt8]] = []
      for threads in [1, 3, 1] {
        options.threadCount = threads
        let map = try NodeMap(sample.embedding, graph: sample.graph, options: options)
        files.append(try map.draw(as: .svg) + map.draw(as: .png) + map.draw(as: .html))
      }
      #expect(files[0] == files[1])
      #expect(files[0] == files[2])
    }
  }

  @Test func `several threads may draw at once`() async throws {
    let map = try Self.hostileMap()
    let expected = try await map.draw(as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try map.draw(as: .svg) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test func `Base64 is that of RFC 4648`() {
    #expect(Base64.text(of: Array("f".utf8)) == "Zg==")
    #expect(Base64.text(of: Array("fo".utf8)) == "Zm8=")
    #expect(Base64.text(of: Array("foobar".utf8)) == "Zm9vYmFy")
    #expect(Base64.text(of: [UInt16(0x0102)]) == "AgE=")
    #expect(Base64.text(of: [UInt32(0x0102_0304)]) == "BAMCAQ==")
  }
}

/// What an XML document holds.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var links: [String] = []
  private var textOfElement: [(element: String, text: String)] = []
  private var open: [String] = []
  private var text = ""

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else {
      throw MapError("not well-formed: \(parser.parserError.map { "\($0)" } ?? "")")
    }
  }

  /// The texts of an element's instances, with those of a title within.
  func texts(of element: String) -> [String] {
    textOfElement.filter { $0.element == element }.map(\.text)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
    if let link = attributes["xlink:href"] { links.append(link) }
    open.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
    textOfElement.append((name == "title" ? open.last ?? "" : name, text))
    text = ""
  }
}
