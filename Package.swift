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
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "footfall",
    products: [.executable(name: "footfall", targets: ["footfall"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // L4: the tool
        .executableTarget(
            name: "footfall",
            dependencies: ["Pipeline", "Events", "Intake", "Privacy", "Store", "Reports", arguments],
            swiftSettings: swift),

        // L3: the jobs
        .target(
            name: "Pipeline",
            dependencies: [
                "Events", "Releases", "Intake", "Privacy", "Store", "Statistics", "Reports", "Parquet", "Gzip",
                "CLinux",
                yaml,
            ],
            swiftSettings: swift),

        // L2: the parts
        .target(name: "Intake", dependencies: ["Events", "Gzip"], swiftSettings: swift),
        .target(
            name: "Privacy", dependencies: ["Events", "Intake", "Gzip", "CPSL", "CLinux", crypto, cryptoExtras],
            swiftSettings: swift),
        .target(
            name: "Store", dependencies: ["Events", "Releases", "Parquet", "CLinux", database], swiftSettings: swift),
        .target(name: "Statistics", dependencies: ["Events", "Releases"], swiftSettings: swift),
        .target(name: "Reports", dependencies: ["Releases"], swiftSettings: swift),

        // L1: the formats
        .target(name: "Events", swiftSettings: swift),
        .target(name: "Releases", dependencies: ["Events"], swiftSettings: swift),
        .target(name: "Parquet", dependencies: ["Gzip"], swiftSettings: swift),

        // L0: the system
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: swift),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        // What the tests hold the reader of MMDB files against.
        .systemLibrary(name: "CMaxMindDB", pkgConfig: "libmaxminddb", providers: [.apt(["libmaxminddb-dev"])]),

        .target(name: "TestSupport", dependencies: ["Events"], path: "Tests/TestSupport", swiftSettings: swift),
        .executableTarget(
            name: "TallyDump", dependencies: ["Pipeline", "Statistics", "Events"], path: "Tests/TallyDump",
            swiftSettings: swift),
        .testTarget(name: "EventsTests", dependencies: ["Events", "TestSupport"], swiftSettings: swift),
        .testTarget(name: "GzipTests", dependencies: ["Gzip", "TestSupport"], swiftSettings: swift),
        .testTarget(name: "ParquetTests", dependencies: ["Parquet", "Gzip", "TestSupport"], swiftSettings: swift),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "Events", "Gzip", "TestSupport"], exclude: ["Snapshots"],
            swiftSettings: swift),
        .testTarget(
            name: "PrivacyTests",
            dependencies: ["Privacy", "Intake", "Events", "Gzip", "TestSupport", "CMaxMindDB", crypto],
            swiftSettings: swift),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "Releases", "Events", "TestSupport"],
            swiftSettings: swift),
        .testTarget(name: "ReleasesTests", dependencies: ["Releases", "Events", "TestSupport"], swiftSettings: swift),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Releases", "Events", "TestSupport"],
            exclude: ["Snapshots"],
            swiftSettings: swift),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Parquet", "Events", "TestSupport", crypto, database],
            swiftSettings: swift),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Store", "Privacy", "Intake", "Statistics", "Releases", "Events", "Parquet", "Gzip",
                "TestSupport", crypto, database,
            ],
            swiftSettings: swift),
        .testTarget(
            name: "CommandTests", dependencies: ["footfall", "Parquet", "Gzip", "TestSupport"], exclude: ["Snapshots"],
            swiftSettings: swift),
    ],
    swiftLanguageModes: [.v6]
)

// What libFuzzer drives (Tests/Fuzzing/README.md). Every module must then be compiled with its instrumentation, so these
// targets are there only when Tests/Fuzzing/run.sh asks for them.
if Context.environment["FOOTFALL_FUZZING"] != nil {
    let fuzzers: [String: [Target.Dependency]] = [
        "FuzzLines": ["Intake", "Events"],
        "FuzzText": ["Intake", "Events"],
        "FuzzTimes": ["Intake", "Events"],
        "FuzzJSON": ["Intake", "TestSupport"],
        "FuzzLogfmt": ["Intake"],
        "FuzzFormatText": ["Intake", "Events"],
        "FuzzGzip": ["Gzip"],
        "FuzzParquet": ["Parquet"],
        "FuzzGate": ["Privacy", "Intake", "Events"],
        "FuzzPlaces": ["Privacy", "Intake"],
        "FuzzSealedFile": ["Privacy", "Events"],
        "FuzzCheckpoint": ["Pipeline", "Store", "Privacy", "Intake", "Events"],
    ]
    package.targets.append(.target(name: "FuzzSupport", path: "Tests/Fuzzing/Support", swiftSettings: swift))
    package.targets.append(
        .executableTarget(
            name: "FuzzSeeds", dependencies: ["Gzip", "Parquet", "TestSupport"],
            path: "Tests/Fuzzing/FuzzSeeds",
            swiftSettings: swift))
    package.targets += fuzzers.map { name, parts in
        .executableTarget(
            name: name, dependencies: ["FuzzSupport"] + parts, path: "Tests/Fuzzing/\(name)", swiftSettings: swift)
    }
}
