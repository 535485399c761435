import Language
import WebWatch

/// What a list of websites did, or would do.
enum WebsiteImportShape {
    /// As much as the registry reads.
    static let bytesMax = 16 * 1024 * 1024

    static let schema = Schema.named(
        "WebsiteImportReport",
        .object([
            .required("dryRun", .flag), .required("added", .integer(min: 0)),
            .required("changed", .integer(min: 0)),
            .required("unchanged", .integer(min: 0)), .required("refused", .integer(min: 0)),
            .required(
                "rows",
                .list(
                    .object([
                        .required("line", .integer(min: 1)),
                        .required("outcome", .choice(["added", "changed", "unchanged", "refused"])),
                        .required("problems", .list(.string)),
                    ])
                )
            ),
        ])
    )

    static func json(_ report: WebsiteImportReport, isDryRun: Bool, _ language: Language) -> JSON {
        [
            "dryRun": JSON(isDryRun), "added": JSON(report.count(.added)),
            "changed": JSON(report.count(.changed)),
            "unchanged": JSON(report.count(.unchanged)), "refused": JSON(report.refused.count),
            "rows": .list(report.rows.map { json($0, language) }),
        ]
    }

    private static func json(_ row: WebsiteImportReport.Row, _ language: Language) -> JSON {
        var problems: [Text] = []
        let outcome =
            switch row.outcome {
            case .added: "added"
            case .changed: "changed"
            case .unchanged: "unchanged"
            case .refused(let texts):
                {
                    problems = texts; return "refused"
                }()
            }
        return [
            "line": JSON(row.line), "outcome": .text(outcome),
            "problems": .list(problems.map { .text($0(language)) }),
        ]
    }
}
