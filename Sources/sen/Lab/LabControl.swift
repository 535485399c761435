import Foundation
import Hummingbird
import Lab
import Language
import NIOCore
import Timekeeping

/// The control page of the lab and its JSON API.
///
///     GET  /                              the page                POST /sites/HOST/clean   the page's button
///     GET  /api/sites                     state of every site     POST /sites/HOST/break   form field `attack`
///     GET  /api/attacks                   what there is           POST /reset
///     POST /api/sites/HOST/clean          the site as it is now
///     POST /api/sites/HOST/break?attack=  the same
///     POST /api/reset                     everything healthy, the schedule from its start
///     GET  /sites.csv                     for the import of the registry
struct LabControl {
    private let keeper: LabKeeper
    private let port: Int

    /// Bytes of a form: a language and an attack.
    private static let formBytesMax = 4_096

    init(_ keeper: LabKeeper, port: Int) {
        self.keeper = keeper
        self.port = port
    }

    func respond(to request: Request) async throws -> Response {
        let path = request.uri.path.split(separator: "/").map(String.init)
        let query = request.uri.queryParameters
        let language = query["language"].flatMap { Language(rawValue: String($0)) } ?? .vietnamese
        switch request.method {
        case .get, .head:
            let response = show(path, language)
            return request.method == .head ? response.createHeadResponse() : response
        case .post:
            guard isOwnOrigin(request) else { return refusal(.labForeignOrigin, .forbidden, language) }
            if path.first == "api" {
                let attack = query["attack"].map(String.init)
                return change(Array(path.dropFirst()), attack: attack, language)
            }
            return try await submit(path, request)
        default: return refusal(.labNoSuchPage, .methodNotAllowed, language)
        }
    }

    /// Browsers say where a form came from; a page of somebody else must not break or clean anything.
    private func isOwnOrigin(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        return origin == "http://" + (request.head.authority ?? "")
    }

    private func show(_ path: [String], _ language: Language) -> Response {
        switch path {
        case []: return ok(ControlPage(keeper.snapshot, port: port, language: language).html, "text/html")
        case ["lab.css"]: return ok(ControlPage.styleSheet, "text/css")
        case ["lab.js"]: return ok(ControlPage.script, "text/javascript")
        case ["sites.csv"]:
            return ok(LabListing.csv(keeper.snapshot.sites, address: LabAddress(port: port)), "text/csv")
        case ["api", "sites"]: return json(LabStatus(keeper.snapshot, port: port, language: language))
        case ["api", "attacks"]:
            return json(Attack.allCases.map { ["attack": $0.rawValue, "name": $0.name(language)] })
        default: return refusal(.labNoSuchPage, .notFound, language)
        }
    }

    private func change(_ path: [String], attack: String?, _ language: Language) -> Response {
        if path == ["reset"] {
            keeper.change { state, now in state.reset(at: now) }
            return json(LabStatus(keeper.snapshot, port: port, language: language))
        }
        guard path.count == 3, path[0] == "sites" else { return refusal(.labNoSuchPage, .notFound, language) }
        guard let site = keeper.sites[path[1]] else { return refusal(.labNoSuchSite, .notFound, language) }
        switch path[2] {
        case "clean": keeper.change { state, now in _ = state.clean(site.host, at: now) }
        case "break":
            guard let attack = attack.flatMap(Attack.init(rawValue:)) else {
                return refusal(.labNoSuchAttack, .unprocessableContent, language)
            }
            keeper.change { state, now in _ = state.breakSite(site.host, by: attack, at: now) }
        default: return refusal(.labNoSuchPage, .notFound, language)
        }
        guard let entry = keeper.snapshot.entry(site.host) else {
            return refusal(.labNoSuchSite, .notFound, language)
        }
        return json(LabSiteStatus(site, entry, port: port, language: language))
    }

    /// A form of the page: does it and goes back to where the person was.
    private func submit(_ path: [String], _ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.formBytesMax)
        let fields = Dictionary(
            String(buffer: body).split(separator: "&").compactMap { pair -> (String, String)? in
                let parts = pair.split(separator: "=", maxSplits: 1)
                return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
            }
        ) { first, _ in first }
        let language = fields["language"].flatMap(Language.init(rawValue:)) ?? .vietnamese
        let response = change(path, attack: fields["attack"], language)
        guard response.status == .ok else { return response }
        let place = path.count == 3 ? "#\(path[1])" : ""
        return Response(status: .seeOther, headers: [.location: "/?language=\(language.rawValue)\(place)"])
    }

    private func ok(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "\(type); charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private func json(_ value: some Encodable) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return .text("", status: .internalServerError) }
        return ok(String(decoding: data, as: UTF8.self), "application/json")
    }

    private func refusal(_ text: Text, _ status: HTTPResponse.Status, _ language: Language) -> Response {
        .text(text(language) + "\n", status: status)
    }
}
