import Graphs
import Testing

/// Matrices of numbers as text.
@Suite struct MatrixTextTests {
  @Test(
    arguments: [
      (",a,b,c\na,0,1,0\nb,1,0,2.5\nc,0,2.5,0\n", ["a-b:1", "b-c:2.5"]),
      ("\ta\tb\na\t0\t3\nb\t3\t0\n", ["a-b:3"]),
      ("a,b,c,d\n0,1,0,0\n1,0,1,0\n0,1,0,1\n0,0,1,1\n", ["a-b:1", "b-c:1", "c-d:1", "d-d:1"]),
      ("0,1,0,0\n1,0,1,0\n0,1,0,0\n0,0,0,0\n", ["0-1:1", "1-2:1"]),
      ("0.0 1e0 0 0\n1 0 2 0\n0 2e+00 0 1\n0 0 1 0\n", ["0-1:1", "1-2:2", "2-3:1"]),
      ("0 1 2\n1 0 3\n2 3 0\n", ["0-1:1", "0-2:2", "1-2:3"]),
    ] as [(String, Set<String>)])
  func `a symmetric matrix is an undirected graph`(text: String, edges: Set<String>) throws {
    let list = try EdgeListTests.read(text)
    #expect(list.summary.format == .matrix)
    #expect(!list.graph.isDirected)
    #expect(EdgeListTests.edges(of: list.graph) == edges)
  }

  @Test func `rows without entries are nodes`() throws {
    let text = "0,1,0,0\n1,0,0,0\n0,0,0,0\n0,0,0,0\n"
    #expect(try EdgeListTests.read(text).graph.nodeCount == 4)
  }

  @Test func `a matrix that is not symmetric needs to be told what it means`() throws {
    let text = ",a,b,c\na,0,1,0\nb,0,0,2\nc,4,0,0\n"
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.reason == .asymmetricMatrix)
    #expect(error?.remedy == .chooseDirections)
    let directed = try EdgeListTests.read(text) { $0.isDirected = true }.graph
    #expect(EdgeListTests.edges(of: directed) == ["a-b:1", "b-c:2", "c-a:4"])
    let undirected = try EdgeListTests.read(text) { $0.ignoresDirections = true }.graph
    #expect(!undirected.isDirected)
    #expect(EdgeListTests.edges(of: undirected) == ["a-b:1", "b-c:2", "a-c:4"])
  }

  @Test(arguments: ["0,1,0,0\n1,0,1,0\n0,1,0,1\n0,1,1,0\n", "0 1 2 3\n1 0 3 2\n2 3 0 1\n3 2 1 0\n"])
  func `what may be a matrix or a list is not read as either`(text: String) throws {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.reason == .squareNumbers(count: 4))
    let matrix = try EdgeListTests.read(text) {
      $0.layout = .matrix
      $0.isDirected = true
    }
    #expect(matrix.summary.format == .matrix)
  }

  @Test(arguments: [
    ("id,source,target,weight\n0,1,2,1\n1,2,3,1\n2,3,4,1\n3,4,1,1\n", 4),
    (",source,target\n0,12,57\n1,12,40\n", 2), ("0 1 2\n1 2 3\n2 3 4\n", 3),
  ])
  func `as many edges as columns are no matrix`(text: String, edgeCount: Int) throws {
    let list = try EdgeListTests.read(text)
    #expect(list.summary.format == .edgeList)
    #expect(list.graph.edgeCount == edgeCount)
  }

  @Test(arguments: [
    (",a,b\na,0,-1\nb,-1,0\n", 2, EdgeListError.Reason.negativeWeight("'-1.0'")),
    (
      "a,b,c,d\n0,1,0,0\n1,0,x,0\n0,1,0,1\n0,0,1,1\n", 3,
      .invalidFormat("'x' is no entry of a matrix")
    ),
    (
      "0 1 1 1\n1 0 1\n", 2, .invalidFormat("the matrix is not square: its first row has 4 entries")
    ),
  ])
  func `a matrix that is none is refused`(
    text: String, line: Int, reason: EdgeListError.Reason
  ) throws {
    let error = #expect(throws: EdgeListError.self) {
      try EdgeListTests.read(text) { $0.layout = .matrix }
    }
    #expect(error == EdgeListError(file: "g", line: line, reason: reason))
  }
}
