import Access
import Cases
import Database
import Foundation
import Places
import Timekeeping
import WebWatch

/// 100,000 cases of two years: 3,000 open ones made as the program makes them, and copies of these that have ended.
struct SeededCases {
    let province: SeededProvince

    private static let openCount = 3_000
    private static let copiesPerWrite = 5_000
    private static let severities: [CaseSeverity] = [
        .attention, .serious, .attention, .information, .critical,
    ]

    func fill(_ dice: inout Dice) async throws {
        let open = try await openOnes(&dice)
        let copies = SeededProvince.casesCount - Self.openCount
        let columns = try await columns()
        for start in stride(from: 0, to: copies, by: Self.copiesPerWrite) {
            let seed = dice.next()
            try await province.database.write { transaction in
                for number in start..<min(start + Self.copiesPerWrite, copies) {
                    try copy(open[number % open.count], number, seed, columns, transaction)
                }
            }
        }
        try await province.database.write { transaction in
            try transaction.execute("UPDATE case_counter SET last = \(SeededProvince.casesCount)")
            try transaction.execute(
                """
                INSERT INTO case_event (case_id, position, unit_id, at, actor, kind, change)
                SELECT copy.id, event.position, copy.unit_id, event.at, event.actor, event.kind, event.change
                FROM case_file AS copy JOIN case_event AS event ON event.case_id = copy.what_was_done
                """
            )
        }
    }

    private func openOnes(_ dice: inout Dice) async throws -> [Case.ID] {
        let owners = province.owners
        let websites = try await province.websites.list(within: .everything, limit: 200).websites
        var ids: [Case.ID] = []
        for number in 0..<Self.openCount {
            let unit = owners[number % owners.count]
            let website = websites[number % websites.count].website
            let draft = CaseDraft(
                kind: .website,
                cause: "website:\(number):hidden-links",
                subject: CaseSubject(
                    kind: "website",
                    id: website.id.description,
                    name: website.details.name
                ),
                title: "Gỡ liên kết ẩn trên trang số \(number) của \(unit.name)",
                unit: unit.id,
                severity: Self.severities[number % Self.severities.count],
                detectedAt: SeededProvince.now - .seconds(dice.roll(40 * 86_400)),
                evidence: [
                    CaseEvidence(
                        kind: "hidden-links",
                        quote: "Nhà cái uy tín số 1",
                        url: website.details.address.url,
                        takenAt: SeededProvince.now
                    )
                ]
            )
            let permit = try province.access.permit(
                SeededProvince.administrator,
                to: OpenCase.self,
                on: unit.id
            )
            ids.append(try await province.cases.open(draft, by: permit).theCase.id)
        }
        return ids
    }

    private func columns() async throws -> [String] {
        try await province.database.read { transaction in
            try transaction.query("SELECT name FROM pragma_table_info('case_file') ORDER BY cid").map { row in
                try row[0]
            }
        }
    }

    /// A case that has ended, otherwise like `template`, whose id it keeps for the lines of its timeline.
    private func copy(
        _ template: Case.ID,
        _ number: Int,
        _ seed: UInt64,
        _ columns: [String],
        _ transaction: any Transaction
    ) throws {
        let age = Int((seed &+ UInt64(number) &* 7_919) % (730 * 86_400)) + 3 * 86_400
        let opened = SeededProvince.now - .seconds(age)
        let ended = opened + .seconds(3_600 + number % 50 * 3_600)
        let replaced: [String: SQL] = [
            "id": "\("018e0000-0000-7000-8000-" + SeededWebsites.hex(number))",
            "count": "\(Self.openCount + number + 1)", "state": "'closed'", "opened_at": "\(opened)",
            "detected_at": "\(opened)", "deadline_at": "\(opened + .seconds(5 * 86_400))",
            "next_escalation_at": "NULL", "root_cause": "'stolen-credentials'",
            "what_was_done": "\(template)",
            "answered_by": "'account:01000000-0000-0000-0000-000000000001'",
            "answered_at": "\(ended - .seconds(1_800))", "recheck_taken_at": "\(ended - .seconds(600))",
            "ended_at": "\(ended)", "changed_at": "\(ended)",
        ]
        let values = columns.map { replaced[$0] ?? "\(trusted: $0)" }
        try transaction.execute(
            """
            INSERT INTO case_file (\(trusted: columns.joined(separator: ", ")))
            SELECT \(SQL.joined(values, by: ", ")) FROM case_file WHERE id = \(template)
            """
        )
    }
}
