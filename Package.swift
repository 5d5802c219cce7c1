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
    .library(name: "NodeEmbedding", targets: ["NodeEmbedding"]),
    .executable(name: "amble", targets: ["amble"]),
  ],
  targets: [
    // C libraries and kernels.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CVectorKernels"),

    // The library, in the order of its one-way flow.
    .target(name: "ParallelLoops", swiftSettings: strict),
    .target(name: "Files", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "Graphs", dependencies: ["Files", "ParallelLoops"], swiftSettings: strict),
    .target(name: "RandomWalks", dependencies: ["Graphs", "ParallelLoops"], swiftSettings: strict),
    .target(
      name: "EmbeddingTables", dependencies: ["CVectorKernels", "Files", "ParallelLoops"],
      swiftSettings: strict),
    .target(
      name: "SkipGramTraining",
      dependencies: [
        "CVectorKernels", "EmbeddingTables", "Graphs", "ParallelLoops", "RandomWalks",
      ], swiftSettings: strict),
    .target(
      name: "NodeEmbedding",
      dependencies: ["EmbeddingTables", "Graphs", "RandomWalks", "SkipGramTraining"],
      swiftSettings: strict),

    // The programs.
    .target(name: "AmbleCommand", dependencies: ["Files", "NodeEmbedding"], swiftSettings: strict),
    .executableTarget(name: "amble", dependencies: ["AmbleCommand"], swiftSettings: strict),
    .executableTarget(
      name: "amble-benchmark",
      dependencies: ["AmbleCommand", "NodeEmbedding"], path: "Sources/AmbleBenchmark",
      swiftSettings: strict),

    // Examples, each a program that a test runs.
    .executableTarget(
      name: "karate-neighbors", dependencies: ["NodeEmbedding"], path: "Examples/KarateNeighbors",
      swiftSettings: strict),
    .executableTarget(
      name: "lesmis-comparison", dependencies: ["NodeEmbedding"],
      path: "Examples/LesMiserablesComparison", swiftSettings: strict),

    // Tests.
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], swiftSettings: strict),
    .testTarget(
      name: "RandomWalksTests", dependencies: ["RandomWalks"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddingTablesTests", dependencies: ["EmbeddingTables"], swiftSettings: strict),
    .testTarget(
      name: "SkipGramTrainingTests", dependencies: ["SkipGramTraining"], swiftSettings: strict),
    .testTarget(
      name: "NodeEmbeddingTests", dependencies: ["NodeEmbedding"], swiftSettings: strict),
    .testTarget(
      name: "AmbleCommandTests", dependencies: ["AmbleCommand"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
