import Testing

@testable import NodeMaps

/// Checks that no two texts overlap, that captions touch no group's area and no disc, and that all
/// that is drawn lies on the page.
func expectTidy(_ scene: MapScene) {
  let page = Box(x: 0, y: 0, width: scene.width, height: scene.height)
  let boxes =
    scene.labels.map { ($0.text, $0.box.expanded(by: -0.5)) }
    + scene.captions.filter { !$0.text.isEmpty }.map { ($0.text, $0.box.expanded(by: -0.5)) }
  for first in boxes.indices {
    #expect(page.contains(boxes[first].1), "'\(boxes[first].0)' leaves the page")
    #expect(boxes[first].1.width > 0, "'\(boxes[first].0)' was not measured")
    for second in 0..<first where boxes[first].1.overlaps(boxes[second].1) {
      Issue.record("'\(boxes[first].0)' overlaps '\(boxes[second].0)'")
    }
  }
  for disc in scene.discs {
    let box = Box(center: disc.center, width: disc.radius * 2, height: disc.radius * 2)
    #expect(page.contains(box), "node \(disc.node) leaves the page")
  }
  for case .area(let points, _, _, _) in scene.shapes {
    let isInside = points.allSatisfy {
      $0.x >= 0 && $0.y >= 0 && $0.x <= scene.width && $0.y <= scene.height
    }
    #expect(isInside, "a group's area leaves the page")
    let outline = SmoothCurve.samples(along: points)
    for caption in scene.captions where !caption.text.isEmpty {
      let isApart = outline.allSatisfy { caption.box.distance(to: $0) > 1 }
      #expect(isApart, "'\(caption.text)' touches a group's area")
    }
  }
  for caption in scene.captions where !caption.text.isEmpty {
    let isApart = scene.discs.allSatisfy { caption.box.distance(to: $0.center) > $0.radius }
    #expect(isApart, "'\(caption.text)' touches a disc")
  }
  // Every color of a node is in the legend.
  let explained = Set(
    scene.shapes.compactMap { if case .disc(_, _, let fill, _) = $0 { fill } else { nil } })
  #expect(Set(scene.discs.map(\.fill)).isSubset(of: explained))
}
