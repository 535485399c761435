import Access
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Serving
import Timekeeping

/// One request to one operation, after everything about it was held against the operation's description.
struct Call: Sendable {
    let house: APIHouse
    let operation: Operation
    var context: SenContext
    /// The path and query as they were sent.
    let target: String
    let query: [String: String]
    /// Parameters that may stand several times, in their order.
    let lists: [String: [String]]
    /// What stands for `{key}`, as it was sent.
    let rest: String?
    let headers: HTTPFields
    let bytes: [UInt8]
    /// The body, for an operation that takes JSON; `null` otherwise.
    let body: JSON

    var language: Language { context.language }

    func principal() throws -> Principal { try context.signedIn().principal }

    /// The part of the path with this name.
    func path(_ name: String) throws -> String { try context.parameters.require(name) }

    /// The version that the caller has seen; `nil` without `If-Match`, and for any version.
    var expectedVersion: Int? {
        headers[.ifMatch].flatMap { Int($0.trimmingCharacters(in: CharacterSet(charactersIn: "\""))) }
    }

    func scope<A: Action>(_ action: A.Type) throws -> UnitScope {
        house.access.scope(of: try principal(), to: action)
    }

    func permit<A: Action>(_ action: A.Type = A.self, on unit: Places.Unit.ID) throws -> Permit<A> {
        try house.access.permit(try principal(), to: action, on: unit)
    }

    /// Rows of a page when the caller names no number.
    static let limitByDefault = 50

    var limit: Int { query["limit"].flatMap { Int($0) } ?? Self.limitByDefault }

    func flag(_ name: String) -> Bool { query[name] == "true" }

    func instant(_ name: String) -> Instant? { query[name].flatMap { Instant(strict: $0) } }

    func day(_ name: String) -> Day? { query[name].flatMap { Day(iso8601: $0) } }

    /// The text inside a cursor that ``page(_:next:)`` gave out.
    func cursor<T>(_ read: (String) -> T?) throws -> T? {
        guard let given = query["cursor"] else { return nil }
        guard let text = CursorText.read(given), let cursor = read(text) else {
            throw FieldFailure(
                field: "cursor",
                failure: APIError(.parameterInvalid, "no cursor", text: .API.cursorInvalid)
            )
        }
        return cursor
    }

    /// A page of a list, with the cursor of the next one.
    func page(_ items: [JSON], next: String?, total: Int? = nil) -> Answer {
        let cursor = next.map(CursorText.write)
        var members: [(String, JSON)] = [("items", .list(items)), ("next", JSON(cursor))]
        if let total { members.append(("total", JSON(total))) }
        return .json(JSON(members))
    }
}
