import Access
import Database
package import Hummingbird
import Language
import Places
package import Serving
import Timekeeping
import WebWatch

/// The console's website pages and what is done from them.
package struct WebsiteRoutes: Sendable {
    private let house: ConsoleHouse
    private let list: WebsiteListRoute
    private let one: WebsitePageRoute
    private let form: WebsiteFormRoute
    private let file: WebsiteImportRoute

    package init(_ house: ConsoleHouse) {
        self.house = house
        list = WebsiteListRoute(house: house)
        one = WebsitePageRoute(house: house)
        form = WebsiteFormRoute(house: house)
        file = WebsiteImportRoute(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/websites", use: list.show)
        router.get("/websites.csv", use: list.export)
        router.get("/websites/new", use: form.new)
        router.post("/websites/new", use: form.add)
        router.get("/websites/import", use: file.show)
        router.post("/websites/import", use: file.post)
        router.get("/websites/:id", use: one.show)
        router.get("/websites/:id/edit", use: form.show)
        router.post("/websites/:id/edit", use: form.save)
        step("check", to: router) { website, _, permit in
            try await house.watch.websites.requestRecheck(of: website.id, by: permit())
        }
        step("baseline", to: router) { website, _, permit in
            _ = try await house.watch.websites.acceptBaseline(of: website.id, by: permit())
        }
        step("pause", to: router) { website, fields, permit in
            let end = house.clock.now() + .seconds(try Self.days(fields) * 86_400)
            _ = try await house.watch.websites.pause(website.id, until: end, by: permit())
        }
        step("resume", to: router) { website, _, permit in
            _ = try await house.watch.websites.resume(website.id, by: permit())
        }
        step("retire", to: router) { website, _, permit in
            _ = try await house.watch.websites.retire(website.id, by: permit())
        }
    }

    /// A number that is none, or out of range, is refused by the store's own rule.
    private static func days(_ fields: FormFields) throws(ServingError) -> Int {
        let days = Int(try fields.require("days")) ?? 0
        return (1...WebsiteState.pauseDaysMax).contains(days) ? days : 0
    }

    /// A form of a website: does the step and shows the website again, with the reason when it could not be done.
    private func step<A: Action>(
        _ name: String,
        to router: Router<SenContext>,
        _ body: @escaping @Sendable (Website, FormFields, () throws -> Permit<A>) async throws -> Void
    ) {
        router.post("/websites/:id/\(name)") { [house, one] request, context -> Response in
            let visitor = try context.signedIn()
            let fields = try await FormFields.posted(request, by: visitor)
            let found = try await one.find(context)
            let website = found.website
            do {
                try await body(website, fields) {
                    try house.access.permit(visitor.principal, on: website.details.unit)
                }
            } catch let error as WebsiteError where error.category != .notFound {
                let status = error.category.status
                return try await one.page(of: found, request, context, error: error.text, status: status)
            }
            return .redirect(to: ConsolePath.website(website.id.description), type: .normal)
        }
    }
}
