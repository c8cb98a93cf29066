// swift-tools-version: 6.2
import PackageDescription

// The import graph is the privacy control: raw identifiers can be named only where `Intake` is imported, only `Privacy`
// imports keys and Crypto, and whatever is stored must be a type from `Events`. The layers below are enforced by building
// with `--explicit-target-dependency-import-check error`.

let swift: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "footfall",
    products: [.executable(name: "footfall", targets: ["footfall"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // L4: the tool
        .executableTarget(name: "footfall", dependencies: ["Pipeline", arguments], swiftSettings: swift),

        // L3: the jobs
        .target(
            name: "Pipeline",
            dependencies: ["Events", "Releases", "Intake", "Privacy", "Store", "Statistics", "Reports", "Gzip"],
            swiftSettings: swift),

        // L2: the parts
        .target(name: "Intake", dependencies: ["Events", "Gzip"], swiftSettings: swift),
        .target(name: "Privacy", dependencies: ["Events", "Intake", "CPSL", crypto], swiftSettings: swift),
        .target(name: "Store", dependencies: ["Events", "Releases", "Parquet", database], swiftSettings: swift),
        .target(name: "Statistics", dependencies: ["Events", "Releases"], swiftSettings: swift),
        .target(name: "Reports", dependencies: ["Releases"], swiftSettings: swift),

        // L1: the formats
        .target(name: "Events", swiftSettings: swift),
        .target(name: "Releases", dependencies: ["Events"], swiftSettings: swift),
        .target(name: "Parquet", dependencies: ["Gzip"], swiftSettings: swift),

        // L0: the system
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: swift),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    ],
    swiftLanguageModes: [.v6]
)
