import Access
import Database
import Datasets
import Foundation
import HTTPTypes
import Identity
import Language
import Places

/// A dataset whose records are asked for: which of them the caller may see, and what for.
struct AskedRecords: Sendable {
    let stored: StoredDataset
    /// Which records and fields: the store's readings keep to it.
    let scope: ReadingTerms
    let permit: Permit<ReadRecords>

    /// Writes the reading down, if it is one of data that is not open, before anything is handed out.
    func note(_ kind: RecordReading.Kind, _ records: [StoredRecord]?, _ call: Call) async throws {
        let reading = RecordReading(kind, under: scope)
        try await call.house.datasets.noteReading(reading, of: records, in: stored, by: permit)
    }
}

extension Parameter {
    private static let sentence = Schema.text(
        min: 1,
        max: 4_000,
        pattern: "^([!-$&-~ ]|%[0-9A-Fa-f]{2})+$"
    )
    static let purpose = header("Sen-Purpose", sentence, .API.purpose)
    static let grant = query("grant", .uuid, .API.grant)
    static let reason = header("Sen-Reason", sentence, .API.reasonHeader)
    static let reasonQuery = query("reason", .text(min: 1, max: 500), .API.reasonQuery)
    static let asOf = query("as-of", .instant, .API.asOf)
}

extension Call {
    /// The dataset of the path; whoever has no role that reads records learns of none.
    func dataset() async throws -> StoredDataset {
        _ = try widest(ReadRecords.self)
        return try await house.datasets.find(try datasetID())
    }

    func datasetID() throws -> Dataset.ID {
        guard let id = Dataset.ID(checking: try path("dataset")) else {
            throw DatasetError(.datasetNotFound, "the path names no dataset")
        }
        return id
    }

    /// The key in the path, once decoded.
    func recordKey() throws -> RecordKey {
        guard let text = rest?.removingPercentEncoding?.precomposedStringWithCanonicalMapping,
            text.utf8.count <= RecordKey.bytesMax,
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { throw DatasetError(.recordNotFound, "the path holds no key of a record") }
        return RecordKey(text)
    }

    /// What may be read: all of it, or of restricted and personal data that of the caller's own units or of a grant.
    ///
    /// - Throws: `purposeMissing` for the latter without a purpose.
    func records() async throws -> AskedRecords {
        let permit = try widest(ReadRecords.self)
        let stored = try await house.datasets.find(try datasetID())
        let purpose = try sentence(.purpose)
        let grant = try query[Parameter.grant.name].map { text in
            guard let id = SharingRequest.ID(text) else {
                throw DatasetError(.sharingNotFound, "the parameter is no id of a grant")
            }
            return id
        }
        if stored.dataset.classification.needsGrant, purpose == nil, grant == nil {
            throw FieldFailure(
                field: Parameter.purpose.name,
                failure: DatasetError(.purposeMissing, "a reading without a purpose")
            )
        }
        if let purpose, purpose.utf8.count > RecordReading.purposeBytesMax {
            let text = Text.API.fieldTooLong(Parameter.purpose.name, max: RecordReading.purposeBytesMax)
            throw FieldFailure(
                field: Parameter.purpose.name,
                failure: APIError(.parameterInvalid, "a purpose that is too long", text: text)
            )
        }
        let terms = try await house.datasets.readingTerms(
            of: stored,
            own: try scope(ReadRecords.self),
            purpose: purpose,
            grant: grant,
            readers: house.access.units(of: try principal(), to: ReadRecords.self)
        )
        return AskedRecords(stored: stored, scope: terms, permit: permit)
    }

    /// A permit for the highest of the caller's units with a role for the action.
    ///
    /// What lies out of its reach the store refuses.
    func widest<A: Action>(_ action: A.Type) throws -> Permit<A> {
        try house.access.highestPermit(try principal(), to: action)
    }

    /// Through what and why a record is written.
    func origin(reason: String?) throws -> RecordOrigin {
        if let reason, !Self.isPrintable(reason) { throw Self.unreadable("reason") }
        return RecordOrigin(through: "api", reason: reason)
    }

    /// The reason in the header or in the query.
    func reason() throws -> String? { try sentence(.reason) ?? query[Parameter.reasonQuery.name] }

    /// A header whose value is percent-encoded UTF-8, since headers carry ASCII alone.
    func sentence(_ parameter: Parameter) throws -> String? {
        guard let name = HTTPField.Name(parameter.name), let value = headers[name] else { return nil }
        guard let text = value.removingPercentEncoding, Self.isPrintable(text) else {
            throw Self.unreadable(parameter.name)
        }
        let bare = text.trimmingCharacters(in: .whitespaces)
        return bare.isEmpty ? nil : bare
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n" }
    }

    private static func unreadable(_ field: String) -> FieldFailure {
        let failure = APIError(
            .parameterInvalid,
            "not percent-encoded UTF-8 without control characters",
            text: .API.sentenceUnreadable(field)
        )
        return FieldFailure(field: field, failure: failure)
    }
}
