/// What the words of a header say about the columns below them.
struct HeaderWords {
  /// What a word names.
  private enum Meaning: Equatable {
    case weight
    case time
    /// A number or a kind of the edge, which is not read.
    case label
    /// Perhaps a node, perhaps anything else.
    case unknown
  }

  private let words: [String]

  /// Takes the words of a header as they are in the file.
  init(_ texts: [String]) {
    // "From_NodeID", "from node id" and ":FROM_ID" are the same word.
    words = texts.map { text in String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
  }

  /// The columns, if the header names the two of the nodes in words that mean nothing else.
  var columns: EdgeListColumns? {
    for pair in Self.pairs {
      if let source = index(ofWordIn: pair.sources), let target = index(ofWordIn: pair.targets) {
        return columns(source: source, target: target)
      }
    }
    guard let (source, target) = numberedPair else { return nil }
    // The first of some triples may be numbered, too: `node1 knows node2`.
    let others = words.indices.filter { $0 != source && $0 != target }
    guard others.allSatisfy({ meaning(of: words[$0]) != .unknown }) else { return nil }
    return columns(source: source, target: target)
  }

  /// Whether the two words of a line without other columns may well be names of nodes, too, such as
  /// `start,end`: if they occur elsewhere, they are.
  var areAmbiguous: Bool {
    guard words.count == 2 else { return false }
    return !Self.pairs.prefix(2).contains { pair in
      index(ofWordIn: pair.sources) != nil && index(ofWordIn: pair.targets) != nil
    }
  }

  /// The columns of a line that is known to be a header, where the words for weights, times and
  /// kinds leave exactly two columns for the nodes.
  var columnsByExclusion: EdgeListColumns? {
    let nodes = words.indices.filter { meaning(of: words[$0]) == .unknown }
    guard nodes.count == 2 else { return nil }
    return columns(source: nodes[0], target: nodes[1])
  }

  /// Whether the two words of a line without other columns are a pair that a header may have, and
  /// that nodes may have, too: `gene1,gene2`.
  var isPerhapsHeader: Bool {
    columns != nil || Self.weakPairs.contains { words.starts(with: [$0.0, $0.1]) }
  }

  /// Whether the words are those of a table of nodes: `id,name`, `node,type`, `id,label,x,y`.
  var areOfNodeTable: Bool {
    guard words.count > 1, columns == nil, Self.nodeWords.contains(words[0]) else { return false }
    return words.dropFirst().allSatisfy { Self.nodeAttributeWords.contains($0) }
  }

  /// The column of kinds of edges, where Gephi writes whether an edge is directed.
  var typeColumn: Int? { words.firstIndex(of: "type") }

  private func columns(source: Int, target: Int) -> EdgeListColumns? {
    var columns = [EdgeListColumns.Column](repeating: .ignored, count: words.count)
    for (word, column) in [(Meaning.weight, EdgeListColumns.Column.weight), (.time, .time)] {
      let index = words.indices.first {
        $0 != source && $0 != target && meaning(of: words[$0]) == word
      }
      if let index { columns[index] = column }
    }
    columns[source] = .source
    columns[target] = .target
    // A single further column of another name holds weights, as without a header.
    if columns.count == 3, let other = columns.firstIndex(of: .ignored),
      meaning(of: words[other]) == .unknown
    {
      columns[other] = .weight
    }
    return try? EdgeListColumns(columns)
  }

  private func index(ofWordIn known: Set<String>) -> Int? {
    let found = words.indices.filter { known.contains(words[$0]) }
    return found.count == 1 ? found[0] : nil
  }

  /// Two words that differ in a final 1 and 2, or A and B: `node1,node2`, `gene_a,gene_b`.
  private var numberedPair: (Int, Int)? {
    for (first, second) in [("1", "2"), ("a", "b"), ("x", "y"), ("i", "j")] {
      for source in words.indices where words[source].hasSuffix(first) {
        let stem = words[source].dropLast()
        guard stem.count > 1 else { continue }
        if let target = words.firstIndex(of: stem + second) { return (source, target) }
      }
    }
    return nil
  }

  private func meaning(of word: String) -> Meaning {
    if word.isEmpty || Self.labelWords.contains(word) { return .label }
    if Self.weightWords.contains(word) { return .weight }
    return Self.timeWords.contains(word) ? .time : .unknown
  }

  private static let pairs: [(sources: Set<String>, targets: Set<String>)] = {
    let ends: [(Set<String>, Set<String>)] = [
      (["source", "src"], ["target", "dst", "dest", "destination", "tgt", "trg"]),
      (["from"], ["to"]), (["head"], ["tail"]), (["subject", "subj"], ["object", "obj"]),
      (["start"], ["end"]), (["parent"], ["child"]), (["citing"], ["cited"]),
      (["follower"], ["followee", "followed"]), (["sender"], ["receiver", "recipient"]),
      (["rater"], ["ratee"]), (["origin", "orig"], ["destination", "dest"]),
      (["caller"], ["callee", "called"]), (["row"], ["col", "column"]),
      (["left"], ["right"]), (["prev", "previous"], ["curr", "current", "next"]),
      (["buyer"], ["seller"]), (["lender"], ["borrower"]), (["payer"], ["payee"]),
      (["employee"], ["manager", "employer", "company"]),
      (
        ["user", "customer", "member", "actor", "reader", "author", "student", "patient"],
        [
          "item", "movie", "product", "business", "artist", "book", "film", "song", "track", "game",
          "paper", "course", "event", "group",
        ]
      ),
    ]
    // "source", "source_id", "id_source", "source node", "Origin airport ID".
    let affixes = [
      "", "id", "node", "nodeid", "name", "ids", "vertex", "key", "ip", "address", "station",
      "stationid", "airport", "airportid", "city", "country", "state", "code", "entity", "user",
      "userid", "account", "page", "url", "label", "title", "person", "company",
    ]
    let spelled = ends.map { sources, targets in
      (spellings(of: sources, affixes), spellings(of: targets, affixes))
    }
    return spelled + [(["nodefrom"], ["nodeto"]), (["userid"], ["itemid"])]
  }()

  private static func spellings(of words: Set<String>, _ affixes: [String]) -> Set<String> {
    Set(words.flatMap { word in affixes.flatMap { [word + $0, $0 + word] } })
  }

  /// Pairs that are also names of nodes in examples: believed only if they occur nowhere else.
  private static let weakPairs = [
    ("u", "v"), ("x", "y"), ("a", "b"), ("i", "j"), ("s", "t"), ("n1", "n2"), ("v1", "v2"),
  ]

  private static let nodeWords: Set<String> = [
    "id", "node", "nodes", "nodeid", "idnode", "nodename", "name", "vertex", "vertexid", "vertices",
    "userid", "itemid", "movieid", "entityid", "paperid", "authorid",
  ]

  private static let nodeAttributeWords: Set<String> = [
    "id", "name", "label", "labels", "type", "types", "nodetype", "nodename", "nodelabel", "kind",
    "class", "category", "categories", "group", "cluster", "community", "modularityclass", "title",
    "genres", "genre", "description", "desc", "text", "url", "degree", "indegree", "outdegree",
    "pagerank", "size", "color", "x", "y", "z", "lat", "lon", "lng", "long", "latitude",
    "longitude", "age", "gender", "sex", "country", "city", "timeset", "interval", "fullname",
    "attributes", "features",
  ]

  private static let weightWords: Set<String> = [
    "weight", "weights", "w", "wt", "value", "val", "count", "counts", "cnt", "freq", "frequency",
    "strength", "score", "rating", "ratings", "similarity", "number", "amount", "combinedscore",
    "confidence", "edgeweight", "cooccurrence", "cooccurrences", "probability", "num", "n",
  ]

  private static let timeWords: Set<String> = [
    "time", "timestamp", "timestamps", "datetime", "date", "ts", "unixtime", "unixts", "t",
    "createdat", "year",
  ]

  private static let labelWords: Set<String> = [
    "type", "edgetype", "relation", "relationship", "rel", "relationtype", "predicate", "label",
    "edgelabel", "id", "edgeid", "index", "idx", "rowid", "row", "kind", "direction", "directed",
    "key", "unnamed0", "attr", "attributes", "data", "edge", "book", "comment", "description",
    "category", "weighttype", "interval", "timeset", "name",
  ]
}
