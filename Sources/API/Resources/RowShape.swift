import Access
import Datasets
import Language

/// The report of a request with many records.
enum RowShape {
    private static let row = Schema.object([
        .required("line", .integer(min: 1)), .required("key", .nullable(.string)),
        .required("outcome", .choice(RecordResource.outcomes + ["valid", "refused"])),
        .required("version", .nullable(.integer(min: 1))),
        .optional("issues", .list(OpenAPIDocument.issueSchema)),
    ])
    static let schema = Schema.named(
        "RowReport",
        .object([
            .required("rows", .list(row)), .required("written", .integer(min: 0)),
            .required("refused", .integer(min: 0)),
        ])
    )

    static func put(_ call: Call) async throws -> Answer {
        let permit = try call.widest(WriteRecords.self)
        let rows = try await call.house.datasets.putRows(
            call.bytes,
            in: try call.datasetID(),
            isTrial: call.flag("dry-run"),
            origin: try call.origin(reason: try call.reason()),
            by: permit
        )
        return .json([
            "rows": .list(rows.map { json($0, call.language) }),
            "written": JSON(rows.count(where: \.isWritten)),
            "refused": JSON(rows.count(where: \.isRefused)),
        ])
    }

    private static func json(_ row: RowReport, _ language: Language) -> JSON {
        var (outcome, version, issues): (String, Int?, [RecordProblem.Issue]) = ("valid", nil, [])
        switch row.result {
        case .valid: break
        case .written(let written): (outcome, version) = (RecordResource.code(of: written), written.version)
        case .refused(let problem): (outcome, issues) = ("refused", problem.issues)
        }
        var members: [(String, JSON)] = [
            ("line", JSON(row.line)), ("key", JSON(row.key?.text)), ("outcome", .text(outcome)),
            ("version", JSON(version)),
        ]
        if !issues.isEmpty { members.append(("issues", .list(issues.map { $0.json(language) }))) }
        return JSON(members)
    }
}

extension RowReport {
    /// Whether the database has changed by it.
    fileprivate var isWritten: Bool {
        switch result {
        case .written(.created), .written(.updated): true
        default: false
        }
    }

    fileprivate var isRefused: Bool { if case .refused = result { true } else { false } }
}
