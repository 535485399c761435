import AuditLog
import Cryptography
import Database
import Foundation
import Places

/// What the audit log says of a record: its place, its version and the hash of its text, never the text.
///
/// The text can then be erased with the entry's salt, and a receipt can carry it or leave it out.
struct RecordStatement {
    static let subjectKind = "record"

    var dataset: Dataset.ID
    var key: String
    var unit: String
    var version: Int
    var schemaVersion: Int
    var state: RecordState
    var approvals: Int
    var reason: String?
    var contentSHA256: String

    /// A record of personal data is named by a random id, since its key may name a person and leaves of the log
    /// stay for ever.
    static func subject(_ dataset: Dataset.ID, key: String, personal: String?) -> AuditSubject {
        AuditSubject(kind: subjectKind, id: "\(dataset.rawValue)/\(personal ?? key)")
    }

    /// Canonical JSON.
    ///
    /// Written by hand, since a bulk load writes one for each record; all texts but the reason are of forms that need
    /// no escaping.
    var bytes: [UInt8] {
        var text = #"{"approvals":\#(approvals),"dataset":"\#(dataset.rawValue)","key":"\#(key)","#
        if let reason { text += #""reason":\#(Self.quoted(reason)),"# }
        text += #""schema":\#(schemaVersion),"sha256":"\#(contentSHA256)","state":"\#(state.rawValue)","#
        text += #""unit":"\#(unit)","version":\#(version)}"#
        return Array(text.utf8)
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

extension RecordStatement {
    /// What the row of the newest version says.
    init(_ record: StoredRecord, of dataset: Dataset.ID) {
        self.init(
            dataset: dataset,
            key: record.key.text,
            unit: record.unit.rawValue,
            version: record.version,
            schemaVersion: record.schemaVersion,
            state: record.state,
            approvals: record.approvals,
            reason: record.reason,
            contentSHA256: BaseCoding.hex.encode(SHA256.hash(Array(record.content.utf8)))
        )
    }
}
