import Access
import AuditLog
import Cases
import Database
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Testing
import WebWatch

@testable import Console

/// What there is in one unit and in no other, by the routes that show it.
private struct Belongings {
    let website: Website
    let theCase: Case
    let file: CaseAttachment
    let account: Account
    let key: APIKey
    let entry: Int64

    init(_ bench: HouseBench, in unit: Places.Unit.ID) async throws {
        let details = WebsiteDetails(
            address: try WebsiteAddress("thanhvinh.example"),
            name: "Cổng thông tin phường Thành Vinh",
            unit: unit,
            kind: .statePortal,
            criticality: .ordinary
        )
        website = try await bench.house.watch.websites.add(
            details,
            by: SystemAccess().permit(.system("test"), on: unit)
        )
        theCase = try await bench.openCase(in: unit)
        let work: Permit<WorkOnCase> = SystemAccess().permit(.system("test"), on: unit)
        file = try await bench.cases.attach(Array("a".utf8), named: "a.txt", to: theCase.id, by: work)
        account = try await bench.member("cua.thanh.vinh", .officer, in: unit).account
        key = try await bench.identity.keys.make(
            APIKeyDraft(name: "Khóa", grant: RoleGrant(.viewer, in: unit.rawValue), days: 9),
            by: SystemAccess().permit(.system("test"), to: ManageKeys.self, on: unit)
        ).key
        entry = try await bench.lastEntry()
    }

    /// A thing of the unit and one that never was, for each route with an id; `nil` for a route that is not known here.
    func paths(_ route: String) -> (theirs: String, none: String)? {
        let nobody = "0190c6a2-0000-7000-8000-000000000000"
        let ids: [(prefix: String, theirs: String, none: String)] = [
            ("/websites/", website.id.description, nobody), ("/cases/", theCase.id.description, nobody),
            ("/accounts/", account.id.description, nobody), ("/keys/", key.id.description, nobody),
            ("/audit/", "\(entry)", "999999"),
        ]
        guard let id = ids.first(where: { route.hasPrefix($0.prefix) }) else { return nil }
        let named = route.replacing("{file}", with: file.id.description)
        return (named.replacing("{id}", with: id.theirs), named.replacing("{id}", with: id.none))
    }
}

/// Routes with something in their path that is no unit's own.
private let ofNobody: Set<String> = [
    "/assets/{digest}/{name}",  // files of the program
    "/start/{token}", "/link/{token}",  // secrets of their own
    "/units/{id}",  // public
    // The catalogue is everybody's; whose records one sees is in DatasetRouteTests.
    "/datasets/{id}", "/datasets/{id}/records", "/datasets/{id}/new", "/datasets/{id}/record",
    "/datasets/{id}/record/edit", "/datasets/{id}/record/approve", "/datasets/{id}/record/return",
    "/datasets/{id}/record/withdraw", "/datasets/{id}/purpose", "/datasets/{id}/review",
    "/open/{id}", "/open/{id}/{file}",  // everybody's
    // Whose receivers one sees is in SubscriptionRouteTests.
    "/datasets/{id}/subscriptions", "/datasets/{id}/subscriptions/pause",
    "/datasets/{id}/subscriptions/resume", "/datasets/{id}/subscriptions/replay",
    "/datasets/{id}/subscriptions/secret", "/datasets/{id}/subscriptions/letter",
    "/account/sessions/{id}/end",  // of an account, in OwnAccountRouteTests
]
/// Needs a file to be sent; in CaseFileRouteTests.
let wantsFile: Set<String> = ["/cases/{id}/attachments"]

/// Whatever the forms ask for, so that none is refused before the id is looked at.
let everyField = [
    "version": "1", "days": "1", "text": "a", "note": "a", "cause": RootCause.listed[0].code, "reason": "a",
    "assignee": "account:0190c6a2-0000-7000-8000-000000000000", "role": "viewer", "unit": truongVinh.rawValue,
    "name": "a", "url": "https://a.example/", "kind": "state-portal", "criticality": "ordinary",
]

@Test("what belongs to another unit answers on every route of the console exactly as what does not exist")
func everyRoute() async throws {
    try await withHouse { bench in
        let theirs = try await Belongings(bench, in: thanhVinh)
        let roles: [Role] = [.leader, .officer, .inspector, .auditor, .viewer]
        var readers: [Browser] = []
        for role in roles {
            readers.append(try await bench.member("ban.\(role.rawValue)", role, in: truongVinh).browser)
        }
        let neighbour = try await bench.member("ban.quan.tri", .administrator, in: truongVinh).browser
        _ = try await bench.enrol(neighbour)
        let before = try await bench.lastEntry()
        for route in bench.routes {
            let path = route.path.replacing(/:([a-z]+)/) { "{\($0.1)}" }
            guard path.contains("{"), !ofNobody.contains(path) else { continue }
            guard let (one, none) = theirs.paths(path) else {
                Issue.record("\(path) is new: say whose its ids are")
                continue
            }
            var statuses: Set<Int> = []
            for reader in readers + [neighbour] {
                let (found, nothing) = try await (
                    ask(reader, route.method, one), ask(reader, route.method, none)
                )
                #expect(found == nothing, "\(route.method) \(path)")
                #expect([403, 404, 422].contains(found.status), "\(route.method) \(path): \(found.status)")
                statuses.insert(found.status)
            }
            if !wantsFile.contains(path) {
                #expect(statuses.contains(404), "\(route.method) \(path): nobody came to the id, \(statuses)")
            }
        }
        #expect(try await bench.audited(after: before) == [], "nothing was done")
    }
}

@Test("a form without the session's token, or with another's, does nothing on any route of the console")
func everyForgedForm() async throws {
    try await withHouse { bench in
        let theirs = try await Belongings(bench, in: thanhVinh)
        let (_, reader) = try await bench.administrator()
        let other = try await bench.member("nguoi.khac", .leader, in: province).browser
        let strange = try #require(try await other.get("/account").hidden("token"))
        // Those for people without a session, of whom nobody could forge anything.
        let open: Set<String> = ["/sign-in", "/language", "/start/{token}", "/link/{token}"]
        let before = try await bench.lastEntry()
        for route in bench.routes where route.method == .post {
            let path = route.path.replacing(/:([a-z]+)/) { "{\($0.1)}" }
            guard !open.contains(path) else { continue }
            let one = theirs.paths(path)?.theirs ?? path.replacing("{id}", with: "1")
            for token in ["", "x", strange] {
                let answer = try await reader.post(one, everyField.merging(["token": token]) { $1 })
                // A form with a file is not read at all when it is none.
                let isRefused = answer.status == 403 || answer.status == 422 && isUpload(path)
                #expect(isRefused, "\(path): \(answer.status)")
            }
        }
        #expect(try await bench.audited(after: before) == [], "nothing was done")
        #expect(try await reader.get("/account").status == 200, "the session goes on")
    }
}

private func isUpload(_ path: String) -> Bool { path.hasSuffix("/attachments") || path.hasSuffix("/import") }

private struct Seen: Equatable {
    let status: Int
    let page: String
}

private func ask(_ reader: Browser, _ method: HTTPRequest.Method, _ path: String) async throws -> Seen {
    var answer = try await reader.get("/account")
    if method == .get {
        answer = try await reader.get(path)
    } else {
        let token = try #require(answer.hidden("token"))
        answer = try await reader.post(path, everyField.merging(["token": token]) { $1 })
    }
    let ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|audit(\/|%2F)[0-9]+/
    return Seen(
        status: answer.status,
        page: answer.withoutRequestNumber.replacing(ids.ignoresCase(), with: "ID")
    )
}
