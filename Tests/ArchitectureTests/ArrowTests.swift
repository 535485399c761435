import Foundation
import Testing

private let ground = [
    "Language", "Timekeeping", "HTMLParsing", "CSVReading", "InternetAddresses", "JSONReading",
    "Cryptography", "Compression",
    "Database",
]
private let guards = ["AuditLog", "Places", "Identity", "Access"]
private let domains = ["Cases", "WebWatch", "Datasets"]

/// Which of our targets may import which; ARCHITECTURE.md says why.
///
/// Everything else is refused.
private let arrows: [String: [String]] = [
    "Language": ["Timekeeping"],  // it writes dates and lengths of time in words
    "Timekeeping": [],
    "HTMLParsing": [],
    "CSVReading": ["Language"],
    "InternetAddresses": [],
    "JSONReading": ["Language"],  // what is wrong with a text is said to a person
    "Cryptography": [],
    "Compression": [],
    "Assets": [],
    "Database": ["Language", "Timekeeping"],
    "AuditLog": ground,
    "Places": ground + ["AuditLog"],
    "Identity": ground + ["AuditLog"],
    "Access": ground + ["AuditLog", "Places", "Identity"],
    "Cases": ground + guards,
    "WebWatch": ground + guards,
    "Datasets": ground + guards,
    "Reactions": ground + guards + domains,
    "WebFetch": ground + ["WebWatch"],
    "Documents": ground + ["Datasets"],
    "Serving": ground + guards,
    "API": ground + guards + domains + ["Serving"],
    "Console": ground + guards + domains + ["Assets", "Serving"],
    "Lab": ground + ["Places"],  // plays websites: it must not know what the watch looks for
    "sen": ground + guards + domains + [
        "Reactions", "WebFetch", "Documents", "API", "Console", "Assets", "Serving", "Lab",
    ],
]

/// Third parties and the only rooms that may know them.
private let thirdParties: [String: [String]] = [
    "CSQLite": ["Database"],
    "CPostgres": ["Database"],
    "CLexbor": ["HTMLParsing"],
    "CCurl": ["WebFetch"],
    "CXLSXWriter": ["Documents"],
    "CCrypto": ["Cryptography"],
    "CYYJSON": ["JSONReading"],
    "CZlib": ["Compression"],
    "CPCRE2": ["Datasets"],
    "CIDN2": ["Datasets"],
    "CQRCode": ["Identity", "Console"],
    "CAssets": ["Assets"],
    "CPacksData": ["sen"],
    "CPlacesData": ["Places"],
    "Hummingbird": ["Serving", "API", "Console", "sen"],
    "NIOCore": ["Serving", "API", "Console", "sen"],
    "NIOHTTPTypes": ["Serving"],
    "ServiceLifecycle": ["Serving", "API", "Console", "sen"],
    "CRename": ["sen"],
    "ArgumentParser": ["sen"],
    "Yams": ["sen"],
]

@Test("each target imports only what its row allows")
func importsFollowArrows() throws {
    for target in try Project.targets() {
        guard let allowed = arrows[target] else { continue }  // the next test says so
        for file in try Project.swiftFiles(under: Project.sources.appending(path: target)) {
            for name in Project.imports(in: file.text) where arrows[name] != nil && name != target {
                #expect(allowed.contains(name), "\(file.path) imports \(name); no arrow allows it")
            }
        }
    }
}

@Test("each folder in Sources has a row")
func everyTargetHasRow() throws {
    for target in try Project.targets() {
        #expect(arrows[target] != nil, "\(target) has no row in the table of arrows")
    }
}

@Test("each third party is known only in its room")
func thirdPartiesHaveRooms() throws {
    for file in try Project.swiftFiles(under: Project.sources) {
        let target = String(file.path.split(separator: "/")[1])
        for name in Project.imports(in: file.text) {
            guard let rooms = thirdParties[name] else { continue }
            #expect(rooms.contains(target), "\(file.path) imports \(name), which only \(rooms) may")
        }
    }
}
