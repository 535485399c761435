import Access
import Hummingbird
import Language
import Places
import Timekeeping
import WebWatch

/// `/api/v1/websites/{id}/...` and `/api/v1/findings`: what the watch has seen.
enum WebsiteWatchResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/websites/{id}/findings",
            "listWebsiteFindings",
            .API.listFindings,
            [.query("cleared", .flag, .API.withCleared), .limit(max: WebsiteStore.findingsMax)],
            answers: .json(FindingShape.list)
        ) { call in
            let found = try await WebsiteResource.find(call)
            let findings = try await call.house.websites.findings(
                of: found.website.id,
                within: try call.scope(ReadWebsite.self),
                withCleared: call.flag("cleared"),
                limit: call.limit
            )
            return .json(["items": .list(findings.map { FindingShape.json($0, call.language) })])
        },
        .get(
            "/api/v1/websites/{id}/checks",
            "listWebsiteChecks",
            .API.listChecks,
            [.query("since", .instant, .API.since)],
            answers: .json(CheckShape.list),
            checks
        ),
        .get(
            "/api/v1/websites/{id}/checks/{period}",
            "listWebsiteCheckSummaries",
            .API.listSummaries,
            [.query("since", .instant, .API.since)],
            answers: .json(CheckShape.summaries),
            summaries
        ),
        .get(
            "/api/v1/websites/{id}/baseline",
            "getWebsiteBaseline",
            .API.getBaseline,
            answers: .json(BaselineShape.schema)
        ) { call in
            let found = try await WebsiteResource.find(call)
            let kept = try await call.house.websites.baseline(
                of: found.website.id,
                within: try call.scope(ReadWebsite.self)
            )
            return .json(BaselineShape.json(kept))
        },
        .post(
            "/api/v1/websites/{id}/baseline/accept",
            "acceptWebsiteBaseline",
            .API.acceptBaseline,
            answers: .nothing
        ) { call in
            let found = try await WebsiteResource.find(call)
            let permit = try call.permit(AcceptBaseline.self, on: found.website.details.unit)
            _ = try await call.house.websites.acceptBaseline(of: found.website.id, by: permit)
            return .nothing
        },
        .post(
            "/api/v1/websites/{id}/recheck",
            "recheckWebsite",
            .API.recheckWebsite,
            answers: AnswerShape(statuses: [.accepted], content: .none)
        ) { call in
            let found = try await WebsiteResource.find(call)
            let permit = try call.permit(RecheckWebsite.self, on: found.website.details.unit)
            try await call.house.websites.requestRecheck(of: found.website.id, by: permit)
            return Answer(status: .accepted, content: .none)
        },
        .get(
            "/api/v1/findings",
            "listNewestFindings",
            .API.newestFindings,
            [.limit(max: WebsiteStore.findingsMax)],
            answers: .json(FindingShape.list)
        ) { call in
            let scope = try call.scope(ReadWebsite.self)
            let findings = try await call.house.websites.newestFindings(within: scope, limit: call.limit)
            return .json(["items": .list(findings.map { FindingShape.json($0, call.language) })])
        },
    ]

    /// Hours back when the caller names no moment.
    private static let hoursByDefault = 24

    private static func since(_ call: Call) -> Instant {
        call.instant("since") ?? call.house.clock.now() - .seconds(hoursByDefault * 3600)
    }

    private static func checks(_ call: Call) async throws -> Answer {
        let found = try await WebsiteResource.find(call)
        let checks = try await call.house.websites.checks(
            of: found.website.id,
            since: since(call),
            within: try call.scope(ReadWebsite.self)
        )
        return .json(["items": .list(checks.map(CheckShape.json))])
    }

    private static func summaries(_ call: Call) async throws -> Answer {
        let found = try await WebsiteResource.find(call)
        let scope = try call.scope(ReadWebsite.self)
        let (id, start, websites) = (found.website.id, since(call), call.house.websites)
        let summaries =
            switch try call.path("period") {
            case "hours": try await websites.hours(of: id, since: start, within: scope)
            case "days": try await websites.days(of: id, since: start, within: scope)
            default: throw APIError(.notFound, "no such period")
            }
        return .json(["items": .list(summaries.map(CheckShape.json))])
    }
}
