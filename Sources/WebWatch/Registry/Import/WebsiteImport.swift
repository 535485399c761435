package import Access
import AuditLog
import CSVReading
import Database
package import Language
package import Places
import Timekeeping

/// What a list of websites did, or would do: one line for each row of the file.
package struct WebsiteImportReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// The line of the file, counted from 1.
        package let line: Int
        package let outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        case added, changed, unchanged
        /// What is wrong with the row, one sentence for each fault.
        case refused([Text])
    }

    package let rows: [Row]

    package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }
    package var refused: [Row] {
        rows.filter { if case .refused = $0.outcome { true } else { false } }
    }
}

extension WebsiteStore {
    /// 20,000 websites are more than twice what the province has.
    static let importLimits = CSVLimits(
        bytesMax: 16 * 1024 * 1024,
        rowsMax: 20_001,
        columnsMax: 32,
        fieldBytesMax: 4 * 1024
    )

    /// Takes the websites of a CSV file in, in one transaction, and says of each row what became of it.
    ///
    /// A row whose address is known changes that website; good rows are taken and the others only reported, so the
    /// corrected file can be imported again as a whole. `permit` tells for which units the actor may register
    /// websites; a website of any other unit is refused as if its address were taken. A dry run writes nothing.
    ///
    /// Columns: `url`, `name` and `unit` (an id or a full name) are needed; `kind`, `criticality`, `responsible`,
    /// `contact`, `licence`, `licence_issued` and `licence_expires` may be there. Vietnamese headers mean the same.
    /// `progress` is told after each row how many are done.
    ///
    /// - Throws: ``WebsiteErrorCode/importInvalid`` when the file as a whole cannot be read.
    package func importCSV(
        _ bytes: [UInt8],
        tree: UnitTree,
        dryRun: Bool,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
        permit: @escaping @Sendable (Places.Unit.ID) -> Permit<RegisterWebsite>?
    ) async throws(WebsiteError) -> WebsiteImportReport {
        let records = try Self.records(bytes, UnitNames(tree))
        if dryRun {
            return try await database.read(throwing: WebsiteErrorCode.self) { transaction in
                var plan = try WebsiteImportPlan(transaction, permit: permit)
                return WebsiteImportReport(rows: records.map { plan.row($0).report })
            }
        }
        return try await database.write(throwing: WebsiteErrorCode.self) { transaction in
            var plan = try WebsiteImportPlan(transaction, permit: permit)
            let rows = try records.enumerated().map { index, record in
                let row = plan.row(record)
                try take(row, in: transaction)
                progress(index + 1, records.count)
                return row.report
            }
            return WebsiteImportReport(rows: rows)
        }
    }

    private static func records(_ bytes: [UInt8], _ units: UnitNames) throws(WebsiteError) -> [WebsiteRecord]
    {
        do {
            var reader = try CSVReader(bytes, limits: importLimits)
            guard let header = try reader.next() else { throw CSVProblem(.empty, line: 1) }
            let positions = try WebsiteColumn.positions(header)
            var records: [WebsiteRecord] = []
            while let row = try reader.next() {
                guard row.fields.count == header.fields.count else {
                    let kind = CSVProblem.Kind.wrongFieldCount(
                        expected: header.fields.count,
                        found: row.fields.count
                    )
                    records.append(
                        WebsiteRecord(line: row.line, problem: CSVProblem(kind, line: row.line).text)
                    )
                    continue
                }
                records.append(WebsiteRecord(row, positions: positions, units: units))
            }
            return records
        } catch {
            let text = (error as? CSVProblem)?.text
            throw WebsiteError(
                .importInvalid,
                "the file of websites cannot be read",
                text: text,
                cause: error
            )
        }
    }

    private func take(_ row: WebsiteImportPlan.Row, in transaction: any Transaction) throws {
        guard let permit = row.permit, let details = row.details else { return }
        let writer = WebsiteWriter(
            store: self,
            transaction: transaction,
            actor: permit.actor,
            now: clock.now()
        )
        if let known = row.known {
            if known.details != details { _ = try writer.edit(known, details) }
        } else {
            _ = try writer.add(details)
        }
    }
}

/// What each row of a file does to the registry as it stands.
struct WebsiteImportPlan {
    struct Row {
        let report: WebsiteImportReport.Row
        var known: Website?
        var details: WebsiteDetails?
        var permit: Permit<RegisterWebsite>?
    }

    private let permit: @Sendable (Places.Unit.ID) -> Permit<RegisterWebsite>?
    private var known: [String: Website] = [:]
    private var firstLines: [String: Int] = [:]

    init(
        _ transaction: any Transaction,
        permit: @escaping @Sendable (Places.Unit.ID) -> Permit<RegisterWebsite>?
    ) throws {
        self.permit = permit
        try transaction.forEachRow(of: "SELECT \(Website.selected) FROM website WHERE retired_at IS NULL") {
            row in
            let website = try Website(row: row)
            known[website.details.address.url] = website
        }
    }

    mutating func row(_ record: WebsiteRecord) -> Row {
        guard record.problems.isEmpty, let url = record.address?.url else {
            return refused(record, record.problems)
        }
        if let first = firstLines[url] { return refused(record, [.Websites.twiceInFile(firstLine: first)]) }
        firstLines[url] = record.line
        let old = known[url]
        do {
            let details = try record.details(old?.details)
            guard let permit = permit(details.unit) else { return refused(record, [.Websites.notTheOwner]) }
            if let owner = old?.details.unit, self.permit(owner) == nil {
                return refused(record, [.Websites.addressTaken])
            }
            let outcome: WebsiteImportReport.Outcome =
                old == nil ? .added : old?.details == details ? .unchanged : .changed
            let report = WebsiteImportReport.Row(line: record.line, outcome: outcome)
            return Row(report: report, known: old, details: details, permit: permit)
        } catch {
            return refused(record, [error.text])
        }
    }

    private func refused(_ record: WebsiteRecord, _ texts: [Text]) -> Row {
        Row(report: WebsiteImportReport.Row(line: record.line, outcome: .refused(texts)))
    }
}
