import EmbeddingTables
import Foundation
import Graphs
import Names
import Testing

@testable import NodeMaps

/// What every picture has to be: no text over another, nothing cut off, every color explained.
@Suite struct PictureTests {
  @Test(arguments: ["karate", "lesmis"], Theme.allCases)
  func `texts touch no text and stay on the page`(name: String, theme: Theme) throws {
    let scene = try Samples.scene(name, theme: theme)
    expectTidy(scene)
    // Nearly every node is named.
    #expect(scene.labels.count >= scene.discs.count * 8 / 10)
  }

  @Test func `texts touch no text on a map of thousands of nodes in seven groups`() throws {
    let names = [
      "Neural Networks", "Probabilistic Methods", "Genetic Algorithms", "Theory", "Case Based",
      "Reinforcement Learning", "Rule Learning",
    ]
    let sample = try Samples.clusters(count: 2708, groups: 7)
    let scene = try NodeMap(
      sample.embedding, graph: sample.graph, labelTexts: sample.labels.map { names[$0] },
      options: MapOptions()
    ).scene
    expectTidy(scene)
    // Each group is named on the map and in the legend.
    for name in names {
      #expect(scene.labels.contains { $0.text == name && $0.style.isBold })
      #expect(scene.captions.contains { $0.text == name })
    }
  }

  @Test(arguments: [2, 45])
  func `the legend holds any number of groups`(count: Int) throws {
    let groups = (0..<500).map { $0 % count }
    let embedding = Samples.embedding(of: groups, names: NameList(count: 500))
    let scene = try NodeMap(
      embedding, graph: nil, labelTexts: groups.map { "group \($0)" }, options: MapOptions()
    ).scene
    expectTidy(scene)
    // Counts add up to the number of nodes, also where groups share the last row.
    let counts = scene.captions.filter { $0.alignment == .trailing }.compactMap { Int($0.text) }
    #expect(counts.reduce(0, +) == 500)
    if count == 45 { #expect(scene.captions.contains { $0.text == "29 more" }) }
  }

  @Test func `the legend holds names of sixty characters in any script`() throws {
    let names = [
      String(repeating: "wide name ", count: 6), String(repeating: "W", count: 60),
      "קבוצה של צמתים בגרף", "مجموعة من العقد في الرسم البياني", "图中的一组节点和它们的邻居",
      "グラフのノードのグループ", String(repeating: "é", count: 90),
    ]
    let groups = (0..<140).map { $0 % names.count }
    let embedding = Samples.embedding(of: groups, names: NameList(count: 140))
    let scene = try NodeMap(
      embedding, graph: nil, labelTexts: groups.map { names[$0] }, options: MapOptions()
    ).scene
    expectTidy(scene)
    #expect(scene.captions.contains { $0.text == names[2] })
    #expect(scene.captions.allSatisfy { $0.text.count <= 120 })
  }

  @Test func `text can be read on the page`() throws {
    for theme in Theme.allCases {
      for color in Palette.colors {
        #expect(theme.tint(color).readable(on: theme.page).contrast(with: theme.page) >= 4.5)
      }
      #expect(theme.secondaryInk.contrast(with: theme.page) >= 4.5)
      #expect(theme.ink.contrast(with: theme.page) >= 12)
    }
  }

  @Test func `every group's name stands among its densest nodes`() throws {
    let sample = try Samples.clusters(count: 2100, groups: 3)
    let scene = try NodeMap(
      sample.embedding, graph: nil, labelTexts: sample.labels.map { "group \($0)" },
      options: MapOptions()
    ).scene
    for label in scene.labels where label.style.isBold {
      let members = scene.discs.filter {
        $0.group == scene.groups.firstIndex { $0.name == label.text }
      }
      var density = DensityGrid(
        over: Box(x: 0, y: 0, width: scene.width, height: scene.height), cell: 6)
      density.addHills(at: members.map(\.center), radius: 20, joined: false)
      let highest = try #require(density.values.max())
      #expect(density.density(at: label.box.center) >= highest / 2)
    }
  }

  @Test func `larger degrees have larger areas, in proportion`() {
    let sizes = DiscSizes(nodeCount: 100, area: 400_000, largestDegree: 40, holdNames: false)
    func area(_ degree: Int) -> Double {
      sizes.radius(degree: degree) * sizes.radius(degree: degree)
    }
    #expect(abs((area(30) - area(20)) - (area(20) - area(10))) < 1e-9)
    #expect(sizes.radius(degree: 40) == sizes.largest)
  }

  /// Checks that no two texts overlap and that all that is drawn lies on the page.
  private func expectTidy(_ scene: MapScene) {
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
      #expect(isInside, "a territory leaves the page")
    }
    // Every color of a node is in the legend.
    let explained = Set(
      scene.shapes.compactMap { if case .disc(_, _, let fill, _) = $0 { fill } else { nil } })
    #expect(Set(scene.discs.map(\.fill)).isSubset(of: explained))
  }
}
