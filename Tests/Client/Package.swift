// swift-tools-version: 6.3

import PackageDescription

// A package of somebody else's: it sees of Amble what its product shows, and nothing more.
let package = Package(
  name: "client",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "amble", path: "../..")],
  targets: [
    .executableTarget(
      name: "Client", dependencies: [.product(name: "NodeEmbedding", package: "amble")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
