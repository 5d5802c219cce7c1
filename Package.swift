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

let package = Package(
  name: "amble",
  products: [
    .executable(name: "amble", targets: ["amble"]),
    .library(name: "NodeEmbedding", targets: ["NodeEmbedding"]),
  ],
  targets: [
    .target(name: "CVectorKernels"),

    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // The library, in the order of its one-way flow.
    .target(name: "ParallelLoops", swiftSettings: strict),
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "Decimals", swiftSettings: strict),
    .target(name: "Files", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "Names", swiftSettings: strict),
    .target(name: "TextTables", dependencies: ["Files"], swiftSettings: strict),
    .target(
      name: "Graphs", dependencies: ["Files", "Names", "ParallelLoops", "TextTables"],
      swiftSettings: strict),
    .target(name: "RandomNumbers", swiftSettings: strict),
    .target(
      name: "RandomWalks", dependencies: ["Graphs", "ParallelLoops", "RandomNumbers"],
      swiftSettings: strict),
    .target(
      name: "EmbeddingTables",
      dependencies: ["CVectorKernels", "Files", "Names", "ParallelLoops", "RandomNumbers"],
      swiftSettings: strict),
    .target(
      name: "EmbeddingFiles",
      dependencies: [
        "Decimals", "EmbeddingTables", "Files", "Names", "ParallelLoops", "TextTables",
      ],
      swiftSettings: strict),
    .target(
      name: "SkipGramTraining",
      dependencies: [
        "CVectorKernels", "EmbeddingTables", "Graphs", "ParallelLoops", "RandomWalks",
      ], swiftSettings: strict),

    .target(
      name: "NodeEmbedding",
      dependencies: [
        "EmbeddingFiles", "EmbeddingTables", "Graphs", "Names", "ParallelLoops", "RandomWalks",
        "SkipGramTraining",
      ], swiftSettings: strict),

    // The program.
    .target(
      name: "AmbleCommand", dependencies: ["Files", "NodeEmbedding", "ParallelLoops"],
      swiftSettings: strict),
    .executableTarget(name: "amble", dependencies: ["AmbleCommand"], swiftSettings: strict),

    .testTarget(name: "DecimalsTests", dependencies: ["Decimals"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddingFilesTests",
      dependencies: ["EmbeddingFiles", "EmbeddingTables", "Files", "Names"],
      swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
    .testTarget(name: "NamesTests", dependencies: ["Names"], swiftSettings: strict),
    .testTarget(name: "TextTablesTests", dependencies: ["TextTables"], swiftSettings: strict),
    .testTarget(
      name: "GraphsTests", dependencies: ["Files", "Graphs", "Names", "TextTables"],
      swiftSettings: strict),
    .testTarget(
      name: "RandomWalksTests", dependencies: ["Graphs", "RandomWalks"], swiftSettings: strict),
    .testTarget(
      name: "SkipGramTrainingTests",
      dependencies: ["CVectorKernels", "Graphs", "RandomWalks", "SkipGramTraining"],
      swiftSettings: strict),
    .testTarget(
      name: "AmbleCommandTests", dependencies: ["AmbleCommand"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
