import Graphs
import Testing
import Text

@Suite struct EdgeListErrorTests {
  typealias Change = @Sendable (inout EdgeListOptions) -> Void

  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let message: String
    var change: Change = { _ in }

    init(_ text: String, _ message: String, _ change: @escaping Change = { _ in }) {
      self.init(bytes: Array(text.utf8), message, change)
    }

    init(bytes: [UInt8], _ message: String, _ change: @escaping Change = { _ in }) {
      self.bytes = bytes
      self.message = message
      self.change = change
    }

    var testDescription: String { message }
  }

  static let directed: Change = { $0.isDirected = true }
  static let noRepeats: Change = { $0.parallelEdges = .error }
  static let header: Change = { $0.hasHeader = true }
  static func columns(_ list: String) -> Change {
    { options in options.columns = try? EdgeListColumns(list) }
  }

  static let utf8 = "names are text in UTF-8 without control characters"
  static let notPositive = "is not a positive, finite weight"
  static let kinds = "matrices are not read as graphs, only"

  static let empty: [Case] = [
    "", "\n\n", "# only a comment\n% and another\n", "\u{feff}", " \t \r\n", "source,target\n",
  ].map {
    Case($0, "graph.edges: has no edges; a line is 'source target' or 'source target weight'")
  }

  static let columns: [Case] = [
    Case(
      "1\n",
      "graph.edges: line 1: '1' has 1 column where 2 or 3 are expected, separated by whitespace"),
    Case(
      "1 2\n3\n",
      "graph.edges: line 2: '3' has 1 column where 2 are expected, separated by whitespace"),
    Case(
      "1 2\n\n# x\n3 4 5\n",
      "graph.edges: line 4: '3 4 5' has 3 columns where 2 are expected, separated by whitespace"),
    Case(
      "a b 1\na c\n",
      "graph.edges: line 2: 'a c' has 2 columns where 3 are expected, separated by whitespace"),
    Case(
      "1\t2\n1 3\n",
      "graph.edges: line 2: '1 3' has 1 column where 2 are expected, separated by tab"),
    Case(
      "1 2 3 4\n",
      "graph.edges: line 1: 4 columns, of which source, target and weight are known; say what all "
        + "hold"),
    Case(
      "1,2,3,4,5\n",
      "graph.edges: line 1: 5 columns, of which source, target and weight are known; say what all "
        + "hold"),
    Case(
      "1 2 3\n",
      "graph.edges: line 1: '1 2 3' has 3 columns where 4 are expected, separated by whitespace",
      columns("source,target,_,weight")),
    Case(
      "1 2 # why\n",
      "graph.edges: line 1: 4 columns, of which source, target and weight are known; say what all "
        + "hold"),
    Case(
      "1,\"2\t3\"\n",
      "graph.edges: line 1: '2\\t3' is no name of a node; \(utf8)", { $0.delimiter = .comma }),
  ]

  static let fields: [Case] = [
    Case(",b\n", "graph.edges: line 1: the source is empty in ',b'"),
    Case("a,\n", "graph.edges: line 1: the target is empty in 'a,'"),
    Case("a,b,1\nb,c,\n", "graph.edges: line 2: the weight is empty in 'b,c,'"),
    Case("a;b\n;c\n", "graph.edges: line 2: the source is empty in ';c'"),
    Case("a\t\tb\n", "graph.edges: line 1: the target is empty in 'a\\t\\tb'"),
    Case("\"\",b\n", "graph.edges: line 1: the source is empty in '\"\",b'"),
    Case(
      "a,b\n\"c,d\n",
      "graph.edges: line 2: the quotation mark of '\"c,d' is not closed on its line"),
    Case(
      "\"a\"x,b\n",
      "graph.edges: line 1: 'x' follows a closing quotation mark, where a delimiter is needed"),
    Case(
      bytes: [0x61, 0x20, 0xff, 0x0a],
      "graph.edges: line 1: '\\xff' is no name of a node; \(utf8)"),
    Case(
      bytes: Array("a b\nc M".utf8) + [0xfc] + Array("ller\n".utf8),
      "graph.edges: line 2: 'M\\xfcller' is no name of a node; \(utf8)"),
    Case(
      bytes: [0x61, 0x20, 0x62, 0x00, 0x0a],
      "graph.edges: line 1: 'b\\u{0}' is no name of a node; \(utf8)"),
    Case(bytes: [0xff, 0xfe, 0, 0, 0x31, 0], "graph.edges: is not text in UTF-8 or UTF-16"),
    Case(bytes: [0xfe, 0xff, 0x00], "graph.edges: is not text in UTF-8 or UTF-16"),
  ]

  static let weights: [Case] = [
    Case("1 2 x\n", "graph.edges: line 1: 'x' \(notPositive)"),
    Case("1 2 3\n1 3 inf\n", "graph.edges: line 2: 'inf' \(notPositive)"),
    Case("1 2 nan\n", "graph.edges: line 1: 'nan' \(notPositive)"),
    Case("1 2 NaN\n", "graph.edges: line 1: 'NaN' \(notPositive)"),
    Case("1 2 0x10\n", "graph.edges: line 1: '0x10' \(notPositive)"),
    Case("1 2 1.2.3\n", "graph.edges: line 1: '1.2.3' \(notPositive)"),
    Case("1 2 1e\n", "graph.edges: line 1: '1e' \(notPositive)"),
    Case("1 2 1e+\n", "graph.edges: line 1: '1e+' \(notPositive)"),
    Case("1 2 .\n", "graph.edges: line 1: '.' \(notPositive)"),
    Case("1 2 +\n", "graph.edges: line 1: '+' \(notPositive)"),
    Case("1 2 1_000\n", "graph.edges: line 1: '1_000' \(notPositive)"),
    Case("1\t2\t0,5\n", "graph.edges: line 1: '0,5' \(notPositive)"),
    Case("1 2 \u{1b}[31m\n", "graph.edges: line 1: '\\u{1b}[31m' \(notPositive)"),
    Case(
      "1 2 \(String(repeating: "9x", count: 50))\n",
      "graph.edges: line 1: '\(String(repeating: "9x", count: 20))…' \(notPositive)"),
    Case(
      "1 2 1\n\n2 3 -1\n",
      "graph.edges: line 3: '-1' \(notPositive)"),
    Case(
      "a b -2.5e3\n",
      "graph.edges: line 1: '-2.5e3' \(notPositive)"),
    Case(
      "1 2 -1e-60\n",
      "graph.edges: line 1: '-1e-60' \(notPositive)"),
    Case(
      "1 2 0\n",
      "graph.edges: line 1: '0' \(notPositive)"),
    Case(
      "1 2 -0.0e5\n",
      "graph.edges: line 1: '-0.0e5' \(notPositive)"),
    Case("1 2 1e-60\n", "graph.edges: line 1: '1e-60' is not a weight from 1e-45 to 3.4e38"),
    Case("1 2 1e39\n", "graph.edges: line 1: '1e39' is not a weight from 1e-45 to 3.4e38"),
    Case(
      "1 2 1e999999999999\n",
      "graph.edges: line 1: '1e999999999999' is not a weight from 1e-45 to 3.4e38"),
    Case(
      "1 2 3e38\n2 1 3e38\n",
      "graph.edges: the weights of the parallel edges from '1' to '2' add up to more than 3.4e38"),
    Case(
      "1 2 soon\n", "graph.edges: line 1: 'soon' is not a finite time",
      columns("source,target,time")),
    Case(
      "1 2 7\n2 3 1e400\n", "graph.edges: line 2: '1e400' is not a finite time",
      columns("source,target,time")),
  ]

  static let repeats: [Case] = [
    Case(
      "1 2\n2 3\n2 1\n",
      "graph.edges: line 3: the edge from '2' to '1' occurred before", noRepeats),
    Case(
      "a b 1\n# x\nb a 1\na b 1\n",
      "graph.edges: line 4: the edge from 'a' to 'b' occurred before",
      {
        $0.parallelEdges = .error; $0.isDirected = true
      }),
  ]

  static let matrices: [Case] = [
    Case(
      "%%MatrixMarket matrix array real general\n2 2\n1\n",
      "graph.edges: line 1: 'array' \(kinds) coordinate"),
    Case(
      "%%MatrixMarket vector coordinate real general\n",
      "graph.edges: line 1: 'vector' \(kinds) matrix"),
    Case(
      "%%MatrixMarket matrix coordinate complex general\n2 2 0\n",
      "graph.edges: line 1: 'complex' \(kinds) pattern, real, integer or double"),
    Case(
      "%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 0\n",
      "graph.edges: line 1: 'skew-symmetric' \(kinds) general or symmetric"),
    Case(
      "%%MatrixMarket matrix coordinate real hermitian\n2 2 0\n",
      "graph.edges: line 1: 'hermitian' \(kinds) general or symmetric"),
    Case(
      "%%MatrixMarket matrix coordinate\n2 2 0\n",
      "graph.edges: line 1: the banner ends before pattern, real, integer or double"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n% x\n",
      "graph.edges: ends before the line 'rows columns entries'"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n2 2\n1 2\n",
      "graph.edges: line 2: '2 2' is not 'rows columns entries'"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n2 3 1\n1 2\n",
      "graph.edges: line 2: '2 3 1' is not square; rows and columns are the same nodes"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n4000000000 4000000000 1\n1 2\n",
      "graph.edges: line 2: '4000000000 4000000000 1' has more nodes than its entries can connect"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n%\n2 2 1\n1 3\n",
      "graph.edges: line 4: '3' is no row or column; they are 1 to 2"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n0 1\n",
      "graph.edges: line 3: '0' is no row or column; they are 1 to 2"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n2 2 1\na 1\n",
      "graph.edges: line 3: 'a' is no row or column; they are 1 to 2"),
    Case(
      "%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 2\n",
      "graph.edges: has 1 entries where its header says 2"),
    Case(
      "%%MatrixMarket matrix coordinate real symmetric\n2 2 1\n2 1 -3\n",
      "graph.edges: line 3: '-3' \(notPositive)"),
    Case(
      "%%MatrixMarket matrix coordinate real symmetric\n2 2 1\n2 1 3\n",
      "graph.edges: columns is not for Matrix Market files, which say themselves what "
        + "they hold", columns("source,target,weight")),
    Case(
      "%%MatrixMarket matrix coordinate real symmetric\n0 0 0\n",
      "graph.edges: has no edges; a line is 'source target' or 'source target weight'"),
  ]

  static let all = empty + columns + fields + weights + repeats + matrices

  @Test func `there are more than forty cases`() { #expect(Self.all.count > 40) }

  @Test(arguments: all)
  func `a file that is refused is told where and why`(example: Case) throws {
    var options = EdgeListOptions()
    example.change(&options)
    for (threadCount, chunkSize) in [(1, 1 << 20), (3, 1), (2, 5)] {
      let error = #expect(throws: EdgeListError.self) {
        try EdgeList(
          example.bytes, named: "graph.edges", options: options, threadCount: threadCount,
          chunkSize: chunkSize)
      }
      #expect(error?.description == example.message)
    }
  }

  typealias Remedy = EdgeListError.Remedy

  static let remedies: [(text: String, remedy: Remedy?, change: Change)] = [
    ("1 2\n3\n", .describeColumns, { _ in }),
    ("1 2 -1\n", .ignoreWeights, { _ in }), ("1 2 0\n", .dropZeroWeights, { _ in }),
    ("1 2 3e38\n2 1 3e38\n", .keepOneParallelEdge, { _ in }),
    ("1 2\n2 1\n", .mergeParallelEdges, noRepeats), ("1 2 x\n", .skipColumn, { _ in }),
    ("1 2 3 4\n1 2\n", .readAdjacency, { _ in }),
  ]

  @Test(arguments: remedies.indices)
  func `an error tells which option would read the file`(index: Int) throws {
    let (text, remedy, change) = Self.remedies[index]
    var options = EdgeListOptions()
    change(&options)
    let error = #expect(throws: EdgeListError.self) {
      try EdgeList(Array(text.utf8), named: "g", options: options)
    }
    #expect(error?.remedy == remedy)
    #expect(error?.description.contains("--") == false)
  }

  @Test func `columns of which nothing is known are to be named`() throws {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read("1 2 3 4 5\n") }
    let columns = try EdgeListColumns("source,target,weight,_,_")
    #expect(error?.remedy == .nameColumns(columns))
  }

  @Test func `standard input is called by its name`() {
    let error = EdgeListError(file: "-", line: 3, reason: .invalidWeight("'x'"))
    #expect(
      error.description == "standard input: line 3: 'x' is not a positive, finite weight")
  }

  static let lists: [(list: String, message: String)] = [
    ("source,weight", "target is missing"), ("target", "source is missing"),
    ("source,target,source", "source occurs twice"), ("source,target,wait", "'wait' is no column"),
    ("", "'' is no column"), ("source,target,", "'' is no column"),
    ("source,target,time,time", "time occurs twice"),
  ]

  @Test(arguments: lists)
  func `a list of columns that fits no edge list is refused`(list: String, message: String) {
    let error = #expect(throws: EdgeListColumns.ListError.self) { try EdgeListColumns(list) }
    #expect(
      error?.description == "'\(list)': \(message); accepted is a list of source, target, "
        + "weight, time and _ (a column that is not read), such as source,target,weight,_")
  }
}
