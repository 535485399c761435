package import AuditLog
import Database
import Timekeeping

/// Units, successions and boundaries as the audit log knows them.
package enum AuditedUnits {
    /// How the verifier reads the current rows back.
    package static let tables = [
        AuditedTable(subjectKind: "unit", ids: "SELECT id AS subject_id FROM unit") { id, transaction in
            let unit = try UnitRows.unit(Unit.ID(rawValue: id), in: transaction)
            return try unit.map { try AuditLog.canonicalJSON(UnitContent($0)) }
        },
        AuditedTable(
            subjectKind: "unit-succession",
            ids: "SELECT from_id || '/' || to_id || '/' || day AS subject_id FROM unit_succession"
        ) { id, transaction in
            let succession = try UnitRows.succession(subject: id, in: transaction)
            return try succession.map { try AuditLog.canonicalJSON(SuccessionContent($0)) }
        },
        AuditedTable(
            subjectKind: "unit-boundary",
            ids: "SELECT unit_id AS subject_id FROM unit_boundary"
        ) { id, transaction in
            let boundary = try UnitRows.boundaryContent(Unit.ID(rawValue: id), in: transaction)
            return try boundary.map { try AuditLog.canonicalJSON($0) }
        },
    ]

    static func subject(_ unit: Unit) -> AuditSubject { AuditSubject(kind: "unit", id: unit.id.rawValue) }

    static func subject(_ succession: Succession) -> AuditSubject {
        let id = "\(succession.from)/\(succession.to)/\(succession.day.iso8601)"
        return AuditSubject(kind: "unit-succession", id: id)
    }

    static func subject(_ boundary: BoundaryContent) -> AuditSubject {
        AuditSubject(kind: "unit-boundary", id: boundary.unit.rawValue)
    }
}
