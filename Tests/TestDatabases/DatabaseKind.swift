import Foundation

/// The databases that every store has to run on.
package enum DatabaseKind: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// Those that `SEN_TEST_DATABASE` asks for; all without it.
    static let wanted: [DatabaseKind] = {
        let named = ProcessInfo.processInfo.environment["SEN_TEST_DATABASE"].flatMap(
            DatabaseKind.init(rawValue:)
        )
        return named.map { [$0] } ?? allCases
    }()

    /// Those that are wanted and installed.
    package static let testable = wanted.filter { $0 == .sqlite || PostgresInstallation.found != nil }
}
