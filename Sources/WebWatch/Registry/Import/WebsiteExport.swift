import CSVReading
import Database
import Language
package import Places
import Timekeeping

extension WebsiteStore {
    /// The websites within `scope` that `filter` asks for as a CSV file that ``importCSV(_:tree:dryRun:permit:)``
    /// reads: UTF-8 with a byte order mark, which spreadsheets need to see the tones, and rows that end with CRLF.
    package func exportCSV(
        _ filter: WebsiteFilter = WebsiteFilter(),
        within scope: UnitScope
    ) async throws(WebsiteError) -> [UInt8] {
        try await database.read(throwing: WebsiteErrorCode.self) { transaction in
            var file: [UInt8] = [0xEF, 0xBB, 0xBF]
            file += Array(line(WebsiteColumn.allCases.map(\.rawValue)).utf8)
            let query: SQL = """
                SELECT \(Website.selected) FROM \(WatchedWebsite.tables)
                WHERE \(filter.condition(within: scope)) ORDER BY website.search_name, website.id
                """
            try transaction.forEachRow(of: query) { row in
                let details = try Website(row: row).details
                file += Array(line(WebsiteColumn.allCases.map { details.text(of: $0) }).utf8)
            }
            return file
        }
    }

    private func line(_ fields: [String]) -> String {
        fields.map(CSVGuard.field).joined(separator: ",") + "\r\n"
    }
}

extension WebsiteDetails {
    fileprivate func text(of column: WebsiteColumn) -> String {
        switch column {
        case .url: address.url
        case .name: name
        case .unit: unit.rawValue
        case .kind: kind.rawValue
        case .criticality: criticality.rawValue
        case .responsible: responsible?.name ?? ""
        case .contact: responsible?.contact ?? ""
        case .licence: licence?.number ?? ""
        case .licenceIssued: licence?.issued?.iso8601 ?? ""
        case .licenceExpires: licence?.expires?.iso8601 ?? ""
        }
    }
}
