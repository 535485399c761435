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
        // guards
        .target(
            name: "Places",
            dependencies: ["Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .target(
            name: "AuditLog",
            dependencies: ["Cryptography", "Database", "Language", "Timekeeping"],
            exclude: ["DESIGN.md"],
            swiftSettings: strict
        ),
        .target(
            name: "Identity",
            dependencies: ["Language", "Timekeeping", "Database", "AuditLog"],
            swiftSettings: strict
        ),
        .target(
            name: "Access",
            dependencies: ["Language", "Timekeeping", "Database", "AuditLog", "Places", "Identity"],
            swiftSettings: strict
        ),
        // domains
        .target(
            name: "Cases",
            dependencies: [
                "Access", "AuditLog", "Cryptography", "Database", "Identity", "Language", "Places",
                "Timekeeping",
            ],
            swiftSettings: strict
        ),
        .target(name: "WebWatch", dependencies: ["Language", "Timekeeping"], swiftSettings: strict),
        // tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "TimekeepingTests", dependencies: ["Timekeeping"], swiftSettings: strict),
        .executableTarget(
            name: "CrashWriter",
            dependencies: ["Database"],
            path: "Tests/CrashWriter",
            swiftSettings: strict
        ),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["CrashWriter", "Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CasesTests",
            dependencies: [
                "Access", "AuditLog", "Cases", "Cryptography", "Database", "Identity", "Language", "Places",
                "Timekeeping",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlacesTests",
            dependencies: ["Places", "Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebWatchTests",
            dependencies: ["Language", "Timekeeping", "WebWatch"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AuditLogTests",
            dependencies: ["AuditLog", "Cryptography", "Database", "Language", "Timekeeping"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
