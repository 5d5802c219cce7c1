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

/// A module that everything may stand on.
func foundation(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Foundations/\(name)",
    swiftSettings: strict)
}

/// A module of the library.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Library/\(name)", resources: resources,
    swiftSettings: strict)
}

/// A module written in C.
func kernels(_ name: String, path: String? = nil) -> Target {
  .target(name: name, path: path ?? "Sources/Kernels/\(name)")
}

/// A library of the system, as its package's `.pc` file describes it where there is one.
func system(_ name: String, pkgConfig: String? = nil, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([apt]), .brew([brew])])
}

/// A program.
func program(
  _ name: String, path: String, exclude: [String] = [], _ dependencies: [Target.Dependency]
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
}

/// The tests of a module: they see it and what else they name, and perhaps a folder `Fixtures`.
func tests(
  of name: String, in layer: String, _ dependencies: [Target.Dependency] = [],
  hasFixtures: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    path: "Tests/\(layer)/\(name)Tests", resources: hasFixtures ? [.copy("Fixtures")] : [],
    swiftSettings: strict)
}

let package = Package(
  name: "amble",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "amble", targets: ["amble"]),
    .library(name: "NodeEmbedding", targets: ["NodeEmbedding"]),
    .library(name: "Projections", targets: ["Projections"]),
    .library(name: "NodeMaps", targets: ["NodeMaps"]),
  ],
  traits: [
    .default(enabledTraits: ["Maps"]),
    .trait(
      name: "Maps",
      description: "`import NodeEmbedding` draws node maps, which needs Graphviz and igraph."),
  ],
  targets: [
    // Kernels: what is written in C.
    kernels("CVectorKernels"),
    kernels("CWalkKernels"),

    // System libraries.
    .target(
      name: "SystemLibrary", path: "Sources/SystemLibraries/SystemLibrary", swiftSettings: strict),
    .target(name: "CSystem", path: "Sources/SystemLibraries/CSystem"),
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev", brew: "expat"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    system("CLinear", apt: "liblinear-dev", brew: "liblinear"),
    system("CGraphviz", pkgConfig: "libgvc", apt: "libgraphviz-dev", brew: "graphviz"),
    system("CIgraph", pkgConfig: "igraph", apt: "libigraph-dev", brew: "igraph"),
    .target(name: "CLeiden", dependencies: ["CIgraph"], path: "Sources/SystemLibraries/CLeiden"),
    system("COpenBLAS", pkgConfig: "openblas", apt: "libopenblas-dev", brew: "openblas"),

    // Foundations: what everything stands on.
    foundation("Algorithms"),
    foundation("Errors"),
    foundation("Text"),
    foundation("Memory", ["CSystem", "SystemLibrary"]),
    foundation("Files", ["CSystem", "CZlib", "Memory", "SystemLibrary", "Text"]),
    foundation("Archives", ["CArchive"]),
    foundation("BinaryFiles", ["Algorithms", "Files", "Text"]),
    foundation("Names", ["Algorithms", "Text"]),
    foundation("Parallel", ["SystemLibrary"]),
    foundation("RandomNumbers"),
    foundation("XMLReading", ["CExpat"]),

    // The library, in the order of its one-way flow.
    library(
      "Graphs",
      [
        "Algorithms", "Archives", "BinaryFiles", "Errors", "Files", "Names", "Parallel", "Text",
        "XMLReading",
      ]),
    library(
      "RandomWalks",
      [
        "Algorithms", "CVectorKernels", "CWalkKernels", "Errors", "Files", "Graphs", "Names",
        "Parallel", "RandomNumbers", "Text",
      ]),
    library(
      "WalkAudits",
      [
        "Algorithms", "Files", "Graphs", "Names", "Parallel", "RandomWalks", "SystemLibrary",
        "Text",
      ]
    ),
    library(
      "EmbeddingTables",
      ["Algorithms", "CVectorKernels", "Files", "Names", "Parallel", "RandomNumbers"]),
    library(
      "EmbeddingFiles",
      [
        "Algorithms", "BinaryFiles", "CSQLite", "EmbeddingTables", "Files", "Names", "Parallel",
        "Text",
      ]),
    library(
      "NearestNeighbors",
      [
        "Algorithms", "CVectorKernels", "EmbeddingTables", "Errors", "Files", "Names", "Parallel",
        "RandomNumbers",
      ]),
    library(
      "SkipGramTraining",
      [
        "Algorithms", "CVectorKernels", "EmbeddingTables", "Errors", "Files", "Graphs", "Names",
        "Parallel", "RandomWalks", "SystemLibrary", "Text",
      ]),
    library(
      "Evaluation",
      [
        "Algorithms", "CLinear", "EmbeddingTables", "Errors", "Files", "Graphs", "Names",
        "Parallel", "RandomNumbers", "SystemLibrary", "Text",
      ]),
    library("EvaluationReports", ["Evaluation", "Text"]),
    library(
      "Projections",
      [
        "Algorithms", "COpenBLAS", "EmbeddingTables", "Errors", "Names", "NearestNeighbors",
        "Parallel", "SystemLibrary", "Text",
      ]),
    library(
      "NodeMaps",
      [
        "Algorithms", "CGraphviz", "CLeiden", "EmbeddingTables", "Errors", "Files", "Graphs",
        "Names", "NearestNeighbors", "Parallel", "Projections", "SystemLibrary", "Text",
      ],
      resources: ["page.css", "data.js", "picture.js", "frames.js", "pointer.js", "panel.js"].map {
        .embedInCode("Page/\($0)")
      }),
    library(
      "NodeEmbedding",
      [
        "EmbeddingFiles", "EmbeddingTables", "Errors", "Evaluation", "EvaluationReports", "Files",
        "Graphs", "Names", "NearestNeighbors", "Parallel", "RandomNumbers", "RandomWalks",
        "Projections", "SkipGramTraining", "Text",
        .target(name: "NodeMaps", condition: .when(traits: ["Maps"])),
      ]),

    // The program.
    .target(
      name: "AmbleCommand",
      dependencies: [
        "Algorithms", "EmbeddingFiles", "EmbeddingTables", "Errors", "Evaluation",
        "EvaluationReports", "Files", "Graphs", "Memory", "Names", "NearestNeighbors",
        "NodeEmbedding", "NodeMaps", "Parallel", "Projections", "RandomNumbers", "RandomWalks",
        "SkipGramTraining", "SystemLibrary", "Text", "WalkAudits",
      ],
      path: "Sources/Program/AmbleCommand", swiftSettings: strict),
    program("amble", path: "Sources/Program/amble", ["AmbleCommand", "Files"]),
    program(
      "amble-benchmark", path: "Sources/Program/AmbleBenchmark",
      exclude: ["peers", "baseline.json"],
      [
        "Algorithms", "COpenBLAS", "CPeak", "EmbeddingFiles", "EmbeddingTables", "Evaluation",
        "EvaluationReports", "Files", "Graphs", "Names", "NearestNeighbors", "NodeEmbedding",
        "NodeMaps", "Parallel", "Projections", "RandomNumbers", "RandomWalks", "SkipGramTraining",
        "SystemLibrary", "Text",
      ]),
    kernels("CPeak", path: "Sources/Program/CPeak"),

    // Programs that show how the library is used.
    program("KarateNeighbors", path: "Examples/KarateNeighbors", ["NodeEmbedding"]),
    program("KarateMap", path: "Examples/KarateMap", ["NodeEmbedding", "NodeMaps"]),
    program(
      "LesMiserablesComparison", path: "Examples/LesMiserablesComparison", ["NodeEmbedding"]),
    program("LesMiserablesLinks", path: "Examples/LesMiserablesLinks", ["NodeEmbedding"]),
    program("TableTraining", path: "Examples/TableTraining", ["NodeEmbedding"]),

    // Tests, in the folders of what they test.
    .target(name: "RepositoryFiles", path: "Tests/RepositoryFiles", swiftSettings: strict),
    .target(
      name: "SampleEmbeddings", dependencies: ["EmbeddingTables", "Names"],
      path: "Tests/SampleEmbeddings", swiftSettings: strict),
    tests(of: "Algorithms", in: "Foundations"),
    tests(of: "Archives", in: "Foundations"),
    tests(of: "RandomNumbers", in: "Foundations"),
    tests(of: "Files", in: "Foundations", ["Text"]),
    tests(of: "Memory", in: "Foundations"),
    tests(of: "Names", in: "Foundations"),
    tests(of: "Parallel", in: "Foundations"),
    tests(of: "Text", in: "Foundations", ["RandomNumbers"]),
    tests(
      of: "EmbeddingFiles", in: "Library", ["EmbeddingTables", "Names", "RepositoryFiles"],
      hasFixtures: true),
    tests(of: "EmbeddingTables", in: "Library", ["CVectorKernels", "Names"], hasFixtures: true),
    tests(
      of: "Evaluation", in: "Library",
      [
        "EmbeddingTables", "Errors", "Graphs", "Names", "NodeEmbedding", "Parallel",
        "RandomNumbers", "SystemLibrary", "Text",
      ],
      hasFixtures: true),
    tests(
      of: "EvaluationReports", in: "Library", ["Evaluation", "Graphs", "NodeEmbedding", "Text"]),
    tests(
      of: "Graphs", in: "Library", ["Files", "Names", "RandomNumbers", "RepositoryFiles", "Text"],
      hasFixtures: true),
    tests(
      of: "NearestNeighbors", in: "Library",
      ["CVectorKernels", "EmbeddingTables", "Errors", "Files", "Names"],
      hasFixtures: true),
    tests(of: "NodeEmbedding", in: "Library", ["RepositoryFiles"]),
    tests(
      of: "NodeMaps", in: "Library",
      [
        "CGraphviz", "EmbeddingTables", "Errors", "Files", "Graphs", "Names", "NodeEmbedding",
        "Projections", "RepositoryFiles", "SampleEmbeddings", "Text",
      ]),
    tests(
      of: "Projections", in: "Library",
      ["EmbeddingTables", "Errors", "Names", "SampleEmbeddings"], hasFixtures: true),
    tests(
      of: "RandomWalks", in: "Library",
      [
        "Algorithms", "Graphs", "Names", "RandomNumbers", "RepositoryFiles", "Text", "WalkAudits",
      ]),
    tests(
      of: "SkipGramTraining", in: "Library",
      [
        "Algorithms", "CVectorKernels", "EmbeddingTables", "Graphs", "Names", "Parallel",
        "RandomNumbers", "RandomWalks", "RepositoryFiles",
      ]),
    tests(of: "WalkAudits", in: "Library", ["Graphs", "RandomWalks", "Text"]),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Algorithms", "EmbeddingFiles", "EmbeddingTables", "Evaluation", "Files", "Graphs", "Names",
        "NearestNeighbors", "NodeEmbedding", "RandomNumbers", "RepositoryFiles",
        "SkipGramTraining", "Text", "WalkAudits",
      ],
      path: "Tests/Fuzzing/FuzzTargets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "RandomNumbers"],
      path: "Tests/Fuzzing/FuzzTargetsTests", swiftSettings: strict),
    tests(
      of: "AmbleCommand", in: "Program",
      ["EmbeddingFiles", "EmbeddingTables", "Files", "Names", "RepositoryFiles", "Text"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)

// What `Tests/fuzz.sh` builds: its entry is in libFuzzer, which only that build links.
if Context.environment["AMBLE_FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
    program(
      "amble-fuzz", path: "Tests/Fuzzing/amble-fuzz", ["CFuzzer", "FuzzTargets", "RandomNumbers"]),
  ]
}
