import Graphs
import Testing

/// What formats allow besides what networkx writes.
@Suite struct GraphSyntaxTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let names: [String]
    let edges: Set<String>
    var isDirected = false
    var layout: EdgeListOptions.Layout?
  }

  static let examples = [
    Example(
      testDescription: "GraphML with a prefix, a default weight and labels",
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a comment -->
        <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="w" for="edge" attr.name="weight" attr.type="double">
        <g:default>2</g:default></g:key>
        <g:key id="l" for="node" attr.name="label" attr.type="string"/>
        <g:graph edgedefault="undirected">
        <g:edge source="n0" target="n1"><g:data key="w"> 0.5 </g:data></g:edge>
        <g:node id="n0"><g:data key="l">Ann</g:data></g:node>
        <g:node id="n1"><g:data key="l"><![CDATA[B & C]]></g:data></g:node>
        <g:edge source="n1" target="n0"/>
        <g:node id="n2"><g:data key="l">alone</g:data></g:node>
        </g:graph></g:graphml>
        """,
      names: ["Ann", "B & C", "alone"], edges: ["Ann-B & C:2.5"]),
    Example(
      testDescription: "GraphML with directed and undirected edges",
      text: """
        <graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
        <edge source="a" target="b" directed="true"/><edge source="b" target="c"/>
        </graph></graphml>
        """,
      names: ["a", "b", "c"], edges: ["a-b:1", "b-c:1", "c-b:1"], isDirected: true),
    Example(
      testDescription: "GraphML whose labels are not all different",
      text: """
        <graphml><key id="d0" for="node" attr.name="label" attr.type="string"/>
        <graph edgedefault="undirected"><node id="n0"><data key="d0">x</data></node>
        <node id="n1"><data key="d0">x</data></node>
        <edge source="n0" target="n1"/></graph></graphml>
        """,
      names: ["n0", "n1"], edges: ["n0-n1:1"]),
    Example(
      testDescription: "GEXF with types of edges and weights as attributes",
      text: """
        <gexf><graph defaultedgetype="directed"><attributes class="edge">
        <attribute id="0" title="Weight" type="float"/></attributes>
        <nodes><node id="0" label="a"/><node id="1" label="b"/><node id="2" label="c"/></nodes>
        <edges><edge source="0" target="1">
        <attvalues><attvalue for="0" value="4"/></attvalues></edge>
        <edge source="1" target="2" type="undirected" weight="0.5"/></edges></graph></gexf>
        """,
      names: ["a", "b", "c"], edges: ["a-b:4", "b-c:0.5", "c-b:0.5"], isDirected: true),
    Example(
      testDescription: "GML with comments, nested lists and values",
      text: """
        Creator "someone
        else"
        # a comment ]
        graph
        [
          directed 0 graphics [ a [ b 1 ] ]
          node [ id 7 label "Ann &amp; B&#246;" x [ y 1 ] ]
          node [id 9 label "C"]
          edge [ source 7 target 9 value 3 ]
        ]
        """,
      names: ["Ann & Bö", "C"], edges: ["Ann & Bö-C:3"]),
    Example(
      testDescription: "Pajek with arcs, edges and looks",
      text: """
        *Network a network
        % a comment
        *Vertices 4
        1 "Ann Lee" 0.5 0.5 box ic Red
        2 "b"
        3 c
        4 "d"
        *Arcs :1 "a relation"
        1 2 2.5 c Blue
        *Edges
        2 3
        *Arcslist
        4 1 3
        *Partition x
        1
        2
        """,
      names: ["Ann Lee", "b", "c", "d"],
      edges: ["Ann Lee-b:2.5", "b-c:1", "c-b:1", "d-Ann Lee:1", "d-c:1"], isDirected: true),
    Example(
      testDescription: "Pajek with a matrix and without labels",
      text: "*Vertices 3\n*Matrix\n0 2 0\n2 0 1\n0 1 0\n", names: ["1", "2", "3"],
      edges: ["1-2:2", "2-3:1"]),
    Example(
      testDescription: "JSON of D3, whose links have indexes",
      text: """
        {"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon"}, {"name": "x"}],
         "links": [{"source": 1, "target": 0, "value": 3}]}
        """,
      names: ["Myriel", "Napoleon", "x"], edges: ["Myriel-Napoleon:3"]),
    Example(
      testDescription: "JSON with numbers as ids and parallel edges",
      text: """
        {"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": 10}, {"id": 9}],
         "links": [{"source": 10, "target": 9, "key": 0}, {"source": 10, "target": 9, "key": 1}]}
        """,
      names: ["9", "10"], edges: ["10-9:2"], isDirected: true),
    Example(
      testDescription: "DOT with chains, subgraphs and defaults",
      text: """
        strict digraph "G x" { // a comment
         rankdir=LR; node [shape=box, label="a -> b"]; edge [weight=2]
         a -> b -> c [weight=3, label="x"]; a -> {d e}
         subgraph cluster_1 { f; "g \\"h\\"" }
         a -> b; c:p1:n -> f; /* another
         */ lonely
        }
        """,
      names: ["a", "b", "c", "d", "e", "f", "g \"h\"", "lonely"],
      edges: ["a-b:3", "b-c:3", "a-d:2", "a-e:2", "c-f:2"], isDirected: true),
    Example(
      testDescription: "DOT without arrows", text: "# a\ngraph { 1 -- -2.5; 1 -- \"a\" + \"b\" }",
      names: ["1", "-2.5", "ab"], edges: ["1--2.5:1", "1-ab:1"]),
    Example(
      testDescription: "DL with labels and edges in both directions",
      text: """
        dl n=4 format = edgelist1
        labels:
        Ann,Bob,"Cid D"
        Dora
        data:
        1 2 3
        2 1 3
        2 3
        3 2
        """,
      names: ["Ann", "Bob", "Cid D", "Dora"], edges: ["Ann-Bob:3", "Bob-Cid D:1"]),
    Example(
      testDescription: "DL with a matrix and labels in it",
      text:
        "DL N = 3\nformat = fullmatrix\nlabels embedded\ndata:\n a b c\na 0 1 0\nb 1 0 2\nc 0 2 0",
      names: ["a", "b", "c"], edges: ["a-b:1", "b-c:2"]),
    Example(
      testDescription: "DL with neighbors",
      text: "dl n = 3, format = nodelist1\ndata:\n1 2 3\n2 3\n",
      names: ["1", "2", "3"], edges: ["1-2:1", "1-3:1", "2-3:1"]),
    Example(
      testDescription: "LGL", text: "# a\nb 2\nc\n# d\na\n", names: ["a", "b", "c", "d"],
      edges: ["a-b:2", "a-c:1", "a-d:1"], layout: .lgl),
  ]

  @Test(arguments: examples)
  func `a text is the graph that its format means`(example: Example) throws {
    let graph = try EdgeListTests.read(example.text) { $0.layout = example.layout }.graph
    #expect(Array(graph.names) == example.names)
    #expect(EdgeListTests.edges(of: graph) == example.edges)
    #expect(graph.isDirected == example.isDirected)
  }

  static let faults: [(text: String, line: Int?, words: String)] = [
    ("<graphml><graph><node id='a'/>\n</graph>", 2, "not well-formed XML"),
    ("<graphml><graph>\n<edge source='a' target='b'/></graph></graphml>", 2, "not declared"),
    ("<graphml><graph/>\n<graph/></graphml>", 2, "more than one graph"),
    ("<graphml><graph>\n<hyperedge/></graph></graphml>", 2, "hyperedges"),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM 'x'>]><graphml>&b;\n<graph/></graphml", 2, "XML"),
    ("<gexf><graph><nodes><node id='a'/></nodes>\n<edge source='a'/></graph></gexf>", 2, "target"),
    ("graph [\nnode [ id 1 ]\nedge [ source 1 target 2 ]\n]\n", 3, "not declared"),
    ("graph [\nnode [ label \"a\" ]\n]\n", 2, "no id"),
    ("graph [\nnode [ id 1\n", 3, "']'"),
    ("*Vertices 2\n1 a\n2 b\n*Edges\n1 3\n", 5, "no vertex"),
    ("*Vertices 99999999999\n", 1, "number"),
    ("*Vertices 2\n*Edges\n1 2 -1\n", 3, "positive"),
    ("{\"nodes\": [1, 2],\n\"links\": [[1, 3]]}", nil, "not among the nodes"),
    ("{\"nodes\": [1, 2],\n\"links\": [[1, 2]}", 2, "JSON"),
    ("{\"a\": 1}", nil, "without lists of nodes and links"),
    ("{\"nodes\": [{\"id\": 1}, {\"id\": \"1\"}], \"links\": []}", nil, "earlier"),
    ("digraph {\na -- b }", 2, "->"), ("graph {\na -- b", 2, "ends within"),
    ("graph { a -- b }\ngraph { c -- d }", 2, "more after"),
    ("dl n=2\nformat=rankedlist1\ndata:\n1 2\n", 3, "not read"),
    ("dl n=2\nformat=edgelist1\ndata:\n1 3\n", 4, "no node"),
  ]

  @Test(arguments: faults.indices)
  func `a text that violates its format is refused where it does`(index: Int) throws {
    let (text, line, words) = Self.faults[index]
    let error = try #require(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error.line == line)
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `an option for columns does not apply to a format that has none`() {
    let error = #expect(throws: EdgeListError.self) {
      try EdgeListTests.read("digraph { a -> b }") { $0.columns = .unweighted }
    }
    #expect(error?.reason == .optionWithFormat("columns", format: "DOT"))
  }

  @Test(arguments: [
    "graph theory\ntheory book\n", "dl 1\nn 2\n", "strict a\nb c\n",
  ])
  func `edges of names that look like a format are edges`(text: String) throws {
    #expect(try EdgeListTests.read(text).summary.format == .edgeList)
  }
}
