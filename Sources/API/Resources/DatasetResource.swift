import Datasets
import Hummingbird
import Language
import Places

/// `/api/v1/datasets`: what data there is, whose it is and what its records look like.
///
/// Everybody with a key sees the catalogue; who may read the records is another matter.
enum DatasetResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/datasets",
            "listDatasets",
            .API.listDatasets,
            [
                .query("q", .text(min: 1, max: 200), .API.searchWords), .cursor,
                .limit(max: pageMax),
            ],
            answers: .json(.page(of: DatasetShape.schema)),
            list
        ),
        .get(
            "/api/v1/datasets/{dataset}",
            "getDataset",
            .API.getDataset,
            answers: .json(DatasetShape.whole),
            hasVersion: true
        ) { call in
            let stored = try await call.dataset()
            return .json(DatasetShape.whole(stored, call.language)).version(stored.version)
        },
        .get(
            "/api/v1/datasets/{dataset}/schema",
            "getDatasetSchema",
            .API.getDatasetSchema,
            answers: AnswerShape(content: .bytes(type: "application/schema+json")),
            hasVersion: true
        ) { call in
            let stored = try await call.dataset()
            return .bytes(Array(stored.schemaText.utf8), type: "application/schema+json")
                .version(stored.schemaVersion)
        },
    ]

    /// A province has some hundreds.
    private static let pageMax = 500

    private static func list(_ call: Call) async throws -> Answer {
        _ = try call.widest(ReadRecords.self)
        var datasets = try await call.house.datasets.list()
        if let words = call.query["q"] { datasets = datasets.filter { $0.matches(words) } }
        if let last = try call.cursor({ Dataset.ID(checking: $0) }) {
            datasets = datasets.filter { $0.dataset.id > last }
        }
        let page = datasets.prefix(call.limit)
        return call.page(
            page.map { DatasetShape.json($0, call.language) },
            next: datasets.count > page.count ? page.last?.dataset.id.rawValue : nil
        )
    }
}

/// A dataset as the API shows it.
enum DatasetShape {
    private static let title = Schema.object([.required("vi", .string), .required("en", .string)])
    private static let fields: [Schema.Field] = [
        .required("id", .string), .required("title", title), .required("owner", .string),
        .required("classification", .coded(Classification.allCases.map(\.rawValue))),
        .required("version", .integer(min: 1)), .required("schemaVersion", .integer(min: 1)),
        .required("changedAt", .instant),
    ]
    static let schema = Schema.named("Dataset", .object(fields))
    /// With what it was declared by, and the JSON Schema of its records.
    static let whole = Schema.named(
        "DeclaredDataset",
        .object(fields + [.required("declaration", .map(.anything)), .required("schema", .anything)])
    )

    private static func members(_ stored: StoredDataset, _ language: Language) -> [(String, JSON)] {
        let dataset = stored.dataset
        return [
            ("id", .text(dataset.id.rawValue)),
            ("title", ["vi": .text(dataset.title.vi), "en": .text(dataset.title.en)]),
            ("owner", .text(dataset.owner.rawValue)),
            (
                "classification",
                .coded(dataset.classification.rawValue, dataset.classification.name, language)
            ),
            ("version", JSON(stored.version)), ("schemaVersion", JSON(stored.schemaVersion)),
            ("changedAt", JSON(stored.changedAt)),
        ]
    }

    static func json(_ stored: StoredDataset, _ language: Language) -> JSON {
        JSON(members(stored, language))
    }

    static func whole(_ stored: StoredDataset, _ language: Language) -> JSON {
        let declaration = String(decoding: stored.dataset.canonicalText, as: UTF8.self)
        return JSON(
            members(stored, language) + [
                ("declaration", .written(declaration)), ("schema", .written(stored.schemaText)),
            ]
        )
    }
}
