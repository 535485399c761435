import AuditLog
import Cases
import Database
import Hummingbird
import Language
import Places
import Timekeeping
import WebWatch

/// `/metrics`, `/healthz`, `/readyz`: for the machines that look after the program.
///
/// They tell numbers and no names, and ask for no key; a proxy that faces the Internet should not pass `/metrics` on.
enum OperatingResource {
    static let operations: [Operation] = [
        .get(
            "/metrics",
            "getMetrics",
            .API.getMetrics,
            answers: AnswerShape(content: .bytes(type: MetricsText.contentType)),
            needsKey: false
        ) { call in .bytes(Array(try await metrics(call.house).utf8), type: MetricsText.contentType) },
        .get("/healthz", "getHealth", .API.getHealth, answers: .json(state), needsKey: false) { _ in
            .json(["state": "ok"])
        },
        .get("/readyz", "getReadiness", .API.getReadiness, answers: .json(state), needsKey: false) { call in
            try await checkReadiness(call.house)
            return .json(["state": "ok"])
        },
    ]

    /// Seconds after which an entry must have its place in the audit log's tree: it gets one within a second, and a
    /// failed batch is tried again after five.
    static let logWaitSecondsMax = 60

    /// - Throws: `APIError` when the database does not answer or the audit log stands still.
    private static func checkReadiness(_ house: APIHouse) async throws {
        let oldest = try await house.database.read(throwing: APIErrorCode.self) { transaction in
            try AuditLog.waitsSince(in: transaction)
        }
        guard let oldest, oldest < house.clock.now() - .seconds(logWaitSecondsMax) else { return }
        throw APIError(
            .logBehind,
            "an entry has waited longer than \(logWaitSecondsMax) s for its place in the log"
        )
    }

    private static let state = Schema.object([.required("state", .choice(["ok"]))])

    private static func metrics(_ house: APIHouse) async throws -> String {
        let operating = house.operating
        let counts = try await house.cases.counts(within: .everything)
        let watch = try await house.websites.statistics(within: .everything)
        let punctuality = await operating.punctuality()
        let outbox = try await outbox(house.database)
        var text = MetricsText()
        text.gauge(
            "process_resident_memory_bytes",
            "Memory of the process.",
            operating.residentBytes().map(Double.init)
        )
        text.gauge(
            "sen_database_bytes",
            "Size of the database's files.",
            operating.databaseBytes().map(Double.init)
        )
        text.gauge("sen_outbox_messages", "Messages that wait for a reaction.", Double(outbox.waiting))
        text.gauge("sen_outbox_parked_messages", "Messages that failed too often.", Double(outbox.parked))
        text.gauge("sen_cases_overdue", "Open cases whose deadline has passed.", Double(counts.overdue))
        text.gauges(
            "sen_cases_open",
            "Open cases by state.",
            by: "state",
            CaseState.Kind.allCases.map { ($0.rawValue, counts.byState[$0] ?? 0) }
        )
        text.gauges(
            "sen_websites_watched",
            "Watched websites by how they stand.",
            by: "health",
            WebsiteHealth.allCases.map { ($0.code, watch.byHealth[$0] ?? 0) }
        )
        text.counter("sen_checks_started_total", "Checks started since the start.", punctuality?.started)
        text.counter("sen_checks_on_time_total", "Checks that started on time.", punctuality?.onTime)
        text.requests(operating.requests)
        return text.text
    }

    private static func outbox(_ database: any Database) async throws -> (waiting: Int, parked: Int) {
        try await database.read(throwing: APIErrorCode.self) { try Outbox.depth(in: $0) }
    }
}
