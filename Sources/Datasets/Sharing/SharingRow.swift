package import AuditLog
import Database
import Foundation
import Places
import Timekeeping

extension SharingRequest {
    static let selected: SQL = """
        id, dataset_id, unit_id, grantee_id, state, asked, asked_by, asked_at, granted, decided_by, decided_at,
        refusal_reason, refusal_basis, revoked_by, revoked_at, revocation_reason, version, changed_at
        """

    /// Reads ``selected``.
    init(_ row: Row) throws {
        id = try row[0]
        dataset = Dataset.ID(rawValue: try row[1])
        owner = try row[2]
        grantee = try row[3]
        asked = try Self.terms(try row[5])
        askedBy = Act(code: try row[6], at: try row[7])
        version = try row[16]
        changedAt = try row[17]
        state = try Self.state(of: row)
    }

    private static func state(of row: Row) throws -> State {
        guard let kind = State.Kind(rawValue: try row[4]) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a sharing request has an unknown state")
        }
        switch kind {
        case .pending: return .pending
        case .refused:
            return .refused(
                reason: try row[11],
                legalBasis: try row[12],
                Act(code: try row[9], at: try row[10])
            )
        case .granted: return .granted(try terms(try row[8]), Act(code: try row[9], at: try row[10]))
        case .revoked:
            return .revoked(
                try terms(try row[8]),
                Act(code: try row[9], at: try row[10]),
                reason: try row[15],
                Act(code: try row[13], at: try row[14])
            )
        }
    }

    private static func terms(_ text: String) throws -> SharingTerms {
        try JSONDecoder().decode(SharingTerms.self, from: Data(text.utf8))
    }

    /// The columns that a decision fills.
    var decided: (granted: SharingTerms?, act: Act?) {
        switch state {
        case .pending: (nil, nil)
        case .refused(_, _, let act): (nil, act)
        case .granted(let terms, let act), .revoked(let terms, let act, _, _): (terms, act)
        }
    }

    var refusal: (reason: String, legalBasis: String)? {
        guard case .refused(let reason, let basis, _) = state else { return nil }
        return (reason, basis)
    }

    var revocation: (reason: String, act: Act)? {
        guard case .revoked(_, _, let reason, let act) = state else { return nil }
        return (reason, act)
    }
}

extension SharingRequest.Act {
    fileprivate init(code: String, at: Instant) {
        by = code
        self.at = at
    }
}

// MARK: The log

extension SharingRequest {
    static let subjectKind = "sharing"

    private struct Statement: Encodable {
        let dataset: String
        let owner: String
        let grantee: String
        let state: State.Kind
        let asked: SharingTerms
        let askedBy: String
        let askedAt: Int64
        let granted: SharingTerms?
        let decidedBy: String?
        let decidedAt: Int64?
        let reason: String?
        let legalBasis: String?
        let revokedBy: String?
        let revokedAt: Int64?
        let version: Int
    }

    /// Canonical JSON of all that the row says.
    func content() throws(DatabaseError) -> [UInt8] {
        let (terms, act) = decided
        return try AuditLog.canonicalJSON(
            Statement(
                dataset: dataset.rawValue,
                owner: owner.rawValue,
                grantee: grantee.rawValue,
                state: state.kind,
                asked: asked,
                askedBy: askedBy.by,
                askedAt: askedBy.at.microsecondsSince1970,
                granted: terms,
                decidedBy: act?.by,
                decidedAt: act?.at.microsecondsSince1970,
                reason: refusal?.reason ?? revocation?.reason,
                legalBasis: refusal?.legalBasis,
                revokedBy: revocation?.act.by,
                revokedAt: revocation?.act.at.microsecondsSince1970,
                version: version
            )
        )
    }
}

extension DatasetStore {
    /// The requests to share, for the verifier.
    package static let auditedSharing = AuditedTable(
        subjectKind: "sharing",
        ids: "SELECT id AS subject_id FROM sharing_request"
    ) { id, transaction in
        let row = try transaction.first(
            "SELECT \(SharingRequest.selected) FROM sharing_request WHERE id = \(id)"
        )
        return try row.map { try SharingRequest($0).content() }
    }
}
