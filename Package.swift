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
        .target(name: "Language", swiftSettings: strict),
        .target(name: "Timekeeping", swiftSettings: strict),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Cryptography", dependencies: ["CCrypto"], swiftSettings: strict),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "Database",
            dependencies: ["Language", "Timekeeping", "CSQLite"],
            swiftSettings: strict
        ),
        // domains
        .target(name: "WebWatch", dependencies: ["Language", "Timekeeping"], swiftSettings: strict),
        // edges
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "WebFetch",
            dependencies: ["CCurl", "Cryptography", "Language", "Timekeeping", "WebWatch"],
            swiftSettings: strict
        ),
        // tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "TimekeepingTests", dependencies: ["Timekeeping"], swiftSettings: strict),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebWatchTests",
            dependencies: ["Language", "Timekeeping", "WebWatch"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebFetchTests",
            dependencies: ["Language", "Timekeeping", "WebFetch", "WebWatch"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
