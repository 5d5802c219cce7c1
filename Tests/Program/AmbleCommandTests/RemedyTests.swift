import Testing

/// Errors of the library, with the options of the command that do something about them.
@Suite struct RemedyTests {
  static let positive = "is not a positive, finite weight"

  static let edges: [(text: String, options: [String], message: String)] = [
    (
      "1 2\n3\n", [],
      "line 2: '3' has 1 column where 2 are expected, separated by whitespace "
        + "(see --delimiter, --columns)"
    ),
    (
      "1,2,3,4,5\n", [],
      "line 1: 5 columns, of which source, target and weight are known; say what all hold, such as "
        + "--columns source,target,weight,_,_"
    ),
    (
      "1 2 -1\n", [],
      "line 1: '-1' \(positive); --ignore-weights reads the edges without weights"
    ),
    ("1 2 0\n", [], "line 1: '0' \(positive); --zero-weights drop leaves such edges out"),
    (
      "1 2 3e38\n2 1 3e38\n", [],
      "the weights of the parallel edges from '1' to '2' add up to more than 3.4e38; "
        + "--parallel-edges first or max keeps one of them"
    ),
    (
      "1 2\n2 1\n", ["--parallel-edges", "error"],
      "line 2: the edge from '2' to '1' occurred before; --parallel-edges sum, first or max merges "
        + "them"
    ),
    (
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n", ["--header", "yes"],
      "--header is not for Matrix Market files, which say themselves what they hold"
    ),
    (
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n", ["--nodes", "x"],
      "--nodes is not for Matrix Market files, which say themselves what they hold"
    ),
    (
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n", ["--delimiter", "comma"],
      "--delimiter is not for Matrix Market files, which say themselves what they hold"
    ),
    (
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n",
      ["--columns", "source,target"],
      "--columns is not for Matrix Market files, which say themselves what they hold"
    ),
    (
      "id,name\n1,Ann\n2,Bob\n", [],
      "line 1: is a table of nodes, by its header 'id name', and no edge list; --nodes takes it "
        + "beside a file of edges, --columns source,target reads it as edges"
    ),
    (
      ",a,b\na,0,1\nb,0,0\n", [],
      "the matrix is not symmetric: its edges lead one way; --directed reads it so, --undirected "
        + "makes them lead both ways"
    ),
    (
      "0 1 0 0\n0 0 1 0\n0 0 0 1\n0 0 0 0\n", [],
      "4 columns of numbers in as many lines are a matrix, edges or an adjacency list; say "
        + "--layout matrix, --layout adjacency or --columns source,target,weight,_"
    ),
    (
      "1 2 x\n", [],
      "line 1: 'x' \(positive); --columns source,target,_ or source,_,target reads the nodes alone"
    ),
    (
      "1 2 3 4\n1 2\n", [],
      "line 1: the lines have different numbers of columns; --layout adjacency reads a node and its "
        + "neighbors in each"
    ),
    (
      "a b\n#c\n", [],
      "line 2: '#c' has 1 column where 2 are expected, separated by whitespace; "
        + "--comments '#' leaves such lines out"
    ),
  ]

  @Test(arguments: edges.indices)
  func `an edge list that is refused is told with the option that reads it`(index: Int) throws {
    let (text, options, message) = Self.edges[index]
    let folder = try TemporaryFolder()
    let file = try folder.file("g.edges", text)
    let run = try Transcript(["info", file] + options)
    #expect(run.exitCode == 1)
    #expect(run.errors == "amble: \(file): \(message)\n")
  }

  @Test func `labels of an unknown node are told with the option that skips them`() throws {
    let folder = try TemporaryFolder()
    let vectors = try folder.file("v.emb", "2 2\na 1 2\nb 2 1\n")
    let labels = try folder.file("labels.txt", "a x\nc y\n")
    let run = try Transcript("classify", vectors, labels)
    #expect(run.exitCode == 1)
    #expect(
      run.errors
        == "amble: \(labels): line 2: there is no node 'c'; near it: 'a' and 'b'; "
        + "--skip-unknown leaves out such lines\n")
  }
}
