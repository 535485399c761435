import Cases
import Database
import Foundation
import Hummingbird
import Identity
import Places
import Testing

@testable import Console

/// A form that stands on a page, with what a browser would send of it.
private struct PageForm: Hashable {
    var action: String
    var values: [String: String]

    /// The forms of a page that post fields.
    static func all(in page: String) -> [PageForm] {
        page.components(separatedBy: "<form ").dropFirst().compactMap { part in
            let form = part.components(separatedBy: "</form>")[0]
            guard let action = form.firstMatch(of: /action="([^"]*)"/)?.1, form.contains("method=\"post\""),
                !form.contains("multipart/form-data")
            else { return nil }
            return PageForm(action: String(action), values: fields(of: form))
        }
    }

    private static func fields(of form: String) -> [String: String] {
        var values: [String: String] = [:]
        for tag in form.matches(of: /<(?:input|textarea|button)\b[^>]*>/) {
            guard let name = tag.output.firstMatch(of: /\bname="([^"]*)"/)?.1 else { continue }
            values[String(name)] = tag.output.firstMatch(of: /\bvalue="([^"]*)"/).map { String($0.1) } ?? ""
        }
        for part in form.components(separatedBy: "<select ").dropFirst() {
            guard let name = part.firstMatch(of: /\bname="([^"]*)"/)?.1 else { continue }
            let options = part.components(separatedBy: "</select>")[0].matches(
                of: /<option[^>]*value="([^"]*)"/
            )
            values[String(name)] = options.map { String($0.1) }.first { !$0.isEmpty } ?? ""
        }
        return values
    }
}

/// What a person fills in where the page leaves a field empty.
private let sensible = [
    "name": "nguyen.van.a", "full-name": "Nguyễn Văn A", "unit": thanhVinh.rawValue, "days": "7",
    "url": "https://a.example/", "text": "Đã xem", "note": "Đã gỡ", "reason": "Không thuộc trách nhiệm",
    "old": goodPassword, "password": goodPassword, "again": goodPassword, "code": "123456",
    "address": "a.example",
]

private let mark = "'); DROP TABLE account; --<img src=x onerror=alert(1)>\"&"
private let hostileValues = [
    mark, "a\u{0}b\u{1B}[31m\u{202E}c\r\n\td", String(repeating: "ộ", count: 50_000), "%00%0d%0a", "🏴󠁧󠁢󠁥󠁮󠁧󠁿\u{301}",
    "-9223372036854775809",
]

/// Forms that end what the walk needs: the session, the account, or the codes.
private let notPosted: Set<String> = [
    "/sign-out", "/account/sign-out-others", "/account/password", "/language",
]

/// Goes over all pages that a reader is led to.
private struct Walk {
    let browser: Browser
    private(set) var pages: [String: Answer] = [:]

    /// More pages than the console has with one thing of each kind; the queries of lists multiply them.
    private static let pagesMax = 200

    init(_ browser: Browser) { self.browser = browser }

    mutating func run() async throws {
        pages = [:]
        var waiting = ["/"]
        while let path = waiting.popLast(), pages.count < Self.pagesMax {
            guard pages[path] == nil else { continue }
            let page = try await browser.get(path)
            pages[path] = page
            for link in page.text.matches(of: /href="(\/[^"#]*)"/) {
                let next = String(link.1).replacing("&amp;", with: "&")
                // Receipts and proofs are files, which there are once the log has taken an entry into its tree.
                let isFile = ["/receipt", "/proof", ".csv"].contains { next.hasSuffix($0) }
                let isPage =
                    !isFile
                    && !["/assets/", "/log/", "/api", "/events", "/units/"].contains { next.hasPrefix($0) }
                if isPage, !next.contains("sort="), pages[next] == nil { waiting.append(next) }
            }
        }
    }
}

private func expectHarmless(_ page: Answer, _ place: String) {
    #expect(page.status < 500, "\(place): \(page.status)")
    guard page.headers[.contentType]?.hasPrefix("text/html") == true else { return }
    // Asked before, so that no failure prints a whole page.
    let hasMarkup = page.text.contains("<img src=x")
    #expect(!hasMarkup, "\(place) has markup that somebody typed")
    for (control, name) in [("\u{0}", "NUL"), ("\u{1B}", "ESC"), ("\u{202E}", "RLO")] {
        let isShown = page.text.contains(control)
        #expect(!isShown, "\(place) shows \(name)")
    }
}

@Test(
    "SQL, HTML, control characters and 150 KB in every field of every form: told or kept, never run, never a 5xx"
)
func everyField() async throws {
    try await withHouse { bench in
        let (_, administrator) = try await bench.administrator()
        let leader = try await bench.member("lanh.dao", .leader, in: province).browser
        _ = try await bench.openCase(in: thanhVinh)
        _ = try await bench.member("can.bo", .officer, in: thanhVinh)
        let token = try #require(try await leader.get("/websites/new").hidden("token"))
        let added = try await leader.post(
            "/websites/new",
            sensible.merging(["token": token, "kind": "state-portal", "criticality": "ordinary"]) { $1 }
        )
        #expect(added.status == 303)
        var posted: Set<String> = []
        for browser in [leader, administrator] {
            var walk = Walk(browser)
            // What the first round has made is there to be walked over in the second.
            for _ in 0..<2 {
                try await walk.run()
                for (path, page) in walk.pages.sorted(by: { $0.key < $1.key }) {
                    expectHarmless(page, path)
                    for form in PageForm.all(in: page.text) where !notPosted.contains(form.action) {
                        guard posted.insert(form.action).inserted else { continue }
                        try await attack(form, with: browser, on: path)
                    }
                }
            }
        }
        try await attackTheRest(bench, posted, leader)
        let accounts = try await bench.database.read {
            try $0.value("SELECT count(*) FROM account", as: Int.self)
        }
        #expect((accounts ?? 0) >= 3)
    }
}

/// The routes to which no page has led, such as steps that the case cannot take now.
private func attackTheRest(_ bench: HouseBench, _ posted: Set<String>, _ browser: Browser) async throws {
    let ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    let seen = Set(posted.map { $0.replacing(ids.ignoresCase(), with: ":id") })
    #expect(seen.count >= 15, "the walk leads to most forms: \(seen.sorted())")
    var values = everyField
    for (field, value) in sensible where values[field] == nil { values[field] = value }
    let known = posted.compactMap { $0.firstMatch(of: ids.ignoresCase()).map { String($0.output.0) } }
    for (method, path) in bench.routes where method == .post {
        let named = path.replacing(/:[a-z]+/, with: ":id")
        guard !seen.contains(named), !notPosted.contains(path), !path.hasSuffix("/attachments"),
            !path.hasSuffix("/import")
        else { continue }
        let prefix = path.prefix { $0 != ":" }
        let id = posted.first { $0.hasPrefix(prefix) }?.firstMatch(of: ids.ignoresCase()).map {
            "\($0.output.0)"
        }
        let action = named.replacing(":id", with: id ?? known.first ?? "x")
        try await attack(PageForm(action: action, values: values), with: browser, on: path)
    }
}

/// Each field in turn holds each hostile value, while the others hold what a person would type.
private func attack(_ form: PageForm, with browser: Browser, on path: String) async throws {
    for name in form.values.keys.sorted() where name != "token" {
        for hostile in hostileValues {
            let token = try await browser.get("/account").hidden("token")
            var values = form.values
            for (field, value) in values where value.isEmpty { values[field] = sensible[field] ?? "a" }
            values["token"] = token
            values[name] = hostile
            let answer = try await browser.post(form.action, values)
            let place = "\(form.action) \(name) \(hostile.prefix(20).debugDescription)"
            expectHarmless(answer, place)
            if let next = answer.location {
                expectHarmless(try await browser.get(next), "\(place), then \(next)")
            }
        }
    }
}
