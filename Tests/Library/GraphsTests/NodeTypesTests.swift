import Graphs
import Names
import Testing
import Text

@Suite struct NodeTypesTests {
  static func types(_ text: String) throws -> NodeTypes {
    let names = try #require(NameList(["ann", "bob", "hat"]))
    return try NodeTypes(TextTable(Array(text.utf8), named: "types.txt"), of: names)
  }

  @Test func `a file gives a type to each node that it names`() throws {
    let types = try Self.types("# who is what\nann user\nhat item\n")
    #expect(types.names == ["user", "item"])
    #expect(types.numbers == [0, -1, 1])
  }

  @Test(arguments: [
    (
      "ann user\nbob\n",
      "types.txt: line 2: two fields are expected, a node and its type, not 1"
    ),
    (
      "ann user extra\n",
      "types.txt: line 1: two fields are expected, a node and its type, not 3"
    ),
    ("ann user\n\ncat user\n", "types.txt: line 3: the graph has no node 'cat'; near it: 'hat'"),
    ("ann user\nann item\n", "types.txt: line 2: 'ann' has the type 'user' already"),
  ])
  func `a line that cannot be used is refused by its number`(text: String, message: String) {
    let error = #expect(throws: TextTableError.self) { try Self.types(text) }
    #expect(error?.description == message)
  }
}
