import Testing

@testable import NodeMaps

@Suite struct InteractiveSVGTests {
  /// Two discs without a group.
  private static var scene: MapScene {
    var scene = MapScene(width: 10, height: 10, theme: .light)
    scene.discs = [3, 5].map { node in
      Disc(
        node: node, center: Point(x: 0, y: 0), radius: 1, fill: Color(0x112233), group: nil,
        tooltip: "node \(node)")
    }
    return scene
  }

  private static func picture(_ ids: [String]) -> [UInt8] {
    let nodes = ids.enumerated().map { place, id in
      """
      <g id="\(id)" class="node">
      <title>n</title>
      <ellipse fill="#112233" stroke="#ffffff" cx="\(place)" cy="0" rx="1" ry="1"/>
      </g>

      """
    }
    return Array(("<svg>\n<g id=\"graph0\" class=\"graph\">\n" + nodes.joined() + "</g>\n").utf8)
  }

  @Test(arguments: [["d0", "d1"], ["d1", "d0"]])
  func `a disc gets its tooltip in whatever order Graphviz draws`(ids: [String]) throws {
    let text = String(
      decoding: try InteractiveSVG.rewrite(Self.picture(ids), of: Self.scene), as: UTF8.self)
    let nodes = text.split(separator: "\n").filter { $0.contains("<circle") }
    #expect(nodes.count == 2)
    for (place, id) in ids.enumerated() {
      let node = id == "d0" ? 3 : 5
      #expect(nodes[place].contains(" id=\"n\(node)\""))
      #expect(nodes[place].contains(" cx=\"\(place)\""))
      #expect(nodes[place].contains("<title>node \(node)</title>"))
    }
  }

  @Test(arguments: [["d0"], ["d0", "node2"], ["d0", "d2"]])
  func `a picture without one of the discs is refused`(ids: [String]) {
    #expect(throws: MapError("Graphviz left out parts of the map")) {
      try InteractiveSVG.rewrite(Self.picture(ids), of: Self.scene)
    }
  }
}
