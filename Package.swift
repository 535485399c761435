// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "sen",
    targets: [
        // ground
        .target(name: "Language", dependencies: ["Timekeeping"], swiftSettings: strict),
        .target(name: "Timekeeping", swiftSettings: strict),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "Database",
            dependencies: ["Language", "Timekeeping", "CSQLite"],
            swiftSettings: strict
        ),
        .target(name: "CAssets", exclude: ["web"]),
        .target(name: "Assets", dependencies: ["CAssets"], swiftSettings: strict),
        // faces
        .target(
            name: "Console",
            dependencies: ["Assets", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        // tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language", "Timekeeping"], swiftSettings: strict),
        .testTarget(name: "TimekeepingTests", dependencies: ["Timekeeping"], swiftSettings: strict),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(name: "AssetsTests", dependencies: ["Assets"], swiftSettings: strict),
        .testTarget(
            name: "ConsoleTests",
            dependencies: ["Assets", "Console", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
