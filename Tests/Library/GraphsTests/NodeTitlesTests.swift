import Graphs
import Names
import Testing
import Text

@Suite struct NodeTitlesTests {
  static func titles(_ text: String) throws -> NodeTitles {
    let nodes = try #require(NameList(["m1", "m2", "m3"]))
    return try NodeTitles(TextTable(Array(text.utf8), named: "titles.csv"), of: nodes)
  }

  @Test(arguments: [
    "m1\tToy Story (1995)\nm2\tJumanji\n",
    "m1,Toy Story (1995),Animation\nm9,Heat,Crime\nm2,Jumanji,Adventure\n",
    "movieId,genres,title\nm1,Animation,Toy Story (1995)\nm2,Adventure,Jumanji\n",
    "id;title\nm1;\"Toy Story (1995)\"\nm2;Jumanji\n",
    "m1 Toy Story (1995)\nm2 Jumanji\n",
  ])
  func `titles are read with and without a header`(text: String) throws {
    let titles = try Self.titles(text)
    #expect(titles.titles == ["Toy Story (1995)", "Jumanji", nil])
    #expect(titles[1] == "Jumanji")
  }

  static let films = "m1\tToy Story (1995)\nm2\tToy Story 2 (1999)\nm3\tJumanji\n"

  @Test(arguments: [("m2", 1), ("toy story (1995)", 0), ("jum", 2), ("STORY 2", 1)])
  func `a node is asked for by name, title or part of one`(text: String, node: Int) throws {
    #expect(try Self.titles(Self.films).node(called: text) == node)
  }

  @Test func `a part of several titles is refused with the nodes that it may mean`() throws {
    let titles = try Self.titles(Self.films)
    let error = #expect(throws: AmbiguousTitle.self) { try titles.node(called: "toy") }
    #expect(
      error?.description
        == "'toy' is in 2 titles: 'm1' (Toy Story (1995)), 'm2' (Toy Story 2 (1999))")
  }

  @Test(arguments: [("Jumanij", ["Jumanji"]), ("m9", ["m1", "m2", "m3"]), ("", [])])
  func `an unknown title has near ones`(text: String, near: [String]) throws {
    let titles = try Self.titles(Self.films)
    #expect(throws: UnknownName(name: text, nearSpellings: near)) {
      try titles.node(called: text)
    }
  }

  @Test func `a file without a title of any node is refused`() {
    let error = #expect(throws: TextTableError.self) { try Self.titles("x\ty\n") }
    #expect(error?.reason == "no line has the title of a node: a line is a node and its title")
  }
}
