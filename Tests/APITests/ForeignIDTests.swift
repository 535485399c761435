import Access
import AuditLog
import Cases
import Database
import Datasets
import HTTPTypes
import Identity
import Language
import Places
import Testing
import Timekeeping
import WebWatch

@testable import API

/// What there is in one unit and in no other, by the operations that name it in their path.
struct Belongings {
    let website, theCase, file, account, subscription, request: String
    let entry: Int

    init(_ bench: APIBench) async throws {
        let leader = try await bench.caller(.leader, in: commune)
        website = try await leader.registered().id
        theCase = try await leader.opened()
        let sent = try await leader.send(
            .post,
            "/api/v1/cases/\(theCase)/attachments?name=a.txt",
            ["Content-Type": "text/plain"],
            Array("a".utf8)
        )
        file = sent.json["id"]?.text ?? sent.text
        try await bench.declare()
        subscription = try await bench.house.subscriptions.make(
            of: Dataset.ID(rawValue: "dan-so"),
            to: "https://nhan.example/",
            by: bench.permit(ManageSubscriptions.self, on: commune)
        ).subscription.id.description
        let day = try #require(Day(year: 2026, month: 12, day: 1))
        request = try await bench.house.datasets.askToShare(
            Dataset.ID(rawValue: "dan-so"),
            with: commune,
            SharingTerms(
                fields: [try #require(FieldPath("people"))],
                unit: commune,
                purpose: "a",
                legalBasis: "a",
                from: day,
                until: day
            ),
            by: bench.permit(RequestSharing.self, on: commune)
        ).id.description
        let draft = AccountDraft(
            signInName: try #require(SignInName("hoa.nt")),
            fullName: try #require(FullName("Nguyễn Thị Hoa")),
            unit: commune.rawValue,
            grants: [RoleGrant(.officer, in: commune.rawValue)]
        )
        account = try await bench.house.accounts.invite(draft, by: bench.permit(ManageAccounts.self))
            .account.id.description
        try await bench.sequence()
        entry = try await bench.number("SELECT max(id) FROM audit_entry WHERE subject_kind = 'case'")
    }

    static let nobody = "0190c6a2-0000-7000-8000-000000000000"

    /// A thing of the unit and one that never was; `nil` for an operation that is not known here.
    func paths(_ operation: API.Operation) -> (theirs: String, none: String)? {
        let ids: [(prefix: String, theirs: String, none: String)] = [
            ("/api/v1/websites/", website, Self.nobody), ("/api/v1/cases/", theCase, Self.nobody),
            ("/api/v1/accounts/", account, Self.nobody), ("/api/v1/audit/entries/", "\(entry)", "999999"),
            ("/api/v1/audit/receipts/", theCase, Self.nobody),
            ("/api/v1/subscriptions/", subscription, Self.nobody),
            ("/api/v1/sharing/", request, Self.nobody),
        ]
        let path = operation.path
        guard let id = ids.first(where: { path.hasPrefix($0.prefix) }) else { return nil }
        let named = path.replacing("{file}", with: file).replacing("{period}", with: "days")
            .replacing("{kind}", with: "case").replacing("{number}", with: "1").replacing(
                "{other}",
                with: theCase
            )
        let query = operation.method == .post && path.hasSuffix("/attachments") ? "?name=a.txt" : ""
        return (
            named.replacing("{id}", with: id.theirs) + query, named.replacing("{id}", with: id.none) + query
        )
    }
}

/// Units are public: anybody may read the tree of the province.
///
/// What a dataset is everybody may know; who may read its
/// records is asked in RecordReachTests.
private let operationsWithOwners = APIOperations.all.filter { operation in
    !operation.pathNames.isEmpty && !operation.path.hasPrefix("/api/v1/units/")
        && !operation.path.hasPrefix("/api/v1/datasets/")
}

@Test("what belongs to another unit answers in every operation exactly as what does not exist")
func everyOperation() async throws {
    try await withAPI { (bench) async throws in
        let theirs = try await Belongings(bench)
        let roles: [Role] = [.leader, .officer, .inspector, .auditor, .viewer]
        var neighbours: [Caller] = []
        for role in roles { neighbours.append(try await bench.caller(role, in: otherCommune)) }
        let before = try await bench.audited()
        for operation in operationsWithOwners {
            guard let (one, none) = theirs.paths(operation) else {
                Issue.record("\(operation.path) is new: say whose its ids are")
                continue
            }
            var statuses: Set<Int> = []
            for caller in neighbours {
                let (found, nothing) = try await (
                    ask(caller, operation, one), ask(caller, operation, none)
                )
                #expect(
                    found.status == nothing.status && found.code == nothing.code
                        && found.json["detail"] == nothing.json["detail"],
                    "\(operation.id): \(found.text) \(nothing.text)"
                )
                #expect([403, 404].contains(found.status), "\(operation.id): \(found.text)")
                statuses.insert(found.status)
            }
            #expect(statuses.contains(404), "\(operation.id): nobody came to the id, \(statuses)")
        }
        #expect(try await bench.audited() == before, "nothing was done")
    }
}

/// Asks with an example of a body, or with `body`.
func ask(
    _ caller: Caller,
    _ operation: API.Operation,
    _ path: String,
    _ body: JSON? = nil,
    in unit: Places.Unit.ID = otherCommune
) async throws -> Told {
    let headers = operation.matchesVersion ? ["If-Match": "\"1\""] : [:]
    switch operation.body {
    case .none: return try await caller.ask(operation.method, path, headers)
    case .json(let schema):
        return try await caller.ask(operation.method, path, headers, body ?? schema.example(in: unit))
    case .raw:
        let typed = headers.merging(["Content-Type": "text/plain"]) { $1 }
        return try await caller.send(operation.method, path, typed, Array("a".utf8))
    }
}

@Test("a case of another unit cannot be named in a body either, as a case to relate or a person to assign")
func foreignInBodies() async throws {
    try await withAPI { (bench) async throws in
        let theirs = try await Belongings(bench)
        let neighbour = try await bench.caller(.leader, in: otherCommune)
        let own = "/api/v1/cases/\(try await neighbour.opened(Requests.incident(unit: otherCommune)))"
        let before = try await bench.audited()
        for id in [theirs.theCase, Belongings.nobody] {
            let told = try await neighbour.post("\(own)/related", ["case": .text(id)])
            #expect(told.status == 404 && told.code == "case.not-found", "\(told.text)")
        }
        #expect(try await neighbour.get("/api/v1/cases?website=\(theirs.website)").items.isEmpty)
        #expect(try await neighbour.get("/api/v1/cases?unit=\(commune.rawValue)").items.isEmpty)
        #expect(try await neighbour.get("/api/v1/websites?unit=\(commune.rawValue)").items.isEmpty)
        #expect(try await bench.audited() == before)
    }
}
