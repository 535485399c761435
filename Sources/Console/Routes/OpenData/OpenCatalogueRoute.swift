import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /open/catalog.jsonld`: the open datasets as DCAT-AP 3.0 says them, in JSON-LD 1.1.
///
/// Only what is known is said: a licence and a contact point, which the profile recommends, no declaration holds yet.
struct OpenCatalogueRoute: Sendable {
    let house: ConsoleHouse
    let shelf: PublicationShelf

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let base = house.base(request)
        var datasets: [RecordValue] = []
        for stored in try await house.datasets.openDatasets() {
            datasets.append(dataset(stored, try await shelf.publication(of: stored), base))
        }
        let place = house.tree().roots.first?.name ?? "Sen"
        let catalogue = RecordValue.named([
            ("@context", Self.names), ("@id", .string(base + ConsolePath.openData)),
            ("@type", .string("dcat:Catalog")), ("dct:title", Self.both(.OpenData.title)),
            ("dct:description", Self.both(.OpenData.lead(place))),
            ("dct:publisher", agent("40", place, base)),
            ("foaf:homepage", .link(base + ConsolePath.openData)),
            ("dct:language", .array(Self.languages)), ("dcat:dataset", .array(datasets)),
        ])
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/ld+json", .accessControlAllowOrigin: "*",
                .cacheControl: "public, max-age=\(PublicationShelf.keptSeconds)",
            ],
            body: .init(byteBuffer: ByteBuffer(string: catalogue.json))
        )
    }

    private func dataset(_ stored: StoredDataset, _ publication: Publication, _ base: String) -> RecordValue {
        let dataset = stored.dataset
        let address = base + ConsolePath.open(dataset.id.rawValue)
        let changed = publication.changedAt.rfc3339
        var members: [(String, RecordValue)] = [
            ("@id", .string(address)), ("@type", .string("dcat:Dataset")),
            ("dct:identifier", .string(dataset.id.rawValue)), ("dct:title", Self.both(dataset.title.text)),
            ("dct:description", Self.both(dataset.description.text)),
            ("dct:publisher", agent(dataset.owner.rawValue, house.nameOfUnit(dataset.owner), base)),
            ("dcat:landingPage", .link(address)), ("dct:modified", .typed(changed, "xsd:dateTime")),
            ("dct:accrualPeriodicity", .link(Self.frequencies + Self.frequency(dataset.update?.every))),
            (
                "dct:provenance",
                .named([
                    ("@type", .string("dct:ProvenanceStatement")),
                    ("rdfs:label", .string(dataset.legalBasis)),
                ])
            ),
        ]
        if let periods = publication.periods, let first = Period(periods.first),
            let last = Period(periods.last)
        {
            members.append(
                (
                    "dct:temporal",
                    .named([
                        ("@type", .string("dct:PeriodOfTime")),
                        ("dcat:startDate", .typed(first.firstDay.iso8601, "xsd:date")),
                        ("dcat:endDate", .typed(last.lastDay.iso8601, "xsd:date")),
                    ])
                )
            )
        }
        let files = OpenFormat.allCases.map { distribution($0, dataset, base, changed) }
        return .named(members + [("dcat:distribution", .array(files))])
    }

    private func distribution(_ format: OpenFormat, _ dataset: Dataset, _ base: String, _ changed: String)
        -> RecordValue
    {
        let file = base + ConsolePath.download(dataset.id.rawValue, as: format.rawValue)
        return .named([
            ("@id", .string(file)), ("@type", .string("dcat:Distribution")),
            ("dct:title", Self.both(format.name)), ("dcat:accessURL", .link(file)),
            ("dcat:downloadURL", .link(file)), ("dct:format", .link(Self.fileTypes + format.fileType)),
            ("dcat:mediaType", .link(Self.mediaTypes + format.mediaType)),
            ("dct:modified", .typed(changed, "xsd:dateTime")),
        ])
    }

    private func agent(_ id: String, _ name: String, _ base: String) -> RecordValue {
        .named([
            ("@id", .string("\(base)\(ConsolePath.openData)#\(ConsolePath.encoded(id))")),
            ("@type", .string("foaf:Agent")), ("foaf:name", .string(name)),
        ])
    }

    private static let names = RecordValue.named([
        ("dcat", .string("http://www.w3.org/ns/dcat#")), ("dct", .string("http://purl.org/dc/terms/")),
        ("foaf", .string("http://xmlns.com/foaf/0.1/")),
        ("rdfs", .string("http://www.w3.org/2000/01/rdf-schema#")),
        ("xsd", .string("http://www.w3.org/2001/XMLSchema#")),
    ])
    private static let authority = "http://publications.europa.eu/resource/authority/"
    private static let languages = ["VIE", "ENG"].map { RecordValue.link("\(authority)language/\($0)") }
    private static let frequencies = authority + "frequency/"
    private static let fileTypes = authority + "file-type/"
    private static let mediaTypes = "http://www.iana.org/assignments/media-types/"

    private static func frequency(_ every: PeriodType?) -> String {
        switch every {
        case .day: "DAILY"
        case .month: "MONTHLY"
        case .quarter: "QUARTERLY"
        case .year: "ANNUAL"
        case nil: "IRREG"
        }
    }

    private static func both(_ text: Text) -> RecordValue {
        .array(
            Language.allCases.map { language in
                .named([
                    ("@value", .string(text(language))), ("@language", .string(language.rawValue)),
                ])
            }
        )
    }
}

extension OpenFormat {
    fileprivate var fileType: String {
        switch self {
        case .csv: "CSV"
        case .json: "JSON"
        case .ndjson: "JSON"
        case .geojson: "GEOJSON"
        }
    }

    fileprivate var mediaType: String {
        switch self {
        case .csv: "text/csv"
        case .json, .ndjson: "application/json"
        case .geojson: "application/geo+json"
        }
    }
}

extension RecordValue {
    fileprivate static func named(_ members: [(String, RecordValue)]) -> Self {
        .object(members.map { Member($0.0, $0.1) })
    }
    fileprivate static func link(_ address: String) -> Self { named([("@id", .string(address))]) }
    fileprivate static func typed(_ text: String, _ type: String) -> Self {
        named([("@value", .string(text)), ("@type", .string(type))])
    }
}
