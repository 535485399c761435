import Database
import Datasets
import Language
import Places
import Timekeeping

/// A sharing request as the API shows and takes it.
enum SharingShape {
    private static let parts: [Schema.Field] = [
        .required("fields", .list(.text(min: 1, max: 200), max: 500)),
        .required("unit", .text(min: 1, max: Places.Unit.ID.charactersMax)),
        .optional("where", .list(.text(min: 2, max: 100), max: SharingTerms.conditionsMax)),
        .required("legalBasis", .text(max: SharingTerms.textBytesMax)),
        .required("from", .day), .required("until", .day),
    ]
    /// What is granted; the purpose is the one of the request.
    static let terms = Schema.named("SharingTerms", .object(parts))
    static let asking = Schema.named(
        "SharingAsked",
        .object(
            [
                .required("grantee", .text(min: 1, max: Places.Unit.ID.charactersMax)),
                .required("purpose", .text(max: RecordReading.purposeBytesMax)),
            ] + parts
        )
    )
    static let schema = Schema.named(
        "Sharing",
        .object([
            .required("id", .uuid), .required("dataset", .string), .required("owner", .string),
            .required("grantee", .string),
            .required("state", .choice(SharingRequest.State.Kind.allCases.map(\.rawValue))),
            .required("purpose", .string), .required("asked", terms), .required("askedBy", .string),
            .required("askedAt", .instant), .required("granted", .nullable(terms)),
            .required("decidedBy", .nullable(.string)), .required("decidedAt", .nullable(.instant)),
            .required("reason", .nullable(.string)), .required("legalBasis", .nullable(.string)),
            .required("revokedBy", .nullable(.string)), .required("revokedAt", .nullable(.instant)),
            .required("version", .integer(min: 1)),
        ])
    )

    static func json(_ request: SharingRequest) -> JSON {
        let end = request.ending
        return [
            "id": .text(request.id.description), "dataset": .text(request.dataset.rawValue),
            "owner": .text(request.owner.rawValue), "grantee": .text(request.grantee.rawValue),
            "state": .text(request.state.kind.rawValue), "purpose": .text(request.asked.purpose),
            "asked": json(request.asked), "askedBy": .text(request.askedBy.by),
            "askedAt": JSON(request.askedBy.at), "granted": request.granted.map(json) ?? .null,
            "decidedBy": JSON(request.decision?.by), "decidedAt": JSON(request.decision?.at),
            "reason": JSON(end?.reason), "legalBasis": JSON(end?.legalBasis),
            "revokedBy": JSON(end?.revoked?.by), "revokedAt": JSON(end?.revoked?.at),
            "version": JSON(request.version),
        ]
    }

    private static func json(_ terms: SharingTerms) -> JSON {
        [
            "fields": .list(terms.fields.map { .text($0.text) }), "unit": .text(terms.unit.rawValue),
            "where": .list(
                terms.conditions.map { .text($0.field.text + $0.comparison.rawValue + $0.value) }
            ),
            "legalBasis": .text(terms.legalBasis), "from": JSON(terms.from), "until": JSON(terms.until),
        ]
    }

    static func terms(of body: JSON, purpose: String) throws -> SharingTerms {
        let fields = try (body["fields"]?.list ?? []).map { text in
            guard let path = text.text.flatMap({ FieldPath($0) }) else {
                throw wrong("fields", .Sharing.fields)
            }
            return path
        }
        let conditions = try (body["where"]?.list ?? []).map { text in
            guard let condition = text.text.flatMap({ RecordFilter.Condition(written: $0) }) else {
                throw wrong("where", .Sharing.conditions)
            }
            return condition
        }
        guard let from = body["from"]?.text.flatMap({ Day(iso8601: $0) }),
            let until = body["until"]?.text.flatMap({ Day(iso8601: $0) })
        else { throw wrong("from", .Sharing.period) }
        return SharingTerms(
            fields: fields,
            unit: Places.Unit.ID(rawValue: body["unit"]?.text ?? ""),
            conditions: conditions,
            purpose: purpose,
            legalBasis: body["legalBasis"]?.text ?? "",
            from: from,
            until: until
        )
    }

    private static func wrong(_ field: String, _ text: Text) -> FieldFailure {
        FieldFailure(
            field: field,
            failure: DatasetError(.sharingInvalid, "unreadable \(field)", text: text)
        )
    }
}
