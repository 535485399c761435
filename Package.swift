// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Where `make deps` puts what is built from source; nothing of it is committed.
let fetched = "\(Context.packageDirectory)/.deps"

/// One target of ours; ARCHITECTURE.md says what each may depend on, and ArchitectureTests hold it.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func cLibrary(_ name: String, pkgConfig: String, debian package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let ground: [Target] = [
    room("Timekeeping"),
    room("Language", ["Timekeeping"]),
    room("CSVReading", ["Language"]),
    room("InternetAddresses"),
    cLibrary("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    room("Compression", ["CZlib"]),
    cLibrary("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    room("Cryptography", ["CCrypto"]),
    cLibrary("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
    .target(name: "CPostgres", linkerSettings: [.linkedLibrary("dl")]),
    room("Database", ["CPostgres", "CSQLite", "Language", "Timekeeping"]),
    .target(
        name: "CLexbor",
        cSettings: [.unsafeFlags(["-I\(fetched)/lexbor/include"])],
        linkerSettings: [.unsafeFlags(["-L\(fetched)/lexbor/lib"]), .linkedLibrary("lexbor_static")]
    ),
    room("HTMLParsing", ["CLexbor"]),
    .target(name: "CYYJSON", cSettings: [.unsafeFlags(["-I\(fetched)/yyjson"])]),
    room("JSONReading", ["CYYJSON", "Language"]),
]

let guards: [Target] = [
    room("AuditLog", ["Cryptography", "Database", "Language", "Timekeeping"], exclude: ["DESIGN.md"]),
    .target(
        name: "CPlacesData",
        exclude: [
            "communes-2025.csv", "communes-before-2025-07.csv", "departments.csv", "hexagons.csv",
            "successions-2025-07-01.csv",
        ]
    ),
    room(
        "Places",
        ["AuditLog", "CPlacesData", "CSVReading", "Database", "JSONReading", "Language", "Timekeeping"]
    ),
    cLibrary("CQRCode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
    room("Identity", ["AuditLog", "CQRCode", "Cryptography", "Database", "Language", "Timekeeping"]),
    room("Access", ["AuditLog", "Identity", "Language", "Places", "Timekeeping"]),
]

/// The metaschemas of JSON Schema 2020-12, which schemas refer to.
let metaschemas = [
    "applicator", "content", "core", "format-annotation", "format-assertion", "meta-data", "schema",
    "unevaluated", "validation",
]

let domains: [Target] = [
    cLibrary("CPCRE2", pkgConfig: "libpcre2-8", debian: "libpcre2-dev"),
    cLibrary("CIDN2", pkgConfig: "libidn2", debian: "libidn2-dev"),
    .target(
        name: "Datasets",
        dependencies: [
            "Access", "AuditLog", "CIDN2", "CPCRE2", "CSVReading", "Cryptography", "Database", "Identity",
            "JSONReading",
            "Language", "Places", "Timekeeping",
        ],
        exclude: ["DESIGN.md"],
        resources: metaschemas.map { .embedInCode("Schema/Metaschemas/\($0).json") } + [
            .embedInCode("Declaring/declaration.json")
        ],
        swiftSettings: strict
    ),
    room(
        "Cases",
        ["Access", "AuditLog", "Cryptography", "Database", "Identity", "Language", "Places", "Timekeeping"],
        exclude: ["DESIGN.md"]
    ),
    .target(
        name: "WebWatch",
        dependencies: [
            "Access", "AuditLog", "CSVReading", "Database", "HTMLParsing", "Identity", "Language", "Places",
            "Timekeeping",
        ],
        resources: [.embedInCode("Resources/terms.txt")],
        swiftSettings: strict
    ),
]

let meetings: [Target] = [
    room(
        "Reactions",
        [
            "Access", "AuditLog", "Cases", "Database", "Datasets", "Language", "Places", "Timekeeping",
            "WebWatch",
        ]
    )
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")

let faces: [Target] = [
    room(
        "Serving",
        [
            "Compression", "Database", "Identity", "InternetAddresses", "Language", "Timekeeping",
            hummingbird, nioHTTPTypes,
            .product(name: "NIOCore", package: "swift-nio"),
        ]
    ),
    room(
        "API",
        [
            "Access", "AuditLog", "Cases", "Compression", "Cryptography", "Database", "Datasets", "Identity",
            "JSONReading", "Language", "Places", "Serving", "Timekeeping", "WebWatch", httpTypes, hummingbird,
            logging,
        ]
    ),
    .target(name: "CAssets", exclude: ["web"]),
    room("Assets", ["CAssets"]),
    room(
        "Console",
        [
            "Access", "Assets", "AuditLog", "Cases", "Cryptography", "Database", "Datasets",
            "Identity", "JSONReading", "Language", "Places", "Serving", "Timekeeping", "WebWatch",
            hummingbird,
            logging,
        ]
    ),
]

let edges: [Target] = [
    cLibrary("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
    room("WebFetch", ["CCurl", "Cryptography", "InternetAddresses", "Language", "Timekeeping", "WebWatch"]),
    cLibrary("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    room("Documents", ["CXLSXWriter", "Datasets", "Language", "Timekeeping"]),
]

let program: [Target] = [
    .target(
        name: "Lab",
        dependencies: ["Language", "Places", "Timekeeping"],
        resources: [.embedInCode("Resources/news.txt"), .embedInCode("Resources/edits.txt")],
        swiftSettings: strict
    ),
    .systemLibrary(name: "CRename"),
    .target(name: "CPacksData"),
    .executableTarget(
        name: "sen",
        dependencies: [
            "API", "Access", "AuditLog", "CPacksData", "CRename", "Cases", "Console", "Cryptography",
            "Database",
            "Datasets", "Documents", "HTMLParsing", "Identity", "InternetAddresses", "JSONReading", "Lab",
            "Language", "Places", "Reactions", "Serving", "Timekeeping", "WebFetch", "WebWatch",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            hummingbird, logging,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
        ],
        resources: [.embedInCode("Pack/pack.json")],
        swiftSettings: strict
    ),
]

/// Inside this package, since other packages cannot see what is `package`.
let benchmarks: [Target] = [
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "Access", "AuditLog", "BrowserDriving", "Cases", "Console", "Cryptography", "Database",
            "Datasets", "Identity", "InternetAddresses", "JSONReading", "Language", "Places",
            "RunningPrograms", "Serving", "TestDatabases", "Timekeeping", "WebFetch", "WebWatch", hummingbird,
            logging,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ],
        path: "Benchmarks",
        swiftSettings: strict
    )
]

let testTargets: [Target] = [
    tests("ArchitectureTests"),
    tests("LanguageTests", ["Language", "Timekeeping"]),
    tests("TimekeepingTests", ["Timekeeping"]),
    tests("CSVReadingTests", ["CSVReading", "Language"]),
    tests("JSONReadingTests", ["JSONReading", "Language"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests("CompressionTests", ["Compression"]),
    .executableTarget(
        name: "CrashWriter",
        dependencies: ["Database"],
        path: "Tests/CrashWriter",
        swiftSettings: strict
    ),
    .target(
        name: "TestDatabases",
        dependencies: ["Database", "RunningPrograms", "Timekeeping"],
        path: "Tests/TestDatabases",
        swiftSettings: strict
    ),
    tests(
        "DatabaseTests",
        ["CrashWriter", "Database", "Language", "RunningPrograms", "TestDatabases", "Timekeeping"]
    ),
    tests("HTMLParsingTests", ["HTMLParsing"]),
    tests(
        "AuditLogTests",
        ["AuditLog", "Cryptography", "Database", "Language", "TestDatabases", "Timekeeping"]
    ),
    tests("PlacesTests", ["AuditLog", "Database", "Language", "Places", "TestDatabases", "Timekeeping"]),
    tests(
        "IdentityTests",
        ["AuditLog", "Cryptography", "Database", "Identity", "Language", "TestDatabases", "Timekeeping"]
    ),
    tests(
        "AccessTests",
        [
            "Access", "AuditLog", "Cases", "Cryptography", "Database", "Datasets", "Identity", "Language",
            "Places",
            "TestDatabases", "Timekeeping", "WebWatch",
        ]
    ),
    tests(
        "CasesTests",
        [
            "Access", "AuditLog", "Cases", "Cryptography", "Database", "Identity", "Language", "Places",
            "TestDatabases", "Timekeeping",
        ]
    ),
    tests(
        "WebWatchTests",
        [
            "Access", "AuditLog", "Cryptography", "Database", "HTMLParsing", "Identity", "Language", "Places",
            "TestDatabases", "Timekeeping", "WebWatch",
        ]
    ),
    tests(
        "ReactionsTests",
        [
            "Access", "AuditLog", "Cases", "Database", "Datasets", "Language", "Places", "Reactions",
            "TestDatabases", "Timekeeping", "WebWatch",
        ]
    ),
    tests(
        "DatasetsTests",
        [
            "Access", "AuditLog", "Cryptography", "Database", "Datasets", "Identity", "JSONReading",
            "Language",
            "Places", "TestDatabases", "Timekeeping",
        ]
    ),
    tests("AssetsTests", ["Assets"]),
    .target(
        name: "AskingRouters",
        dependencies: [
            "Serving", hummingbird, logging,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ],
        path: "Tests/AskingRouters",
        swiftSettings: strict
    ),
    tests(
        "APITests",
        [
            "API", "Access", "AskingRouters", "AuditLog", "Cases", "Compression", "Cryptography", "Database",
            "Datasets",
            "Identity", "JSONReading", "Language", "Places",
            "Serving", "Timekeeping", "WebWatch", httpTypes, hummingbird, logging,
            .product(name: "NIOCore", package: "swift-nio"),
        ]
    ),
    tests(
        "ServingTests",
        [
            "AskingRouters", "Compression", "InternetAddresses", "Language", "Serving", httpTypes,
            hummingbird,
            nioHTTPTypes,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ]
    ),
    tests(
        "ConsoleTests",
        [
            "Access", "AskingRouters", "Assets", "AuditLog", "BrowserDriving", "Cases", "Console",
            "Cryptography", "Database", "Datasets", "Identity", "JSONReading", "Language", "Places",
            "Serving", "Timekeeping", "WebWatch", hummingbird, logging,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ]
    ),
    .target(
        name: "HostileServers",
        dependencies: ["RunningPrograms"],
        path: "Tests/HostileServers",
        swiftSettings: strict
    ),
    tests(
        "WebFetchTests",
        ["HostileServers", "InternetAddresses", "Language", "Timekeeping", "WebFetch", "WebWatch"]
    ),
    tests("DocumentsTests", ["Datasets", "Documents", "Language", "RunningPrograms", "Timekeeping"]),
    tests("LabTests", ["HTMLParsing", "Lab", "Language", "Places", "Timekeeping", "WebWatch"]),
    tests(
        "SenTests",
        [
            "Access", "AuditLog", "Database", "HTMLParsing", "Identity", "Language", "Places", "Timekeeping",
            "WebFetch", "WebWatch", "sen",
        ]
    ),
    .target(name: "BrokenMachine", path: "Tests/BrokenMachine"),
    .target(name: "RunningPrograms", path: "Tests/RunningPrograms", swiftSettings: strict),
    .target(
        name: "BrowserDriving",
        dependencies: ["RunningPrograms"],
        path: "Tests/BrowserDriving",
        swiftSettings: strict
    ),
    tests("BrowserTests", ["BrowserDriving", "Language", "RunningPrograms", "sen"]),
    tests(
        "Scenarios",
        [
            "Access", "AuditLog", "Cases", "Cryptography", "Database", "Datasets", "HostileServers",
            "Identity",
            "InternetAddresses", "Language", "Places", "RunningPrograms", "TestDatabases", "Timekeeping",
            "WebFetch", "WebWatch", "sen",
        ]
    ),
]

let package = Package(
    name: "sen",
    products: [
        // Loaded before a program by the tests, so it is a file of its own.
        .library(name: "BrokenMachine", type: .dynamic, targets: ["BrokenMachine"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // What Hummingbird is built on, named because we import it too; nothing more is fetched for them.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: ground + guards + domains + meetings + edges + faces + program + benchmarks + testTargets,
    swiftLanguageModes: [.v6]
)
