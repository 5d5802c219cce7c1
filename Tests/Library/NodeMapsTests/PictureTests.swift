import EmbeddingTables
import Foundation
import Graphs
import Names
import NodeEmbedding
import Projections
import SampleEmbeddings
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
    let embedding = SampleEmbeddings.embedding(of: groups, names: NameList(count: 500))
    let scene = try NodeMap(
      embedding, graph: nil, labelTexts: groups.map { "group \($0)" }, options: MapOptions()
    ).scene
    expectTidy(scene)
    // Counts add up to the number of nodes, also where groups share the last row.
    let counts = scene.captions.filter { $0.alignment == .trailing }.compactMap { Int($0.text) }
    #expect(counts.reduce(0, +) == 500)
    if count == 45 {
      #expect(scene.captions.contains { $0.text == "29 more" })
      // Groups that share the last row's color lie under all others.
      let colored = try #require(scene.discs.firstIndex { ($0.group ?? 99) < 16 })
      #expect(scene.discs[..<colored].count == scene.discs.count { ($0.group ?? 99) >= 16 })
    }
  }

  @Test func `the legend holds names of sixty characters in any script`() throws {
    let names = [
      String(repeating: "wide name ", count: 6), String(repeating: "W", count: 60),
      "קבוצה של צמתים בגרף", "مجموعة من العقد في الرسم البياني", "图中的一组节点和它们的邻居",
      "グラフのノードのグループ", String(repeating: "é", count: 90),
    ]
    let groups = (0..<140).map { $0 % names.count }
    let embedding = SampleEmbeddings.embedding(of: groups, names: NameList(count: 140))
    let scene = try NodeMap(
      embedding, graph: nil, labelTexts: groups.map { names[$0] }, options: MapOptions()
    ).scene
    expectTidy(scene)
    #expect(scene.captions.contains { $0.text == names[2] })
    #expect(scene.captions.allSatisfy { $0.text.count <= 120 })
  }

  @Test func `an ellipsis stands where the letters that it replaces would go on`() {
    #expect(PlainText.shortened("abcdef", to: 6) == "abcdef")
    #expect(PlainText.shortened("abcdefg", to: 6) == "abcde…")
    // A mark that is not seen makes it run to the left, and stays when the text is drawn.
    #expect(PlainText.shortened("קבוצה של", to: 6) == "קבוצה…\u{200f}")
    #expect(PlainText.singleLine("קבוצה…\u{200f}") == "קבוצה…\u{200f}")
    #expect(PlainText.shortened("مجموعة من", to: 4).hasSuffix("…\u{200f}"))
    #expect(PlainText.shortened("图中的一组节点", to: 4) == "图中的…")
  }

  @Test(arguments: Theme.allCases)
  func `names in discs can be read whatever the discs' colors say`(theme: Theme) throws {
    let graph = try Samples.graph("karate")
    let embedding = SampleEmbeddings.embedding(of: (0..<34).map { $0 % 3 }, names: graph.names)
    for coloring in [
      MapOptions.Coloring.numbers((0..<34).map { Double($0) }, title: "Age"), .community,
    ] {
      var options = MapOptions()
      options.coloring = coloring
      options.theme = theme
      let scene = try NodeMap(embedding, graph: graph, options: options).scene
      let names = scene.labels.filter { $0.halo == nil }
      #expect(names.count == 34)
      for name in names {
        let disc = try #require(
          scene.discs.first { ($0.center - name.box.center).length < 0.01 })
        #expect(name.color.contrast(with: disc.fill) >= 3)
      }
    }
  }

  @Test func `a wide name of a group is shortened on the map`() throws {
    let groups = (0..<600).map { $0 % 2 }
    let scene = try NodeMap(
      SampleEmbeddings.embedding(of: groups, names: NameList(count: 600)), graph: nil,
      labelTexts: groups.map { [String(repeating: "W", count: 60), "narrow"][$0] },
      options: MapOptions()
    ).scene
    expectTidy(scene)
    let name = try #require(scene.labels.first { $0.text.hasPrefix("WW") })
    #expect(name.text.hasSuffix("…"))
    #expect(name.box.width < scene.width / 2)
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

  @Test func `on a map of arcs a node's degree counts those that lead to it, too`() throws {
    let graph = Graph(
      nodeCount: 4, edges: [(0, 1), (1, 0), (2, 0), (3, 3)], isDirected: true)
    let square = Embedding(
      names: NameList(count: 4), dimensions: 2, vectors: [0, 0, 0, 1, 1, 0, 1, 1])
    let svg = String(decoding: try NodeMap(square, graph: graph).draw(as: .svg), as: UTF8.self)
    for (node, edges) in ["3 edges", "2 edges", "1 edge", "1 edge"].enumerated() {
      #expect(svg.contains("<title>\(node)&#10;\(edges)&#10;"))
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

  @Test(
    .enabled(
      if: Samples.publishedGraph("cora") != nil,
      "Cora is not at hand: AMBLE_DATA may name the folder of graphs"),
    arguments: Theme.allCases)
  func `texts touch no text on the map of Cora`(theme: Theme) throws {
    let folder = try #require(Samples.publishedGraph("cora"))
    let graph = try EdgeList(contentsOf: "\(folder)/edges.txt").graph
    let labels = try NodeLabels(contentsOf: "\(folder)/labels.txt", nodes: graph.names)
    let topics = [
      "Theory", "Reinforcement Learning", "Genetic Algorithms", "Neural Networks",
      "Probabilistic Methods", "Case Based", "Rule Learning",
    ]
    let texts = (0..<Node(labels.nodeCount)).map { node in
      labels[node].first.flatMap { Int(labels.labelNames[Int($0)]) }.map { topics[$0] }
    }
    let embedding = try DeepWalk(walksPerNode: 4, walkLength: 40, dimensions: 32, seed: 3)
      .embed(graph)
    for method in PlaneProjection.Method.allCases {
      var options = MapOptions()
      options.projection.method = method
      options.theme = theme
      options.threadCount = 2
      let scene = try NodeMap(
        embedding, graph: graph, labelTexts: texts, options: options
      ).scene
      expectTidy(scene)
      #expect(scene.discs.count == 2708)
      #expect(Set(scene.labels.filter(\.style.isBold).map(\.text)) == Set(topics))
    }
    // The names of communities crowd each other.
    var options = MapOptions()
    options.coloring = .community
    options.theme = theme
    let scene = try NodeMap(embedding, graph: graph, options: options).scene
    expectTidy(scene)
    #expect(scene.labels.count { $0.style.isBold } >= 12)
  }

  @Test func `names of groups on a small map touch no rim of a group's area`() throws {
    let scene = try Samples.scene("karate")
    let radii = scene.discs.map(\.radius)
    let reach = GroupAreas.reach(
      nodeCount: 34, meanRadius: radii.reduce(0, +) / Double(radii.count))
    var ground = DensityGrid(
      over: Box(x: 0, y: 0, width: scene.width, height: scene.height), cell: 2)
    ground.addHills(at: scene.discs.map(\.center), radius: reach, joined: true)
    let names = scene.labels.filter(\.style.isBold)
    #expect(Set(names.map(\.text)) == ["Mr. Hi", "Officer"])
    for name in names {
      for row in 0...8 {
        for column in 0...16 {
          let place = Point(
            x: name.box.x + name.box.width * Double(column) / 16,
            y: name.box.y + name.box.height * Double(row) / 8)
          #expect(ground.density(at: place) < GroupAreas.level)
        }
      }
    }
  }

  @Test func `the area of a crowd keeps off the caption of the axis that it lies on`() throws {
    // Half of the nodes in one spot, at the upper end of the second component.
    var random = SmallRandom(state: 9)
    let groups = (0..<120).map { $0 < 60 ? 0 : 1 + $0 % 2 }
    let vectors = groups.flatMap { group -> [Float] in
      group == 0
        ? [0, 4] : [(group == 1 ? 8 : -8) + random.next(), -4 + random.next()]
    }
    let scene = try NodeMap(
      Embedding(names: NameList(count: 120), dimensions: 2, vectors: vectors), graph: nil,
      labelTexts: groups.map { "group \($0)" }, options: MapOptions()
    ).scene
    expectTidy(scene)
    let caption = try #require(scene.captions.first { $0.text.hasPrefix("PC2") })
    let crowd = scene.discs.filter { $0.group == 0 }
    #expect(crowd.count == 60)
    // It lies below the caption.
    #expect(crowd.contains { $0.center.x < caption.anchor.x })
    #expect(crowd.contains { $0.center.x > caption.anchor.x })
  }

  @Test func `a name that would hide its group stands beside it`() throws {
    // Two hundred nodes in one spot, far from all others.
    let groups = (0..<2000).map { $0 < 200 ? 1 : 0 }
    var random = SmallRandom(state: 3)
    let vectors = groups.flatMap { group -> [Float] in
      let size: Float = group == 1 ? 0.2 : 40
      return [random.next() * size + (group == 1 ? 60 : 0), random.next() * size]
    }
    let scene = try NodeMap(
      Embedding(names: NameList(count: 2000), dimensions: 2, vectors: vectors), graph: nil,
      labelTexts: groups.map { ["the wide one", "the narrow one"][$0] }, options: MapOptions()
    ).scene
    let name = try #require(scene.labels.first { $0.text == "the narrow one" })
    let members = scene.discs.filter { $0.group == 1 }
    #expect(members.allSatisfy { name.box.distance(to: $0.center) > $0.radius })
    #expect(members.contains { name.box.distance(to: $0.center) < 30 })
  }
}
