import Graphs
import Names
import Testing
import Text

/// Files as people have them: what other programs write, and what headers say.
@Suite struct FoundFilesTests {
  struct File: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let columns: String
    let edges: Set<String>
    var isDirected = false

    init(
      _ testDescription: String, _ text: String, _ columns: String, _ edges: Set<String>,
      isDirected: Bool = false
    ) {
      self.testDescription = testDescription
      self.text = text
      self.columns = columns
      self.edges = edges
      self.isDirected = isDirected
    }
  }

  static let headers = [
    File(
      "a number first", "id,source,target\n1,12,57\n2,12,40\n", "_,source,target",
      ["12-57:1", "12-40:1"]),
    File(
      "turned around", "edge_id,to,from\n0,5,7\n1,5,9\n", "_,target,source", ["7-5:1", "9-5:1"],
      isDirected: true),
    File(
      "the weight first", "weight,source,target\n5,12,57\n", "weight,source,target", ["12-57:5"]),
    File(
      "the index of pandas", ",source,target\n0,12,57\n1,12,40\n", "_,source,target",
      ["12-57:1", "12-40:1"]),
    File(
      "pandas with weights", ",source,target,weight\n0,12,57,0.5\n", "_,source,target,weight",
      ["12-57:0.5"]),
    File("an unnamed index", "Unnamed: 0\tsrc\tdst\n0\ta\tb\n", "_,source,target", ["a-b:1"]),
    File(
      "a time", "source,target,timestamp\n12,57,1082008561\n", "source,target,time", ["12-57:1"]),
    File("a date", "src,dst,date\na,b,2020-01-02\n", "source,target,_", ["a-b:1"]),
    File(
      "Gephi", "Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,1.5\n",
      "source,target,_,_,_,weight", ["1-2:1.5"]),
    File(
      "a relation", "head\trelation\ttail\nMarie\tborn_in\tWarsaw\n", "source,_,target",
      ["Marie-Warsaw:1"]),
    File(
      "SNAP", "# Nodes: 3 Edges: 2\n# FromNodeId\tToNodeId\n1\t2\n2\t3\n", "source,target",
      ["1-2:1", "2-3:1"]),
    File(
      "a commented header turned around", "#target\tsource\n1\t2\n", "target,source", ["2-1:1"],
      isDirected: true),
    File(
      "ratings", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n",
      "source,target,weight,time", ["1-31:2.5"]),
    File(
      "a pair with numbers", "gene_1,gene_2,combined_score\nA,B,7\n", "source,target,weight",
      ["A-B:7"]),
    File(
      "words that exclude the others", "id,Ann,Bob,weight\n1,5,6,2\n", "_,source,target,weight",
      ["5-6:2"]),
    File("Neo4j", ":START_ID,:END_ID,:TYPE\n1,2,KNOWS\n", "source,target,_", ["1-2:1"]),
    File(
      "Gephi with directions", "Source,Target,Type,Id\n2,1,Directed,0\n2,3,Directed,1\n",
      "source,target,_,_", ["2-1:1", "2-3:1"], isDirected: true),
    File(
      "whole numbers with points in one column", "source,target\n1,2.0\n2,3.0\n10,1.0\n",
      "source,target", ["1-2:1", "2-3:1", "1-10:1"]),
    File(
      "numbers with points in both columns", "source,target\n1.0,2.0\n2.0,3.0\n", "source,target",
      ["1.0-2.0:1", "2.0-3.0:1"]),
    File("versions", "1.0 1\n1.1 1.0\n", "source,target", ["1.0-1:1", "1.0-1.1:1"]),
    File(
      "airports", "Origin airport ID,Destination airport ID\nZRH,OSL\nOSL,BGO\n", "source,target",
      ["ZRH-OSL:1", "OSL-BGO:1"]),
    File("addresses", "src_ip,dst_ip\nh1,h2\nh2,h3\n", "source,target", ["h1-h2:1", "h2-h3:1"]),
    File("rows", "col,row,value\n1,2,5\n3,1,2\n", "target,source,weight", ["1-2:5", "1-3:2"]),
    File("blanks and capitals", "Source Node | Target Node\na | b\n", "source,target", ["a-b:1"]),
    File(
      "names that occur elsewhere are no header", "u v\nv w\nw u\n", "source,target",
      ["u-v:1", "v-w:1", "u-w:1"]),
    File(
      "words for columns that are nodes elsewhere", "start end\nend last\nlast start\n",
      "source,target", ["start-end:1", "end-last:1", "start-last:1"]),
    File(
      "a pair of words that occurs nowhere else", "u v\n1a 2a\n2a 3a\n3a 1a\n", "source,target",
      ["1a-2a:1", "2a-3a:1", "1a-3a:1"]),
    File(
      "a repeated header", "source,target\na,b\nsource,target\nb,c\n", "source,target",
      ["a-b:1", "b-c:1"]),
    File(
      "a repeated header among numbers", "source,target\n1,2\nsource,target\n2,3\n",
      "source,target", ["1-2:1", "2-3:1"]),
  ]

  static let marks = [
    File(
      "names with a hash", "#swift\t#ml\t12\nopensource\t#swift\t3\n", "source,target,weight",
      ["#swift-#ml:12", "#swift-opensource:3"]),
    File(
      "after a header", "source,target\n#ml,#graphs\nlinux,#ml\n", "source,target",
      ["#ml-#graphs:1", "#ml-linux:1"]),
    File("separated by blanks", "#a #b\nc #a\n", "source,target", ["#a-#b:1", "#a-c:1"]),
    File("a comment with a blank", "a b\n# c d\nb c\n", "source,target", ["a-b:1", "b-c:1"]),
    File(
      "a comment without one at the head", "#a comment here\na b\nb c\n", "source,target",
      ["a-b:1", "b-c:1"]),
    File("a comment among numbers", "1 2\n#3 4\n2 3\n", "source,target", ["1-2:1", "2-3:1"]),
    File("per cent", "%x,y\n50%,%y\n", "source,target", ["%x-y:1", "50%-%y:1"]),
  ]

  static let formats = [
    File(
      "networkx with weights", "ada bo {'weight': 3.0}\nbo cy {'color': 'red', 'weight': 0.5}\n",
      "source,target", ["ada-bo:3", "bo-cy:0.5"]),
    File("networkx without", "ada bo {}\nbo cy {}\n", "source,target", ["ada-bo:1", "bo-cy:1"]),
    File(
      "networkx with commas", "1,2,{\"weight\": 4, \"color\": \"green\"}\n2,3,{}\n",
      "source,target", ["1-2:4", "2-3:1"]),
    File(
      "networkx's adjacency list", "#x.py\n# GMT Mon\n#\n1 2 3\n2 3\n3\n4\n", "source,target",
      ["1-2:1", "1-3:1", "2-3:1"]),
    File(
      "METIS", "% comment\n4 5\n2 3 4\n1 3\n1 2 4\n1 3\n", "source,target",
      ["1-2:1", "1-3:1", "1-4:1", "2-3:1", "3-4:1"]),
    File("METIS with weights", "3 2 1\n2 7\n1 7 3 2\n2 2\n", "source,target", ["1-2:7", "2-3:2"]),
    File("METIS of nodes alone", "2 0\n\n\n", "source,target", []),
    File(
      "no METIS, since it is not symmetric", "3 2\n1 2\n2 3\n1 3\n", "source,target",
      ["2-3:2", "1-2:1", "1-3:1"]),
    File(
      "KONECT", "% bip unweighted\n% 3 2 2\n1 1\n1 2\n2 2\n", "source,target",
      ["u:1-i:1:1", "u:1-i:2:1", "i:2-u:2:1"]),
    File(
      "Excel's first line", "sep=;\nsource;target;weight\na;b;0,5\n", "source,target,weight",
      ["a-b:0.5"]),
    File("a bar", "Ann|Bob\nBob|Cid\n", "source,target", ["Ann-Bob:1", "Bob-Cid:1"]),
    File("a bar in names", "A|B C|D\nC|D E|F\n", "source,target", ["A|B-C|D:1", "C|D-E|F:1"]),
    File("trailing delimiters", "a,b,,\nb,c,,\n", "source,target", ["a-b:1", "b-c:1"]),
    File("carriage returns", "1 2\r2 3\r", "source,target", ["1-2:1", "2-3:1"]),
    File(
      "one per cent sign", "%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 2\n",
      "source,target", ["1-2:1", "2-3:1"]),
  ]

  @Test(arguments: headers + marks + formats)
  func `a file is the graph that its program meant`(file: File) throws {
    let list = try EdgeListTests.read(file.text) { $0.isDirected = file.isDirected }
    #expect(list.summary.columns.description == file.columns)
    if file.isDirected {
      let graph = list.graph
      let arcs = (0..<Node(graph.nodeCount)).flatMap { node in
        graph.neighbors(of: node).indices.map { index in
          "\(graph.names[Int(node)])-\(graph.names[Int(graph.neighbors(of: node)[index])]):1"
        }
      }
      #expect(Set(arcs) == file.edges)
    } else {
      #expect(EdgeListTests.edges(of: list.graph) == file.edges)
    }
  }

  @Test func `UTF-16 with a mark and Latin 1 are read`() throws {
    let text = "source,target\ncafé,thé\n"
    var (little, big): ([UInt8], [UInt8]) = ([0xff, 0xfe], [0xfe, 0xff])
    for unit in text.utf16 {
      little += [UInt8(unit & 0xff), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xff)]
    }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    var options = EdgeListOptions()
    for bytes in [little, big] {
      #expect(Array(try EdgeList(bytes, named: "g").graph.names) == ["café", "thé"])
    }
    #expect(
      try #require(throws: EdgeListError.self) { try EdgeList(latin, named: "g") }.remedy
        == .readLatin1)
    options.encoding = .latin1
    let graph = try EdgeList(latin, named: "g", options: options).graph
    #expect(Array(graph.names) == ["café", "thé"])
  }

  @Test func `any character may separate columns or begin a comment`() throws {
    let list = try EdgeListTests.read("!x\na:b\nb:c\n") {
      $0.delimiter = FieldDelimiter(rawValue: ":")
      $0.comments = EdgeListOptions.Comments(rawValue: "!")
    }
    #expect(EdgeListTests.edges(of: list.graph) == ["a-b:1", "b-c:1"])
    #expect(list.summary.commentLineCount == 1)
    #expect(["x", "7", "\"", "\n", "::", "é"].allSatisfy { FieldDelimiter(rawValue: $0) == nil })
    let all = try EdgeListTests.read("# b\nb c\n") {
      $0.comments = EdgeListOptions.Comments(rawValue: "none")
    }
    #expect(Array(all.graph.names) == ["#", "b", "c"])
  }

  @Test func `an adjacency list is read when it is asked for`() throws {
    let text = "1 2 3 4\n2 1 3\n3 1 2\n4 1\n"
    #expect(
      try #require(throws: EdgeListError.self) { try EdgeListTests.read(text) }.remedy
        == .readAdjacency)
    let list = try EdgeListTests.read(text) { $0.layout = .adjacency }
    #expect(EdgeListTests.edges(of: list.graph) == ["1-2:1", "1-3:1", "1-4:1", "2-3:1"])
  }

  @Test(
    arguments: [
      ("1\t2,3,4\n2\t3\n", "2,3,4"), ("1:2,3\n2:3,4\n3:4,1\n", "1:2"),
      ("a\tb;c\nb\tc\n", "b;c"),
    ]) func `several nodes in one column are refused, unless edges are asked for`(
      text: String, name: String
    ) throws
  {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.reason == .severalNodes("'\(name)'"))
    let list = try EdgeListTests.read(text) { $0.layout = .edges }
    #expect(list.graph.names.contains(name))
  }

  @Test(arguments: [
    "GO:01 GO:02\nGO:02 GO:03\n", "u:1 i:2\nu:2 i:2\n", "\"Smith, J\",Smith\nLee,\"Lee, A\"\n",
    "chr1:500,chr1:900\nchr1,chr2\n", "(a),(b)\n(b),(c)\n",
  ])
  func `names with commas and colons are names`(text: String) throws {
    #expect(try EdgeListTests.read(text).graph.edgeCount == 2)
  }

  @Test func `edges of both directions are refused, unless one is asked for`() throws {
    let text = "Source,Target,Type\n1,2,Directed\n2,3,Undirected\n"
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.reason == .mixedDirections("'Undirected'") && error?.line == 3)
    #expect(try EdgeListTests.read(text) { $0.isDirected = true }.graph.isDirected)
    #expect(try !EdgeListTests.read(text) { $0.ignoresDirections = true }.graph.isDirected)
    let directed = "Source,Target,Type\n1,2,Directed\n2,3,directed\n"
    #expect(try EdgeListTests.read(directed).graph.isDirected)
    let named = "Source,Target,Type\n1,2,friend\n2,3,Directed\n"
    #expect(try !EdgeListTests.read(named).graph.isDirected)
  }

  @Test func `numbered names in the first of some triples are no header`() throws {
    let list = try EdgeListTests.read("node1 knows node2\nnode3 likes node4\n") {
      $0.columns = try? EdgeListColumns("source,_,target")
    }
    #expect(list.graph.edgeCount == 2)
    #expect(throws: EdgeListError.self) {
      try EdgeListTests.read("node1 knows node2\nnode3 likes node4\n")
    }
  }

  @Test func `what may be meant otherwise is noted`() throws {
    #expect(try EdgeListTests.read("1 2 3\n2 1 3\n3 1 2\n").summary.hasNodesAsWeights)
    #expect(try !EdgeListTests.read("1 2 3\n2 3 1\n").summary.hasNodesAsWeights)
    let suspect = try EdgeListTests.read("gene,disease\na,x\na,y\nb,x\n").summary
    #expect(suspect.suspectedHeader == "'gene disease'")
    #expect(try EdgeListTests.read("a,b\nb,x\na,y\nb,y\n").summary.suspectedHeader == nil)
    #expect(try EdgeListTests.read("1 2\n2 1\n2 3\n3 2\n").summary.isListedBothWays)
    #expect(try EdgeListTests.read("# w\na b\n# x\n\n# z\nb c\n").summary.commentLineCount == 3)
    let mark = #expect(throws: EdgeListError.self) { try EdgeListTests.read("a b\n#y\n") }
    #expect(mark?.remedy == .markComments)
  }

  @Test(arguments: [
    ("version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 3\n", "Git LFS"),
    ("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"></svg>\n", "XML"),
    ("1 Ann\n2 Bob\n3 Cy\n#\n1 2 knows\n2 3\n", "Trivial Graph"),
    ("<http://x/a> <http://x/p> <http://x/b> .\n", "RDF"), (">>graph6<<DQc\n", "graph6"),
    ("[(0, 1), (1, 2), (2, 0)]\n", "brackets"), ("(1, 2)\n(2, 3)\n", "brackets"),
    ("nodes:\n - a\nedges:\n", "YAML"),
    ("nodedef>name VARCHAR\ns1\nedgedef>node1 VARCHAR,node2 VARCHAR\n", "GDF"),
    ("<!DOCTYPE html>\n<html></html>\n", "HTML"), ("PK\u{3}\u{4}xxxxxxxxxxxxxxxxxxxxxxxx", "zip"),
  ])
  func `what is no edge list is called by its name`(text: String, name: String) {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.description.contains(name) == true)
  }
}
