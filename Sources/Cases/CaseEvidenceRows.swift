import Database
import Language
package import Places
import Timekeeping

/// Evidence that a case does not have yet, with its place in the table.
struct TakenEvidence {
    struct Item {
        let position: Int
        let digest: String
        let evidence: CaseEvidence
    }
    var new: [Item] = []
    /// Whether some was left out, because the case holds ``CaseEvidence/countMax``.
    var isFull = false
}

extension CaseStore {
    /// The evidence of a case, oldest first.
    package func evidence(of id: Case.ID, within scope: UnitScope) async throws(CaseError) -> [CaseEvidence] {
        let owned = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT \(CaseEvidence.selected) FROM case_evidence
                WHERE case_id = \(id) AND \(owned) ORDER BY position
                """
            ).map { try CaseEvidence(row: $0) }
        }
    }
}

extension CaseWriter {
    /// Chooses what is not there yet and takes it into the hash of `row`; ``insert(_:of:)`` then writes it.
    func take(_ evidence: [CaseEvidence], into row: inout CaseRow) throws -> TakenEvidence {
        guard !evidence.isEmpty else { return TakenEvidence() }
        var known = Set(
            try transaction.query("SELECT digest FROM case_evidence WHERE case_id = \(row.it.id)").map {
                row in
                try row[0] as String
            }
        )
        var taken = TakenEvidence()
        for one in evidence {
            let digest = one.digest
            guard !known.contains(digest) else { continue }
            guard known.count < CaseEvidence.countMax else {
                taken.isFull = true
                break
            }
            known.insert(digest)
            taken.new.append(.init(position: known.count, digest: digest, evidence: one))
            row.evidenceSHA256 = one.hash(after: row.evidenceSHA256)
        }
        return taken
    }

    func insert(_ taken: TakenEvidence, of it: Case) throws(DatabaseError) {
        for item in taken.new {
            let one = item.evidence
            try transaction.execute(
                """
                INSERT INTO case_evidence
                    (case_id, position, unit_id, digest, kind, quote, url, sha256, taken_at, detail)
                VALUES (\(it.id), \(item.position), \(it.unit), \(item.digest), \(one.kind), \(one.quote),
                    \(one.url), \(one.sha256), \(one.takenAt), \(one.detail))
                """
            )
        }
    }
}

extension CaseEvidence {
    /// Tells the same evidence, seen again, from another one; the time does not count.
    var digest: String {
        RollingHash.next(after: "", [kind, quote, url ?? "", sha256 ?? "", detail])
    }

    /// The hash of the evidence up to this one.
    func hash(after previous: String) -> String {
        RollingHash.next(after: previous, [digest, "\(takenAt.microsecondsSince1970)"])
    }

    static let selected: SQL = "kind, quote, url, sha256, taken_at, detail"

    init(row: Row) throws(DatabaseError) {
        self.init(
            kind: try row[0],
            quote: try row[1],
            url: try row[2],
            sha256: try row[3],
            takenAt: try row[4],
            detail: try row[5]
        )
    }
}
