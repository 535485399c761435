// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Where `make deps` puts what is built from source; nothing of it is committed.
let dependencies = "\(Context.packageDirectory)/.deps"

let package = Package(
    name: "sen",
    targets: [
        // ground
        .target(name: "Language", swiftSettings: strict),
        .target(name: "Timekeeping", swiftSettings: strict),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "Database",
            dependencies: ["Language", "Timekeeping", "CSQLite"],
            swiftSettings: strict
        ),
        .target(
            name: "CLexbor",
            cSettings: [.unsafeFlags(["-I\(dependencies)/lexbor/include"])],
            linkerSettings: [.unsafeFlags(["-L\(dependencies)/lexbor/lib"]), .linkedLibrary("lexbor_static")]
        ),
        .target(name: "HTMLParsing", dependencies: ["CLexbor"], swiftSettings: strict),
        // domains
        .target(
            name: "WebWatch",
            dependencies: ["Language", "Timekeeping", "HTMLParsing"],
            resources: [.embedInCode("Resources/terms.txt")],
            swiftSettings: strict
        ),
        // tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "TimekeepingTests", dependencies: ["Timekeeping"], swiftSettings: strict),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HTMLParsingTests",
            dependencies: ["HTMLParsing"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebWatchTests",
            dependencies: ["HTMLParsing", "Language", "Timekeeping", "WebWatch"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
