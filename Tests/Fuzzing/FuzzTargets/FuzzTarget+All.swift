internal import Algorithms
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Evaluation
internal import Files
internal import Graphs
internal import Names
internal import NearestNeighbors
internal import NodeEmbedding
internal import Text
internal import WalkAudits

extension FuzzTarget {
  /// Every reader of the library.
  ///
  /// Another one is another entry.
  package static let all: [FuzzTarget] =
    [
      FuzzTarget("edges", texts: edgeLists) { bytes, _ in
        let graph = try Graph(edgeList: bytes, named: "edges", threadCount: 1)
        _ = graph.statistics()
      },
      FuzzTarget("edges-options", texts: edgeLists) { bytes, _ in
        // The first byte chooses the options.
        guard let choice = bytes.first else { return }
        _ = try Graph(
          edgeList: Array(bytes.dropFirst()), named: "edges", options: edgeListOptions(choice),
          threadCount: 1)
      },
      FuzzTarget("temporal-edges", texts: ["1 2 5\n2 3 6.5\n1 3 7\n", "a b -1e9\nb c 3\n"]) {
        bytes, _ in
        var options = EdgeListOptions()
        options.columns = try EdgeListColumns("source,target,time")
        _ = try TemporalGraph(
          edgeList: bytes, named: "edges", options: options, threadCount: 1)
      },
      FuzzTarget("gzip", seeds: { try [gzip(edgeLists[0], in: $0)] }) { bytes, scratch in
        _ = try Graph(contentsOf: scratch.file(bytes, "a.gz"), threadCount: 1)
      },
      FuzzTarget("table", texts: tables) { bytes, _ in
        _ = try TextTable(bytes, named: "table").rows.count
      },
      FuzzTarget("labels", texts: ["a x\nb y\nc x y\n", "a\tred wine\nb\tblue\n"]) {
        bytes, scratch in
        _ = try NodeLabels(contentsOf: scratch.file(bytes, "labels"), nodes: names)
      },
      FuzzTarget("split", texts: ["a train\nb test\nc val\n"]) { bytes, scratch in
        _ = try NodeSplit(contentsOf: scratch.file(bytes, "split"), nodes: names)
      },
      FuzzTarget("walks", texts: ["a b c a\n# comment\nc\tb\n"]) { bytes, scratch in
        try WalkFile(contentsOf: scratch.file(bytes, "walks")).forEachWalk(on: triangle()) {
          _, _ in true
        }
      },
      FuzzTarget(
        "json", texts: [#"{"a": [1, -2.5e3, null, true], "b": "\u00e9\n", "c": {"d": {}}}"#]
      ) { bytes, _ in _ = try JSONValue(parsing: bytes.span) },
      FuzzTarget("index", seeds: { try [index(in: $0)] }) { bytes, scratch in
        let index = try HNSWIndex(
          contentsOf: scratch.file(bytes, "index"), of: vectors, threadCount: 1)
        _ = try index.neighbors(of: [1, 2, 3, 4], count: 3)
      },
      FuzzTarget("checkpoint", seeds: { try [checkpoint(in: $0)] }, repair: repairCheckpoint) {
        bytes, scratch in
        let folder = try scratch.folder("run")
        _ = try scratch.file(bytes, "run/checkpoint-0")
        try train(in: folder, resumes: true)
      },
    ]
    + EmbeddingFormat.allCases.map { format in
      FuzzTarget(format.rawValue, seeds: { try files(in: format, $0) }, repair: repairZip) {
        bytes, scratch in
        let path = try scratch.file(bytes, "seed.\(format.fileExtensions.first ?? "bin")")
        let vectors = try Embedding(contentsOf: path, format: format, threadCount: 1)
        _ = vectors.digest
      }
    }
    + [
      FuzzTarget(
        "vectors",
        seeds: { scratch in try EmbeddingFormat.allCases.flatMap { try files(in: $0, scratch) } },
        repair: repairZip
      ) { bytes, scratch in
        // Whatever the format is, found out from the contents.
        _ = try Embedding(contentsOf: scratch.file(bytes, "vectors"), threadCount: 1).digest
      },
      FuzzTarget("unnamed-vectors", texts: ["1.5 2\n3 -4e-3\n", "# comment\n1,2\n3,4\n"]) {
        bytes, scratch in
        var selection = EmbeddingSelection()
        selection.hasNames = false
        _ = try Embedding(
          contentsOf: scratch.file(bytes, "vectors.txt"), selection: selection, threadCount: 1)
      },
    ]
}
