// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "sen",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // ground
        .target(name: "Language", swiftSettings: strict),
        .target(name: "Timekeeping", swiftSettings: strict),
        .target(name: "CSVReading", dependencies: ["Language"], swiftSettings: strict),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Cryptography", dependencies: ["CCrypto"], swiftSettings: strict),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "Database",
            dependencies: ["Language", "Timekeeping", "CSQLite"],
            swiftSettings: strict
        ),
        // guards
        .target(
            name: "CPlacesData",
            exclude: [
                "communes-2025.csv", "communes-before-2025-07.csv", "departments.csv", "hexagons.csv",
                "successions-2025-07-01.csv",
            ]
        ),
        .target(
            name: "Places",
            dependencies: ["Database", "Language", "Timekeeping", "CSVReading", "CPlacesData"],
            swiftSettings: strict
        ),
        // domains
        .target(
            name: "WebWatch",
            dependencies: ["Language", "Timekeeping", "Database"],
            swiftSettings: strict
        ),
        // program
        .executableTarget(
            name: "sen",
            dependencies: [
                "Language", "Places", "Timekeeping",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "TimekeepingTests", dependencies: ["Timekeeping"], swiftSettings: strict),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
        .executableTarget(
            name: "CrashWriter",
            dependencies: ["Database"],
            path: "Tests/CrashWriter",
            swiftSettings: strict
        ),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["CrashWriter", "Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CSVReadingTests",
            dependencies: ["CSVReading", "Language"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlacesTests",
            dependencies: ["Places", "Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(name: "Scenarios", dependencies: ["sen"], swiftSettings: strict),
        .testTarget(
            name: "WebWatchTests",
            dependencies: ["WebWatch", "Language", "Timekeeping", "Database"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
