import AuditLog
import Database
import Language
import Places
import WebWatch

/// What the watch found on a website.
enum FindingShape {
    private static let evidence = Schema.object([
        .required("reason", .choice(EvidenceReason.allCases.map(\.rawValue))), .required("text", .string),
        .required("quote", .string), .required("place", .string),
    ])

    static let schema = Schema.named(
        "Finding",
        .object([
            .required("id", .uuid), .required("website", .uuid), .required("unit", .string),
            .required("kind", .coded(CheckKind.allCases.map(\.rawValue))),
            .required("severity", .choice(Severity.allCases.map(\.rawValue))),
            .required("state", .choice(TrackedFinding.State.allCases.map(\.rawValue))),
            .required("url", .string),
            .required("advice", .string), .required("evidence", .list(evidence)),
            .required("firstSeenAt", .instant),
            .required("lastSeenAt", .instant), .required("confirmedAt", .nullable(.instant)),
            .required("clearedAt", .nullable(.instant)), .required("sightings", .integer(min: 1)),
        ])
    )
    static let list = Schema.object([.required("items", .list(schema))])

    static func json(_ found: TrackedFinding, _ language: Language) -> JSON {
        let finding = found.finding
        return JSON([
            ("id", .text(found.id.description)), ("website", .text(found.website.description)),
            ("unit", .text(found.unit.rawValue)),
            ("kind", .coded(finding.kind.rawValue, finding.kind.name, language)),
            ("severity", .text(finding.severity.rawValue)), ("state", .text(found.state.rawValue)),
            ("url", .text(finding.url)), ("advice", .text(finding.kind.advice(language))),
            ("evidence", .list(finding.evidence.map { json($0, language) })),
            ("firstSeenAt", JSON(found.firstSeenAt)), ("lastSeenAt", JSON(found.lastSeenAt)),
            ("confirmedAt", JSON(found.confirmedAt)), ("clearedAt", JSON(found.clearedAt)),
            ("sightings", JSON(found.sightings)),
        ])
    }

    private static func json(_ evidence: Evidence, _ language: Language) -> JSON {
        [
            "reason": .text(evidence.reason.rawValue), "text": .text(evidence.text(language)),
            "quote": .text(evidence.quote), "place": .text(evidence.place),
        ]
    }
}

/// One check, and the checks of an hour or a day together.
enum CheckShape {
    static let list = Schema.object([
        .required(
            "items",
            .list(
                .object([
                    .required("at", .instant), .required("kind", .string),
                    .required("status", .nullable(.integer())),
                    .required("failure", .nullable(.string)), .required("milliseconds", .integer(min: 0)),
                ])
            )
        )
    ])
    static let summaries = Schema.object([
        .required(
            "items",
            .list(
                .object([
                    .required("start", .instant), .required("checks", .integer(min: 0)),
                    .required("answered", .integer(min: 0)),
                    .required("fastestMilliseconds", .integer(min: 0)),
                    .required("meanMilliseconds", .integer(min: 0)),
                    .required("slowestMilliseconds", .integer(min: 0)),
                ])
            )
        )
    ])

    static func json(_ check: CheckResult) -> JSON {
        [
            "at": JSON(check.at), "kind": .text(check.kind.rawValue), "status": JSON(check.status),
            "failure": JSON(check.failure), "milliseconds": JSON(check.totalMilliseconds),
        ]
    }

    static func json(_ summary: CheckSummary) -> JSON {
        [
            "start": JSON(summary.start), "checks": JSON(summary.checks), "answered": JSON(summary.answered),
            "fastestMilliseconds": JSON(summary.fastestMilliseconds),
            "meanMilliseconds": JSON(summary.meanMilliseconds),
            "slowestMilliseconds": JSON(summary.slowestMilliseconds),
        ]
    }
}

/// How a website looks when it is right, and what waits to be accepted.
enum BaselineShape {
    private static let look = Schema.object([
        .required("url", .string), .required("takenAt", .instant), .required("title", .string),
        .required("linkHosts", .list(.string)), .required("scripts", .list(.string)),
        .required("frames", .list(.string)),
    ])
    static let schema = Schema.named(
        "Baseline",
        .object([
            .required("baseline", .nullable(look)), .required("acceptedBy", .nullable(.string)),
            .required("candidate", .nullable(look)),
        ])
    )

    static func json(_ kept: KeptBaseline) -> JSON {
        [
            "baseline": kept.baseline.map(json) ?? .null, "acceptedBy": JSON(kept.acceptedBy?.code),
            "candidate": kept.candidate.map(json) ?? .null,
        ]
    }

    private static func json(_ baseline: Baseline) -> JSON {
        func list(_ names: Set<String>) -> JSON { .list(names.sorted().map(JSON.text)) }
        return [
            "url": .text(baseline.url), "takenAt": JSON(baseline.takenAt), "title": .text(baseline.title),
            "linkHosts": list(baseline.linkHosts), "scripts": list(baseline.scripts),
            "frames": list(baseline.frames),
        ]
    }
}
