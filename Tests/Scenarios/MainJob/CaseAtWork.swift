import Foundation
import RunningPrograms
import Testing

/// An officer at the console with one case of the lab, and the lab beside it.
struct CaseAtWork: Sendable {
    /// From a site that turns bad to its case: a look every 20 seconds, another to confirm it.
    private static let openSecondsMax = 90
    /// From an answer to the verdict of the check that it asks for.
    private static let verdictSecondsMax = 60

    let sen: RunningSen
    let officer: ConsoleVisitor
    let path: String
    let host: String

    /// Signs in as the lab's account and waits for the first case.
    static func first(at sen: RunningSen) async throws -> CaseAtWork {
        let officer = try ConsoleVisitor(sen.address)
        let home = try await signIn(officer, sen.account)
        #expect(home.status == 200 && !home.address.path.hasPrefix("/sign-in"), "\(home.address)")
        let path = try await firstCase(officer)
        return try await CaseAtWork(sen: sen, officer: officer, path: path, host: host(path, officer, sen))
    }

    @discardableResult
    static func signIn(
        _ officer: ConsoleVisitor,
        _ account: RunningSen.Account
    ) async throws -> ConsoleVisitor.Answer {
        let form = try await officer.get("/sign-in")
        return try await officer.post(
            "/sign-in",
            [
                ("token", form.hiddenField("token", to: "/sign-in") ?? ""),
                ("back", form.hiddenField("back", to: "/sign-in") ?? "/"),
                ("name", account.name), ("password", account.password),
            ]
        )
    }

    private static func firstCase(_ officer: ConsoleVisitor) async throws -> String {
        let last = ContinuousClock.now + .seconds(openSecondsMax)
        while ContinuousClock.now < last {
            let list = try await officer.get("/cases")
            #expect(list.status == 200)
            if let path = list.links(to: "/cases/").first(where: { !$0.hasSuffix("/new") }) { return path }
            try await Task.sleep(for: .milliseconds(500))
        }
        throw ChildProcessError(description: "no case was opened within \(openSecondsMax) seconds")
    }

    /// The lab's site that the case is about, found as a person finds it: from the case to the website's page.
    private static func host(
        _ path: String,
        _ officer: ConsoleVisitor,
        _ sen: RunningSen
    ) async throws -> String {
        let website = try #require(try await officer.get(path).links(to: "/websites/").first)
        let page = try await officer.get(website)
        #expect(page.status == 200)
        let port = sen.place.labPort
        return try #require(
            page.body.firstMatch(
                of: try Regex(
                    "http://([a-z0-9.-]+\\.lab)(?:\\.localhost)?:\(port)",
                    as: (Substring, Substring).self
                )
            )
            .map { String($0.output.1) },
            "\(website) names no site of the lab"
        )
    }

    func page() async throws -> ConsoleVisitor.Answer { try await officer.get(path) }

    /// Does a step by the form of the case's page.
    @discardableResult
    func step(
        _ name: String,
        _ fields: [(String, String)] = []
    ) async throws -> ConsoleVisitor.Answer {
        let token = try #require(try await page().hiddenField("token", to: "\(path)/\(name)"))
        return try await officer.post("\(path)/\(name)", [("token", token)] + fields)
    }

    /// The lab's site is put right, as its keeper would.
    func cleanSite() async throws {
        let lab = try ConsoleVisitor(sen.labAddress)
        let answer = try await lab.post("api/sites/\(host)/clean", [])
        #expect(answer.status == 200 && answer.body.contains("cleaned"), "\(answer.body)")
    }

    /// Waits until the case stands at a step of its way.
    func wait(until stage: String) async throws {
        let last = ContinuousClock.now + .seconds(Self.verdictSecondsMax)
        while ContinuousClock.now < last {
            if try await page().stage == stage { return }
            try await Task.sleep(for: .milliseconds(250))
        }
        let stands = try await page().stage ?? "nowhere"
        throw ChildProcessError(description: "the case never came to “\(stage)”; it stands at “\(stands)”")
    }
}

extension ConsoleVisitor.Answer {
    /// The step of its way at which a case stands.
    var stage: String? {
        body.firstMatch(of: /<li aria-current="step"[^>]*>([^<]+)</).map { String($0.1) }
    }

    /// “HS-2026-0001”.
    var caseNumber: String? { body.firstMatch(of: /HS-\d{4}-\d{4,}/).map { String($0.output) } }
}
