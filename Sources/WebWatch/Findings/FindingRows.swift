import Database
import Places
import Timekeeping

/// The findings as their table keeps them.
extension TrackedFinding {
    static let selected: SQL = """
        id, website_id, unit_id, kind, severity, url, fingerprint, evidence, state,
        first_seen_at, last_seen_at, confirmed_at, cleared_at, sightings, clean_looks
        """

    init(row: Row) throws(DatabaseError) {
        let kind: CheckKind = try row.coded(3)
        let severity: Severity = try row.coded(4)
        guard let evidence: [Evidence] = try row.decoded(7) else { throw row.unexpected(7) }
        var finding = Finding(kind, severity, on: try row[5], evidence: evidence)
        finding.fingerprint = try row[6]
        self.init(
            id: try row[0],
            website: try row[1],
            unit: try row[2],
            finding: finding,
            at: try row[9]
        )
        state = try row.coded(8)
        lastSeenAt = try row[10]
        confirmedAt = try row[11]
        clearedAt = try row[12]
        sightings = try row[13]
        cleanLooks = try row[14]
    }

    func insert(in transaction: any Transaction) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO website_finding (\(Self.selected))
            VALUES (\(id), \(website), \(unit), \(finding.kind.rawValue), \(finding.severity.rawValue), \(finding.url),
                \(finding.fingerprint), \(try json(finding.evidence)), \(state.rawValue), \(firstSeenAt),
                \(lastSeenAt), \(confirmedAt), \(clearedAt), \(sightings), \(cleanLooks))
            """
        )
    }

    func update(in transaction: any Transaction) throws(DatabaseError) {
        try transaction.execute(
            """
            UPDATE website_finding SET severity = \(finding.severity.rawValue), url = \(finding.url),
                evidence = \(try json(finding.evidence)), state = \(state.rawValue), last_seen_at = \(lastSeenAt),
                confirmed_at = \(confirmedAt), cleared_at = \(clearedAt), sightings = \(sightings),
                clean_looks = \(cleanLooks)
            WHERE id = \(id)
            """
        )
    }
}

extension Transaction {
    func openFindings(of website: Website.ID) throws(DatabaseError) -> [TrackedFinding] {
        let rows = try query(
            """
            SELECT \(TrackedFinding.selected) FROM website_finding
            WHERE website_id = \(website) AND state <> 'cleared' ORDER BY id
            """
        )
        var findings: [TrackedFinding] = []
        for row in rows { findings.append(try TrackedFinding(row: row)) }
        return findings
    }
}
