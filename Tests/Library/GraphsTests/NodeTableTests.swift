import Graphs
import Testing

/// Tables of nodes, which are given where edges are needed.
@Suite struct NodeTableTests {
  @Test(arguments: [
    "id\tname\n1\tAnn\n2\tBob\n3\tCid\n", "node,type\na,x\nb,y\n", "Id,Label\n0,Myriel\n",
    "Id,Label,Modularity Class\na,b,3\nc,d,4\n", "id,label,x,y\n1,a,0.5,0.5\n",
    "movieId,title,genres\n1,Toy,Fun\n", "# node community\n1 3\n2 4\n", "name;group\na;1\nb;2\n",
  ])
  func `a header of nodes is no edge list`(text: String) throws {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    guard case .nodeTable = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.line == 1)
    #expect(error?.remedy == .declareNodes)
  }

  @Test func `words that are nodes elsewhere, and columns that are named, are edges`() throws {
    #expect(try EdgeListTests.read("id name\nname type\ntype id\n").graph.edgeCount == 3)
    let named = try EdgeListTests.read("id,name\n1,a\n") { $0.columns = .unweighted }
    #expect(named.graph.edgeCount == 2)
  }
}
