import AuditLog
import Database
import Foundation
import Language
import Places
import Timekeeping

/// A website as its table keeps it: one list of columns for reading, writing and the audit log.
extension Website {
    static let selected: SQL = """
        website.id, website.unit_id, website.url, website.host, website.name, website.kind, website.criticality,
        website.state, website.paused_until, website.retired_at, website.responsible, website.contact,
        website.licence_number, website.licence_issued, website.licence_expires,
        website.added_at, website.changed_at, website.version
        """

    init(row: Row) throws(DatabaseError) {
        let name: String? = try row[10]
        let contact: String? = try row[11]
        let licence: String? = try row[12]
        let (issued, expires): (Day?, Day?) = (try row[13], try row[14])
        let details = WebsiteDetails(
            address: WebsiteAddress(stored: try row[2], host: try row[3]),
            name: try row[4],
            unit: try row[1],
            kind: try row.coded(5),
            criticality: try row.coded(6),
            responsible: name.map { ResponsiblePerson(name: $0, contact: contact) },
            licence: licence.map { Licence(number: $0, issued: issued, expires: expires) }
        )
        self.init(id: try row[0], details: details, state: try row.websiteState, addedAt: try row[15])
        changedAt = try row[16]
        version = try row[17]
    }

    /// Names and values of all columns that follow from the value.
    var columns: [(name: String, value: SQLValue)] {
        let searched = "\(details.name) \(details.address.url)".folded
        return [
            ("id", id.sqlValue), ("unit_id", details.unit.sqlValue),
            ("url", details.address.url.sqlValue), ("host", details.address.host.sqlValue),
            ("name", details.name.sqlValue), ("kind", details.kind.rawValue.sqlValue),
            ("criticality", details.criticality.rawValue.sqlValue), ("state", state.code.sqlValue),
            ("paused_until", state.pausedUntil.sqlValue), ("retired_at", state.retiredAt.sqlValue),
            ("responsible", (details.responsible?.name).sqlValue),
            ("contact", (details.responsible?.contact).sqlValue),
            ("licence_number", (details.licence?.number).sqlValue),
            ("licence_issued", (details.licence?.issued).sqlValue),
            ("licence_expires", (details.licence?.expires).sqlValue), ("added_at", addedAt.sqlValue),
            ("changed_at", changedAt.sqlValue), ("version", version.sqlValue),
            ("search_text", searched.sqlValue), ("search_name", details.name.folded.sqlValue),
        ]
    }

    /// What the audit log vouches for.
    var auditContent: [UInt8] {
        get throws(DatabaseError) {
            var content: [String: String] = [:]
            for (name, value) in columns where !name.hasPrefix("search_") {
                switch value {
                case .text(let text): content[name] = text
                case .integer(let number): content[name] = String(number)
                case .null, .real, .blob: break
                }
            }
            return try AuditLog.canonicalJSON(content)
        }
    }
}

extension WebsiteState {
    /// The word of the column; stable.
    var code: String {
        switch self {
        case .watched: "watched"
        case .paused: "paused"
        case .retired: "retired"
        }
    }

    fileprivate var pausedUntil: Instant? { if case .paused(let until) = self { until } else { nil } }
    fileprivate var retiredAt: Instant? { if case .retired(let at) = self { at } else { nil } }
}

extension WebsiteStatus {
    static let selected: SQL = """
        website_status.health, website_status.light_at, website_status.deep_at, website_status.outcome,
        website_status.total_ms, website_status.certificate
        """

    /// Reads the columns that begin at `start`.
    init(row: Row, from start: Int) throws(DatabaseError) {
        let health: Int = try row[start]
        guard let known = WebsiteHealth(rawValue: health) else { throw row.unexpected(start) }
        self.health = known
        lastLightCheck = try row[start + 1]
        lastDeepCheck = try row[start + 2]
        outcome = try row[start + 3]
        totalMilliseconds = try row[start + 4]
        certificate = try row.decoded(start + 5)
    }
}

extension Row {
    func coded<T: RawRepresentable<String>>(_ index: Int) throws(DatabaseError) -> T {
        guard let value = T(rawValue: try self[index]) else { throw unexpected(index) }
        return value
    }

    /// A value that a column keeps as JSON.
    func decoded<T: Decodable>(_ index: Int, as type: T.Type = T.self) throws(DatabaseError) -> T? {
        guard let text: String = try self[index] else { return nil }
        guard let value = try? JSONDecoder().decode(T.self, from: Data(text.utf8)) else {
            throw unexpected(index)
        }
        return value
    }

    func unexpected(_ index: Int) -> DatabaseError {
        DatabaseError(kind: .unexpectedValue, detail: "column \(index) of the watch holds an unknown value")
    }

    fileprivate var websiteState: WebsiteState {
        get throws(DatabaseError) {
            switch try self[7] as String {
            case "watched": .watched
            case "paused": .paused(until: try self[8])
            case "retired": .retired(at: try self[9])
            default: throw unexpected(7)
            }
        }
    }
}

/// The canonical JSON of a value, as columns and messages keep it.
func json(_ value: some Encodable) throws(DatabaseError) -> String {
    String(decoding: try AuditLog.canonicalJSON(value), as: UTF8.self)
}
