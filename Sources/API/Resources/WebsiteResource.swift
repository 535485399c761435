import Access
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping
import WebWatch

/// `/api/v1/websites`: the registry.
enum WebsiteResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/websites",
            "listWebsites",
            .API.listWebsites,
            filters + [
                .query("order", .choice(WebsiteOrder.allCases.map(\.rawValue)), .API.order), .cursor,
                .limit(max: WebsiteStore.pageSizeMax),
            ],
            answers: .json(.page(of: WebsiteShape.schema, counted: true)),
            list
        ),
        .get(
            "/api/v1/websites/export",
            "exportWebsites",
            .API.exportWebsites,
            filters,
            answers: AnswerShape(content: .bytes(type: csvType))
        ) { call in
            let scope = try call.scope(ReadWebsite.self)
            return .bytes(try await call.house.websites.exportCSV(filter(call), within: scope), type: csvType)
        },
        .post(
            "/api/v1/websites",
            "createWebsite",
            .API.createWebsite,
            body: .json(WebsiteShape.details),
            answers: .json(WebsiteShape.schema, [.created]),
            hasVersion: true,
            create
        ),
        .post(
            "/api/v1/websites/import",
            "importWebsites",
            .API.importWebsites,
            [.query("dryRun", .flag, .API.dryRun)],
            body: .raw(types: ["text/csv"], bytesMax: WebsiteImportShape.bytesMax),
            answers: .json(WebsiteImportShape.schema),
            importCSV
        ),
        .get(
            "/api/v1/websites/{id}",
            "getWebsite",
            .API.getWebsite,
            answers: .json(WebsiteShape.schema),
            hasVersion: true
        ) { call in try await shown(try await find(call)) },
        Operation(
            method: .put,
            path: "/api/v1/websites/{id}",
            id: "replaceWebsite",
            summary: .API.replaceWebsite,
            parameters: [.ifMatchNeeded],
            body: .json(WebsiteShape.details),
            answer: .json(WebsiteShape.schema),
            hasVersion: true,
            handle: replace
        ),
        .post(
            "/api/v1/websites/{id}/pause",
            "pauseWebsite",
            .API.pauseWebsite,
            body: .json(.object([.required("until", .instant)])),
            answers: .json(WebsiteShape.schema),
            hasVersion: true
        ) { call in
            let found = try await find(call)
            guard let until = call.body["until"]?.text.flatMap({ Instant(strict: $0) }) else {
                throw APIError(.fieldMissing, "no end of the pause")
            }
            let permit = try call.permit(PauseWebsite.self, on: found.website.details.unit)
            _ = try await call.house.websites.pause(found.website.id, until: until, by: permit)
            return try await shown(try await find(call))
        },
        .post(
            "/api/v1/websites/{id}/resume",
            "resumeWebsite",
            .API.resumeWebsite,
            answers: .json(WebsiteShape.schema),
            hasVersion: true
        ) { call in
            let found = try await find(call)
            let permit = try call.permit(PauseWebsite.self, on: found.website.details.unit)
            _ = try await call.house.websites.resume(found.website.id, by: permit)
            return try await shown(try await find(call))
        },
        .post(
            "/api/v1/websites/{id}/retire",
            "retireWebsite",
            .API.retireWebsite,
            answers: .json(WebsiteShape.schema),
            hasVersion: true
        ) { call in
            let found = try await find(call)
            let permit = try call.permit(RetireWebsite.self, on: found.website.details.unit)
            _ = try await call.house.websites.retire(found.website.id, by: permit)
            return try await shown(try await find(call))
        },
    ]

    private static let csvType = "text/csv; charset=utf-8"

    private static let filters: [Parameter] = [
        .query("q", .text(min: 1, max: 200), .API.searchWords),
        .query("unit", WebsiteShape.unitID, .API.underUnit),
        .query("state", .choice(WebsiteShape.states), .API.stateFilter),
        .query("health", .choice(WebsiteShape.healthCodes), .API.healthFilter),
        .query("kind", .choice(WebsiteShape.kinds), .API.kindFilter),
        .query("criticality", .choice(WebsiteShape.criticalities), .API.criticalityFilter),
    ]

    /// The website of the path, if the caller may see it.
    static func find(_ call: Call) async throws -> WatchedWebsite {
        guard let id = Website.ID(try call.path("id")) else {
            throw WebsiteError(.notFound, "the path holds no website id")
        }
        return try await call.house.websites.find(id, within: try call.scope(ReadWebsite.self))
    }

    private static func shown(_ found: WatchedWebsite) async throws -> Answer {
        .json(WebsiteShape.json(found)).version(found.website.version)
    }

    private static func filter(_ call: Call) -> WebsiteFilter {
        var filter = WebsiteFilter()
        filter.text = call.query["q"]
        if let state = call.query["state"].flatMap({ WebsiteFilter.State(rawValue: $0) }) {
            filter.states = [state]
        }
        filter.health = Set(WebsiteHealth.allCases.filter { $0.code == call.query["health"] })
        filter.kinds = Set(WebsiteKind.allCases.filter { $0.rawValue == call.query["kind"] })
        filter.criticalities = Set(Criticality.allCases.filter { $0.rawValue == call.query["criticality"] })
        if let unit = call.query["unit"] {
            filter.units = .units(Set(call.house.tree().subtree(of: Places.Unit.ID(rawValue: unit))))
        }
        return filter
    }

    private static func list(_ call: Call) async throws -> Answer {
        let page = try await call.house.websites.list(
            filter(call),
            within: try call.scope(ReadWebsite.self),
            by: call.query["order"].flatMap { WebsiteOrder(rawValue: $0) } ?? .name,
            after: try call.cursor { WebsiteCursor($0) },
            limit: call.limit
        )
        return call.page(
            page.websites.map(WebsiteShape.json),
            next: page.next?.description,
            total: page.total
        )
    }

    private static func create(_ call: Call) async throws -> Answer {
        let details = try WebsiteShape.read(call.body)
        let permit = try call.permit(RegisterWebsite.self, on: details.unit)
        let website = try await call.house.websites.add(details, by: permit)
        let found = try await call.house.websites.find(website.id, within: try call.scope(ReadWebsite.self))
        return Answer.json(WebsiteShape.json(found), .created).version(website.version)
            .location("/api/v1/websites/\(website.id)")
    }

    private static func replace(_ call: Call) async throws -> Answer {
        let found = try await find(call)
        let details = try WebsiteShape.read(call.body)
        let unit = found.website.details.unit
        let permit = try call.permit(RegisterWebsite.self, on: unit)
        let newOwner = details.unit == unit ? nil : try call.permit(RegisterWebsite.self, on: details.unit)
        _ = try await call.house.websites.edit(
            found.website.id,
            details,
            expecting: call.expectedVersion ?? found.website.version,
            by: permit,
            newOwner: newOwner
        )
        return try await shown(try await find(call))
    }

    private static func importCSV(_ call: Call) async throws -> Answer {
        let principal = try call.principal()
        let access = call.house.access
        // without any unit to register for, each row would only say so
        if case .units(let units) = try call.scope(RegisterWebsite.self), units.isEmpty {
            throw AccessError(.forbidden, "no role of the principal allows \(RegisterWebsite.code)")
        }
        let report = try await call.house.websites.importCSV(
            call.bytes,
            tree: call.house.tree(),
            dryRun: call.flag("dryRun")
        ) { unit in try? access.permit(principal, on: unit) }
        return .json(WebsiteImportShape.json(report, isDryRun: call.flag("dryRun"), call.language))
    }
}
