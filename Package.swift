// swift-tools-version: 6.3

import PackageDescription

/// The settings of every Swift target: the strictest the language has, with warnings as errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module of the library.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A program.
func program(
  _ name: String, path: String? = nil, exclude: [String] = [], _ dependencies: [Target.Dependency]
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
}

/// The tests of a module: they see it and what else they name, and perhaps a folder `Fixtures`.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], hasFixtures: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    resources: hasFixtures ? [.copy("Fixtures")] : [], swiftSettings: strict)
}

let package = Package(
  name: "amble",
  products: [
    .executable(name: "amble", targets: ["amble"]),
    .library(name: "NodeEmbedding", targets: ["NodeEmbedding"]),
    .library(name: "NodeMaps", targets: ["NodeMaps"]),
  ],
  targets: [
    // C: our kernels, and the system's libraries.
    .target(name: "CPrefetch"),
    .target(name: "CRowSearch"),
    .target(name: "CSelect"),
    .target(name: "CVectorKernels"),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CLinear", providers: [.apt(["liblinear-dev"]), .brew(["liblinear"])]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CIgraph", pkgConfig: "igraph",
      providers: [.apt(["libigraph-dev"]), .brew(["igraph"])]),
    .target(name: "CLeiden", dependencies: ["CIgraph"]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),

    // What everything stands on.
    module("Decimals"),
    module("Files", ["CZlib"]),
    module("JSONText"),
    module("LargeMemory"),
    module("Names", ["TextTables"]),
    module("OptionErrors"),
    module("ParallelLoops"),
    module("RandomNumbers"),
    module("TextTables", ["Files"]),

    // The library, in the order of its one-way flow.
    module("Graphs", ["Decimals", "Files", "Names", "ParallelLoops", "TextTables"]),
    module(
      "RandomWalks",
      [
        "CPrefetch", "CRowSearch", "CSelect", "Graphs", "OptionErrors", "ParallelLoops",
        "RandomNumbers",
      ]),
    module(
      "WalkAudits", ["Files", "Graphs", "Names", "ParallelLoops", "RandomWalks", "TextTables"]),
    module(
      "EmbeddingTables",
      ["CVectorKernels", "Files", "LargeMemory", "Names", "ParallelLoops", "RandomNumbers"]),
    module(
      "EmbeddingFiles",
      [
        "CSQLite", "Decimals", "EmbeddingTables", "Files", "JSONText", "Names", "ParallelLoops",
        "TextTables",
      ]),
    module(
      "NearestNeighbors",
      [
        "CPrefetch", "CVectorKernels", "EmbeddingTables", "Files", "LargeMemory", "Names",
        "ParallelLoops", "RandomNumbers",
      ]),
    module(
      "SkipGramTraining",
      [
        "CPrefetch", "CVectorKernels", "EmbeddingTables", "Files", "Graphs", "LargeMemory", "Names",
        "ParallelLoops", "RandomWalks",
      ]),
    module(
      "Evaluation",
      [
        "CLinear", "EmbeddingTables", "Graphs", "Names", "OptionErrors", "ParallelLoops",
        "RandomNumbers", "TextTables",
      ]),
    module("Plots"),
    module("EvaluationReports", ["Evaluation", "JSONText", "Plots"]),
    module(
      "NodeMaps",
      [
        "CGraphviz", "CLeiden", "COpenBLAS", "EmbeddingTables", "Files", "Graphs", "JSONText",
        "Names", "NearestNeighbors", "ParallelLoops",
      ],
      resources: ["page.css", "data.js", "picture.js", "frames.js", "pointer.js", "panel.js"].map {
        .embedInCode("Page/\($0)")
      }),
    module(
      "NodeEmbedding",
      [
        "EmbeddingFiles", "EmbeddingTables", "Evaluation", "Graphs", "Names", "NearestNeighbors",
        "ParallelLoops", "RandomWalks", "SkipGramTraining",
      ]),

    // The program.
    module(
      "AmbleCommand",
      [
        "EmbeddingFiles", "EmbeddingTables", "Evaluation", "EvaluationReports", "Files", "Graphs",
        "JSONText", "Names", "NearestNeighbors", "NodeEmbedding", "NodeMaps", "OptionErrors",
        "ParallelLoops", "Plots", "RandomNumbers", "RandomWalks", "SkipGramTraining", "TextTables",
        "WalkAudits",
      ]),
    program("amble", ["AmbleCommand"]),
    program(
      "amble-benchmark", path: "Sources/AmbleBenchmark", exclude: ["peers"],
      [
        "COpenBLAS", "CPeak", "EmbeddingFiles", "EmbeddingTables", "Files", "Graphs", "Names",
        "NearestNeighbors", "NodeMaps", "ParallelLoops", "RandomNumbers", "RandomWalks",
        "SkipGramTraining",
      ]),
    .target(name: "CPeak"),

    // Programs that show how the library is used.
    program("KarateNeighbors", path: "Examples/KarateNeighbors", ["NodeEmbedding"]),
    program(
      "LesMiserablesComparison", path: "Examples/LesMiserablesComparison", ["NodeEmbedding"]),

    tests(of: "AmbleCommand", ["EmbeddingFiles", "EmbeddingTables"]),
    tests(of: "Decimals", ["RandomNumbers"]),
    tests(of: "EmbeddingFiles", ["EmbeddingTables", "Files", "Names"], hasFixtures: true),
    tests(of: "EmbeddingTables", ["CVectorKernels"], hasFixtures: true),
    tests(
      of: "Evaluation", ["Graphs", "NodeEmbedding", "RandomNumbers", "TextTables"],
      hasFixtures: true),
    tests(of: "EvaluationReports", ["Evaluation", "Graphs", "JSONText", "NodeEmbedding", "Plots"]),
    tests(of: "Files"),
    tests(of: "Graphs", ["Files", "Names", "RandomNumbers", "TextTables"]),
    tests(of: "JSONText"),
    tests(of: "LargeMemory"),
    tests(of: "Names"),
    tests(
      of: "NearestNeighbors", ["CVectorKernels", "EmbeddingTables", "Names"], hasFixtures: true),
    tests(of: "NodeEmbedding"),
    tests(of: "ParallelLoops"),
    tests(of: "Plots"),
    tests(
      of: "NodeMaps",
      ["CGraphviz", "EmbeddingTables", "Files", "Graphs", "Names", "NodeEmbedding"],
      hasFixtures: true),
    tests(of: "RandomWalks", ["Graphs", "WalkAudits"]),
    tests(
      of: "SkipGramTraining",
      ["CVectorKernels", "EmbeddingTables", "Graphs", "Names", "RandomNumbers", "RandomWalks"]),
    tests(of: "TextTables"),
    tests(of: "WalkAudits", ["Graphs", "RandomWalks", "TextTables"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
