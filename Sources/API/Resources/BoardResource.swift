import Access
import Cases
import Hummingbird
import Language
import Places
import Timekeeping
import WebWatch

/// `/api/v1/board`: the numbers of the board, of the units that the key may see.
enum BoardResource {
    static let operations: [Operation] = [
        .get("/api/v1/board", "getBoard", .API.getBoard, answers: .json(schema), board)
    ]

    /// Days of the trend, and back to which closed cases count for the median.
    private static let days = 30

    private static let count = Schema.integer(min: 0)
    private static let schema = Schema.named(
        "Board",
        .object([
            .required("at", .instant),
            .required(
                "cases",
                .object([
                    .required("open", count), .required("overdue", count), .required("byState", .map(count)),
                    .required("bySeverity", .map(count)), .required("medianSecondsToClose", .nullable(count)),
                ])
            ),
            .required(
                "websites",
                .object([
                    .required("watched", count), .required("paused", count), .required("retired", count),
                    .required("neverChecked", count), .required("byHealth", .map(count)),
                    .required("checksOnTime", .nullable(.number)),
                ])
            ),
            .required(
                "units",
                .list(
                    .object([
                        .required("unit", .string), .required("openCases", count),
                        .required("overdueCases", count),
                        .required("websites", count),
                        .required("worstHealth", .choice(WebsiteShape.healthCodes)),
                    ])
                )
            ),
            .required(
                "trend",
                .list(
                    .object([.required("day", .day), .required("opened", count), .required("ended", count)])
                )
            ),
        ])
    )

    private static func board(_ call: Call) async throws -> Answer {
        let (cases, now) = (call.house.cases, call.house.clock.now())
        let scope = try call.scope(ReadCase.self)
        let counts = try await cases.counts(within: scope)
        let median = try await cases.medianTimeToClose(since: now - .seconds(days * 86_400), within: scope)
        let trend = try await cases.trend(days: days, within: scope)
        let watch = try await call.house.websites.statistics(within: try call.scope(ReadWebsite.self))
        return .json([
            "at": JSON(now), "cases": json(counts, median),
            "websites": json(watch, await call.house.operating.punctuality()),
            "units": .list(units(counts, watch)),
            "trend": .list(
                trend.map { ["day": JSON($0.day), "opened": JSON($0.opened), "ended": JSON($0.ended)] }
            ),
        ])
    }

    private static func json(_ counts: CaseCounts, _ median: Duration?) -> JSON {
        [
            "open": JSON(counts.open), "overdue": JSON(counts.overdue),
            "byState": JSON(CaseState.Kind.allCases.map { ($0.rawValue, JSON(counts.byState[$0] ?? 0)) }),
            "bySeverity": JSON(CaseSeverity.allCases.map { ($0.code, JSON(counts.bySeverity[$0] ?? 0)) }),
            "medianSecondsToClose": JSON(median.map { Int($0.components.seconds) }),
        ]
    }

    private static func json(_ watch: WatchStatistics, _ punctuality: Punctuality?) -> JSON {
        [
            "watched": JSON(watch.watched), "paused": JSON(watch.paused), "retired": JSON(watch.retired),
            "neverChecked": JSON(watch.neverChecked),
            "byHealth": JSON(WebsiteHealth.allCases.map { ($0.code, JSON(watch.byHealth[$0] ?? 0)) }),
            "checksOnTime": JSON(punctuality?.share),
        ]
    }

    private static func units(_ counts: CaseCounts, _ watch: WatchStatistics) -> [JSON] {
        Set(counts.byUnit.keys).union(watch.byUnit.keys).sorted().map { id in
            let (cases, sites) = (counts.byUnit[id], watch.byUnit[id])
            return [
                "unit": .text(id.rawValue), "openCases": JSON(cases?.open ?? 0),
                "overdueCases": JSON(cases?.overdue ?? 0), "websites": JSON(sites?.websites ?? 0),
                "worstHealth": .text((sites?.worst ?? .unchecked).code),
            ]
        }
    }
}
